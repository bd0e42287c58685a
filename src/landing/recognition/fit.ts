import type { Field } from '../../model/field.ts';
import type { ColumnFormat } from '../../sources/file/contract-types.ts';
import { valueLists } from './dictionary.ts';
import { normalise } from './names.ts';

const booleans = new Set('true false yes no y n 1 0 t f si verdadero falso x activo inactivo active inactive won lost'.split(' '));

/** How an enum's column is to be read: `values` as a mapping has them, or the samples that nobody knows. */
export interface EnumReading {
  readonly values: Readonly<Record<string, string>>;
  readonly unknown: readonly string[];
}

const spelling = (value: string): string => normalise(value).replaceAll(' ', '_');

/**
 * What the values of an enum column mean. A list of values that a vendor or a language has is taken whole as soon as one
 * of the samples stands in it, for five samples seldom show all of a column's values.
 */
export function readEnum(entity: string, fieldName: string, field: Field, samples: readonly string[]): EnumReading {
  const allowed = new Set(field.values ?? []);
  const aliases = new Map(Object.entries(field.aliases ?? {}).map(([alias, value]) => [spelling(alias), value]));
  const lists = valueLists(entity, fieldName);
  /** Import itself reads the model's values and their aliases, however they are spelled. */
  const understood = (source: string, canonical: string): boolean =>
    spelling(source) === canonical || (aliases.get(spelling(source)) === canonical && !allowed.has(spelling(source)));
  const values: Record<string, string> = {};
  const unknown: string[] = [];
  const chosen = new Set<ReadonlyMap<string, readonly [string, string]>>();
  for (const sample of samples) {
    const list = lists.find((one) => one.has(normalise(sample)));
    const canonical =
      list?.get(normalise(sample))?.[1] ?? (allowed.has(spelling(sample)) ? spelling(sample) : aliases.get(spelling(sample)));
    if (canonical === undefined) unknown.push(sample);
    else if (!understood(sample, canonical)) values[sample] = canonical;
    if (list) chosen.add(list);
  }
  for (const list of chosen) {
    for (const [source, canonical] of list.values()) if (!understood(source, canonical)) values[source] ??= canonical;
  }
  return { values, unknown };
}

/**
 * How well a column's values suit a field: 1 they do, 0 they cannot. A column without values (0.6) says nothing.
 */
export function suitability(entity: string, fieldName: string, field: Field, column: ColumnFormat): number {
  if (column.samples.length === 0) return 0.6;
  switch (field.type) {
    case 'instant':
    case 'date':
      return column.kind === 'date' || column.kind === 'datetime' ? 1 : 0;
    case 'money':
    case 'number':
    case 'integer':
      return column.kind === 'integer' || column.kind === 'number' || column.kind === 'money' ? 1 : 0;
    case 'boolean':
      return column.samples.every((sample) => booleans.has(normalise(sample))) ? 1 : 0;
    case 'currency':
      return column.samples.every((sample) => /^[A-Za-z]{3}$/.test(sample.trim())) ? 1 : 0;
    case 'enum': {
      const { unknown } = readEnum(entity, fieldName, field, column.samples);
      return unknown.length === 0 ? 1 : 0;
    }
    case 'reference':
      return column.kind === 'date' || column.kind === 'datetime' ? 0 : 1;
    case 'text':
      if (fieldName === 'id') return column.kind === 'date' || column.kind === 'datetime' ? 0 : 1;
      if (/^(name|company|comment|subject)$/.test(fieldName) && column.kind !== 'text' && column.kind !== 'integer') return 0.3;
      return 1;
  }
}
