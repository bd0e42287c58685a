import { entities } from '../../model/registry.ts';
import type { ColumnFormat } from '../../sources/file/contract-types.ts';
import { commonness, synonyms, tablesOf } from './dictionary.ts';
import { suitability } from './fit.ts';
import { normalise, readings } from './names.ts';

/** A column of the file and the field it means. */
export interface Match {
  readonly field: string;
  readonly column: ColumnFormat;
  /** Of the name and of the values together, 0 to 1. */
  readonly certainty: number;
  /** How telling the name is for this entity: 1 when no other entity has such a column. */
  readonly telling: number;
}

/** Bookkeeping of the tools that copy data; never a field. */
const bookkeeping =
  /^(fivetran (synced|start|end|active|deleted|id)|airbyte .*|sdc .*|dbt .*|dw .*|etl .*| company synced|batch|source|date only|until)$/;

/** A column with its name as dictionaries have it. */
export interface NamedColumn {
  readonly column: ColumnFormat;
  readonly name: string;
}

export const nameColumns = (columns: readonly ColumnFormat[]): readonly NamedColumn[] =>
  columns.flatMap((column) => {
    const name = normalise(column.name);
    return column.name.startsWith('_') && bookkeeping.test(name) ? [] : [{ column, name }];
  });

/**
 * The columns that mean fields of an entity, each field by its best column and each column once.
 * @returns in the order of the model's fields
 */
export function matchColumns(entity: string, columns: readonly NamedColumn[]): readonly Match[] {
  const names = synonyms.get(entity);
  const model = entities.get(entity);
  if (!names || !model) return [];
  const candidates: Match[] = [];
  for (const { column, name } of columns) {
    const seen = new Set<string>();
    for (const reading of readings(name, tablesOf.get(entity) ?? [])) {
      const synonym = names.get(reading.name);
      const field = synonym && model.fields[synonym.field];
      if (!synonym || !field || seen.has(synonym.field)) continue;
      seen.add(synonym.field);
      const suits = suitability(entity, synonym.field, field, column);
      if (suits === 0) continue;
      candidates.push({
        field: synonym.field,
        column,
        certainty: synonym.certainty * reading.certainty * (0.5 + suits / 2),
        telling: 1 / Math.sqrt(commonness.get(reading.name) ?? 1),
      });
    }
  }
  const taken = new Map<string, Match>();
  const used = new Set<string>();
  for (const match of candidates.toSorted((a, b) => b.certainty - a.certainty)) {
    if (taken.has(match.field) || used.has(match.column.name)) continue;
    taken.set(match.field, match);
    used.add(match.column.name);
  }
  return Object.keys(model.fields).flatMap((field) => taken.get(field) ?? []);
}
