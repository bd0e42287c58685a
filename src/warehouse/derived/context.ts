import type { Dialect } from '../../model/dialect.ts';
import type { DerivedDataset } from '../../model/entity.ts';
import type { Settings } from '../../model/settings.ts';

/** What the SELECT of a derived dataset stands on. */
export interface DerivedContext {
  readonly dialect: Dialect;
  readonly settings: Settings;
  /** The SQL name of an entity or derived dataset. */
  relation(dataset: string): string;
  /** The same with all its rows, where `relation` gives only those of some keys. */
  readonly whole?: (dataset: string) => string;
  /** The SQL name of a relation (source, entity, instant, day, date_only): up to when each source's records of an entity reach. */
  readonly watermarks: string;
}

/**
 * How a derived dataset is made. `sql` is one SELECT over live records that gives a column for each field, and for each instant
 * `x` also `x_day` (its local day) and `x_date_only` (whether only the day is known), in any order. The same text runs on every
 * database: what they spell differently goes through the dialect.
 */
export interface DerivedBuilder {
  readonly dataset: DerivedDataset;
  sql(context: DerivedContext): string;
}
