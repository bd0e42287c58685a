import type { Dataset } from '../../model/entity.ts';
import { CuadroError } from '../../model/error.ts';
import type { FieldType } from '../../model/field.ts';
import { customColumn, sourceColumn } from '../../model/layout.ts';
import { own } from '../../model/own.ts';
import { findDataset } from '../../model/registry.ts';
import type { Catalog } from '../catalog.ts';

/** One step from a row to a record it refers to. */
export interface Hop {
  /** The reference field, `owner_id`. */
  readonly field: string;
  /** The entity it leads to. */
  readonly entity: string;
}

/** Where a dimension path of a dataset leads. */
export interface ResolvedPath {
  readonly hops: readonly Hop[];
  /** The dataset that holds the last field. */
  readonly dataset: string;
  /** The column there: a field, `custom.<name>` or `_source`. */
  readonly column: string;
  readonly type: FieldType;
}

function mustFind(name: string): Dataset {
  const dataset = findDataset(name);
  if (!dataset) throw new CuadroError({ code: 'unknown_dataset', blame: 'internal', found: name });
  return dataset;
}

/** The reference field that a path segment names: `owner` → `owner_id`. */
const referenceOf = (dataset: Dataset, segment: string): Hop | null => {
  for (const name of [`${segment}_id`, segment]) {
    const field = own(dataset.fields, name);
    if (field?.type === 'reference' && field.entity) return { field: name, entity: field.entity };
  }
  return null;
};

const leafOf = (dataset: Dataset, segment: string): { column: string; type: FieldType } | null => {
  const field = own(dataset.fields, segment);
  if (field) return { column: segment, type: field.type };
  if (segment === 'source') return { column: sourceColumn, type: 'text' };
  const reference = referenceOf(dataset, segment);
  return reference ? { column: reference.field, type: 'reference' } : null;
};

function walk(dataset: Dataset, segments: readonly string[], catalog: Catalog, hops: readonly Hop[]): ResolvedPath | null {
  const [head, ...rest] = segments;
  if (head === undefined) return null;
  if (rest.length === 0) {
    const leaf = leafOf(dataset, head);
    return leaf ? { hops, dataset: dataset.name, ...leaf } : null;
  }
  if (head === 'custom') {
    const name = rest.join('.');
    const type = catalog.custom(dataset.name).get(name);
    return type ? { hops, dataset: dataset.name, column: customColumn(name), type } : null;
  }
  const hop = referenceOf(dataset, head);
  return hop ? walk(mustFind(hop.entity), rest, catalog, [...hops, hop]) : null;
}

/**
 * Where `path` leads from a row of `name`: its own field, a field of the record it stands for (`base`), of a record it
 * refers to (`owner.name`, chained; `owner` alone is that record's id), or a custom column. The entity's own name may stand before a field.
 * @param preferBase take a field from the base record even where the dataset has its own (attributes as of today).
 * @returns null when the dataset cannot reach it.
 */
export function resolvePath(name: string, path: string, catalog: Catalog, preferBase = false): ResolvedPath | null {
  const dataset = mustFind(name);
  const segments = path.split('.');
  const baseField = dataset.base ? dataset.fields[dataset.base] : undefined;
  const baseName = baseField?.entity;
  const prefixes = [name, baseName].filter((prefix) => prefix !== undefined);
  const trimmed = segments.length > 1 && prefixes.includes(segments[0] ?? '') ? segments.slice(1) : null;
  const viaBase = (parts: readonly string[]) =>
    dataset.base && baseName ? walk(mustFind(baseName), parts, catalog, [{ field: dataset.base, entity: baseName }]) : null;
  const isOwn = ([head]: readonly string[]) => dataset.own?.some((name) => name === head || name === `${head}_id`) ?? false;
  const direct = (parts: readonly string[]) =>
    preferBase && !isOwn(parts)
      ? (viaBase(parts) ?? walk(dataset, parts, catalog, []))
      : (walk(dataset, parts, catalog, []) ?? viaBase(parts));
  return (trimmed ? direct(trimmed) : null) ?? direct(segments);
}

const groupable: readonly FieldType[] = ['text', 'enum', 'boolean', 'currency', 'integer', 'number'];

/** Dimensions that a dataset offers, one reference deep, for people to choose from: `stage`, `owner.name`, `custom.region`. */
export function reachableDimensions(name: string, catalog: Catalog): string[] {
  const dataset = mustFind(name);
  const ownOf = (from: Dataset): string[] => [
    ...Object.entries(from.fields)
      .filter(
        ([field, { type, personal }]) =>
          groupable.includes(type) && field !== sourceColumn && field !== 'id' && (!personal || field === 'name'),
      )
      .map(([field]) => field),
    ...[...catalog.custom(from.name).keys()].map((column) => `custom.${column}`),
  ];
  const referred = (from: Dataset): string[] =>
    Object.entries(from.fields).flatMap(([field, { type, entity }]) =>
      type === 'reference' && entity ? ownOf(mustFind(entity)).map((column) => `${field.replace(/_id$/, '')}.${column}`) : [],
    );
  const baseEntity = dataset.base ? dataset.fields[dataset.base]?.entity : undefined;
  const base = baseEntity ? mustFind(baseEntity) : null;
  const names = new Set([...ownOf(dataset), ...(base ? ownOf(base) : []), ...referred(dataset), ...(base ? referred(base) : [])]);
  return [...names].filter((name) => !/(^|\.)(delete_kind|merged_into_id|is_test)$/.test(name));
}
