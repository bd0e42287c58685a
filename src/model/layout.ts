/**
 * How datasets lie in a warehouse: the columns beside a field's own.
 * Pure naming; the statements that make the tables are the warehouse's.
 */

/** The local calendar day of an instant field, in the workspace's time zone: `created_at` → `created_at_day`. */
export const dayColumn = (instantField: string): string => `${instantField}_day`;

/** A source column that no field took: `region` → `custom.region`, a column of that very name. */
export const customColumn = (name: string): string => `custom.${name}`;

/** The connection a record came by. */
export const sourceColumn = '_source';
/** The batch (its number) that wrote this version of the record. */
export const batchColumn = '_batch';
/** In `history.*` only: the batch that superseded this version. */
export const untilColumn = '_until';
/** Instant fields of which the source gave only a date: `,created_at,closed_at,`; null for none. */
export const dateOnlyColumn = '_date_only';
