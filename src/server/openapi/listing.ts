import type { Operation } from '../../app/operation.ts';
import { errorTexts } from '../../i18n/errors.ts';
import type { Language } from '../../i18n/language.ts';
import { operationGroups } from '../../i18n/rest.ts';
import { restBase } from '../rest/route.ts';
import { statusByCode } from '../rest/status.ts';
import { type Field, fieldsIn, typeOf } from './fields.ts';
import { groupOf, sentence, takenBy } from './path.ts';
import { type Schema, Schemas } from './schema.ts';

export interface ListedOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly permission: string;
  readonly takes: readonly Field[];
  readonly gives: readonly Field[];
}

/** What the pages about REST show, before it is HTML or Markdown. */
export interface Listing {
  readonly groups: readonly { readonly id: string; readonly title: string; readonly operations: readonly ListedOperation[] }[];
  readonly shapes: readonly {
    readonly name: string;
    readonly type: string;
    readonly about: string | null;
    readonly fields: readonly Field[];
  }[];
  readonly errors: readonly { readonly code: string; readonly status: number; readonly message: string; readonly fix: string }[];
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

const asField = (parameter: Schema): readonly Field[] => {
  const { name, schema, required } = parameter;
  if (typeof name !== 'string' || !isSchema(schema)) return [];
  const object: Schema = { properties: { [name]: schema }, required: required === true ? [name] : [] };
  return fieldsIn(object);
};

/** Of the command line alone. */
const isOfCommands = (code: string): boolean => /^(option|argument)_|^unknown_(command|option)$/.test(code);

/** A text of an error whose places nothing fills. */
const unfilled = (text: string): string => text.replace(/\{\w+\}/g, '…');

export function listingOf(operations: readonly Operation[], language: Language): Listing {
  const schemas = new Schemas();
  const taken = operations.map((operation) => ({ operation, taken: takenBy(operation, schemas) }));
  const byPath = taken.toSorted(({ operation: { rest: left } }, { operation: { rest: right } }) =>
    left.path < right.path ? -1 : left.path > right.path ? 1 : 0,
  );
  const listed = byPath.map(({ operation, taken: { parameters, body } }) => ({
    group: groupOf(operation)?.id,
    id: operation.id,
    method: operation.rest.method,
    path: `${restBase}${operation.rest.path}`,
    summary: sentence(operation.words[language]),
    permission: operation.permission,
    takes: [...parameters.flatMap(asField), ...(body ? fieldsIn(body) : [])],
    gives: fieldsIn(schemas.add(operation.output, 'output')),
  }));
  return {
    groups: operationGroups
      .map(({ id, words }) => ({ id, title: words[language], operations: listed.filter(({ group }) => group === id) }))
      .filter((group) => group.operations.length > 0),
    shapes: Object.entries(schemas.all()).flatMap(([name, schema]) =>
      isSchema(schema)
        ? [
            {
              name,
              type: typeOf(schema),
              about: typeof schema.description === 'string' ? schema.description : null,
              fields: fieldsIn(schema),
            },
          ]
        : [],
    ),
    errors: Object.keys(errorTexts)
      .filter((code) => !isOfCommands(code))
      .toSorted()
      .flatMap((code) => {
        const words = errorTexts[code]?.[language];
        return words ? [{ code, status: statusByCode[code] ?? 422, message: unfilled(words.message), fix: unfilled(words.fix) }] : [];
      }),
  };
}
