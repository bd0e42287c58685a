import { parseCondition } from '../../app/condition.ts';
import type { Operation } from '../../app/operation.ts';
import { CuadroError } from '../../model/error.ts';
import { fieldsOf, type Shape } from './shape.ts';

/** What of an HTTP request makes the input of an operation. */
export interface RestCall {
  readonly params: Readonly<Record<string, string>>;
  /** Without the question mark. */
  readonly search: string;
  /** Parsed JSON; undefined: there was none. */
  readonly body: unknown;
}

/** A text that is no number stays one: the schema then says what it expected. */
function numberOf(text: string): string | number {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? text : value;
}

function read(texts: readonly string[], shape: Shape, name: string): unknown {
  if (shape.kind === 'list') return texts.map((text) => read([text], shape.item, name));
  const [text = '', another] = texts;
  // One value was asked for: that there are several is what is wrong.
  if (another !== undefined) return texts;
  switch (shape.kind) {
    case 'number':
      return numberOf(text);
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'condition':
      return parseCondition(text, name);
    case 'either': {
      const values = shape.shapes.filter(({ kind }) => kind !== 'object').map((one) => read(texts, one, name));
      return values.find((value) => value !== text) ?? text;
    }
    default:
      return text;
  }
}

const objectOf = (shape: Shape): Extract<Shape, { kind: 'object' }> | null =>
  shape.kind === 'object' ? shape : shape.kind === 'either' ? (shape.shapes.map(objectOf).find((one) => one !== null) ?? null) : null;

/** The fields that a query string gives; `against.from=2026-01-01` is the `from` of `against`. Unknown names stay, for the schema to refuse. */
function readQuery(search: URLSearchParams, fields: Readonly<Record<string, Shape>>, prefix = ''): [string, unknown][] {
  const names = new Set([...search.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)));
  const found = new Map<string, unknown>();
  for (const name of names) {
    const shape = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const [head = '', ...rest] = name.split('.');
    const outer = rest.length > 0 && Object.hasOwn(fields, head) ? objectOf(fields[head] ?? { kind: 'text' }) : null;
    if (outer) found.set(head, Object.fromEntries(readQuery(search, outer.fields, `${prefix}${head}.`)));
    else found.set(name, read(search.getAll(prefix + name), shape ?? { kind: 'text' }, prefix + name));
  }
  return [...found];
}

function readBody(body: unknown): [string, unknown][] {
  if (body === undefined || body === null) return [];
  if (typeof body !== 'object' || Array.isArray(body)) throw new CuadroError({ code: 'input_invalid', where: 'body', expected: 'object' });
  return Object.entries(body);
}

/**
 * The input of an operation as a request gives it: its path, then its query string (GET) or body. Not yet checked.
 * @param language for an operation that speaks, unless the request names one
 * @throws CuadroError `input_invalid` for a field that the path and the body give differently; `condition_invalid`
 */
export function inputOf(operation: Operation, { params, search, body }: RestCall, language: 'es' | 'en'): Record<string, unknown> {
  const fields = fieldsOf(operation.input);
  const given = operation.rest.method === 'GET' ? readQuery(new URLSearchParams(search), fields) : readBody(body);
  const path = Object.entries(params).map(([name, text]) => [name, read([text], fields[name] ?? { kind: 'text' }, name)] as const);
  for (const [name, value] of path) {
    const other = given.find(([key]) => key === name);
    if (other && other[1] !== value) {
      throw new CuadroError({ code: 'input_invalid', where: name, expected: String(value), found: String(other[1]) });
    }
  }
  const speaks = Object.hasOwn(fields, 'language') && given.every(([name]) => name !== 'language');
  return Object.fromEntries([...(speaks ? [['language', language] as const] : []), ...given, ...path]);
}
