import type { Dataset } from '../../src/model/entity.ts';
import type { Field } from '../../src/model/field.ts';
import { entities } from '../../src/model/registry.ts';
import { type Row, sourceOf, textOf, type Value } from './company.ts';
import type { Moment } from './time.ts';
import { typed, type World } from './world.ts';

export interface Found {
  readonly value: Value;
  /** Null for custom columns. */
  readonly field: Field | null;
}

/**
 * What a row reads at a path (`stage`, `owner.name`, `account.custom.tier`). A field of the row itself comes first, then a reference, with or
 * without its `_id`, then whatever the record that a derived row is based on reads.
 * @param when the moment at which changed fields of records are read; null reads them as they are now.
 * @returns undefined when the dataset has no such path
 */
export function read(world: World, dataset: Dataset, row: Row, path: string, when: Moment | null): Found | undefined {
  const names = path.split('.');
  const [first, ...rest] = names;
  if (first === dataset.name && rest.length > 0) return read(world, dataset, row, rest.join('.'), when);
  if (first === 'custom' && !dataset.derived) return { value: row[path] ?? null, field: null };
  const own = dataset.fields[path];
  if (own) return { value: valueThen(world, dataset, row, path, own, when), field: own };
  const name = [`${first}_id`, `${first}`].find((one) => dataset.fields[one]?.entity) ?? '';
  const link = dataset.fields[name];
  if (link?.entity && rest.length > 0)
    return readOf(world, link.entity, sourceOf(row), valueThen(world, dataset, row, name, link, when), rest.join('.'), when);
  const base = dataset.base === undefined ? undefined : dataset.fields[dataset.base];
  if (dataset.base !== undefined && base?.entity) return readOf(world, base.entity, sourceOf(row), row[dataset.base] ?? null, path, when);
  return undefined;
}

/** The path read from the record that a reference points to: null where it points to nothing. */
function readOf(world: World, entity: string, source: string, id: Value, path: string, when: Moment | null): Found | undefined {
  const target = entities.get(entity);
  if (!target) return undefined;
  const record = id === null ? null : world.find(entity, source, String(id));
  const found = read(world, target, record ?? {}, path, when);
  return found && record === null ? { ...found, value: null } : found;
}

function valueThen(world: World, dataset: Dataset, row: Row, name: string, field: Field, when: Moment | null): Value {
  const now = row[name] ?? null;
  if (when === null || dataset.derived || row.id === undefined) return now;
  const changes = world.changes(sourceOf(row), dataset.name, String(row.id), name);
  const before = changes.filter((change) => change.at.at <= when.at).at(-1);
  if (before) return typed(before.became, field);
  const first = changes[0];
  return first ? typed(first.was, field) : now;
}

/**
 * A dimension's value as cells carry it: text, dates as YYYY-MM-DD, instants as their local day.
 * @param attributes `then`: as they were at the moment `when` (as they are, where that is unknown); `now`: as they are today, for which the record
 * that a derived row is based on is asked before the row itself.
 */
export function groupKey(
  world: World,
  dataset: Dataset,
  row: Row,
  path: string,
  when: Moment | null,
  attributes: 'then' | 'now',
): string | null {
  const found =
    attributes === 'now'
      ? (fromBase(world, dataset, row, path) ?? read(world, dataset, row, path, null))
      : read(world, dataset, row, path, when);
  if (!found) throw new Error(`${dataset.name} does not reach ${path}`);
  if (found.field?.type === 'instant' || found.field?.type === 'date') return world.moment(found.value)?.day ?? null;
  return textOf(found.value);
}

function fromBase(world: World, dataset: Dataset, row: Row, path: string): Found | undefined {
  const base = dataset.base === undefined ? undefined : dataset.fields[dataset.base];
  if (dataset.base === undefined || base?.entity === undefined) return undefined;
  const [head] = path.split('.');
  if (dataset.own?.some((name) => name === head || name === `${head}_id`)) return undefined;
  return readOf(world, base.entity, sourceOf(row), row[dataset.base] ?? null, path, null);
}
