import { boolean, type Field, instant, oneOf, text } from './field.ts';
import type { Term } from './glossary.ts';

/**
 * `record`: has a life and attributes that change. `event`: happened once. `history`: a change of a record.
 * `span`: an interval with `valid_from` and `valid_to`. `fact`: one row a happening, made from others.
 */
export type Shape = 'record' | 'event' | 'history' | 'span' | 'fact';

/** A table that metrics can read: an entity of the model or a dataset derived from entities. */
export interface Dataset {
  readonly name: string;
  readonly shape: Shape;
  readonly fields: Readonly<Record<string, Field>>;
  /** The reference whose record lends its fields as dimensions (`opportunity_span` → `opportunity_id`). */
  readonly base?: string;
  /** Fields that are no copies of the base's, though it has the like: read here even where attributes are those of today. */
  readonly own?: readonly string[];
  /** True for a dataset made from entities after each load. */
  readonly derived: boolean;
}

export interface Entity extends Dataset {
  readonly derived: false;
  /** The time from which the record exists: as of an earlier date it does not. A record without it always exists. */
  readonly begins: string;
}

export interface DerivedDataset extends Dataset {
  readonly derived: true;
  /** The entities and derived datasets it is made from. */
  readonly from: readonly string[];
  /** Those without any row of which it has none either: nothing need be looked at to know that it is empty. */
  readonly standsOn?: readonly string[];
  /** Those of `from` whose times it holds: how far they reach is how far it reaches. Default: all of `from`. */
  readonly times?: readonly string[];
  /** The words of the glossary by which it is made, beside those of the datasets it is made from. */
  readonly terms?: readonly Term[];
}

/** Fields that every record of every entity has, beside `_source` (the connection it came by) and `id`. */
export const commonFields: Readonly<Record<string, Field>> = {
  created_at: instant(),
  updated_at: instant(),
  deleted_at: instant(),
  delete_kind: oneOf(['soft', 'archived', 'merged', 'vanished'], { before: { field: 'deleted_at', value: null } }),
  merged_into_id: text({ before: { field: 'deleted_at', value: null } }),
  is_test: boolean(),
};

/** @throws nothing; a field that repeats a common one (to mark it) wins over it. */
export function defineEntity(
  name: string,
  shape: 'record' | 'event' | 'history',
  fields: Record<string, Field>,
  options: { begins?: string } = {},
): Entity {
  return {
    name,
    shape,
    fields: { _source: text(), id: text(), ...commonFields, ...fields },
    derived: false,
    begins: options.begins ?? 'created_at',
  };
}

export function defineDerived(
  name: string,
  shape: 'span' | 'fact',
  options: Pick<DerivedDataset, 'from' | 'standsOn' | 'times' | 'base' | 'own' | 'terms'>,
  fields: Record<string, Field>,
): DerivedDataset {
  return { name, shape, fields: { _source: text(), ...fields }, derived: true, ...options };
}
