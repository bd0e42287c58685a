import type { Dialect } from '../../model/dialect.ts';
import type { DerivedDataset } from '../../model/entity.ts';
import type { Settings } from '../../model/settings.ts';
import type { Row } from '../run.ts';

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
  /** The datasets that are known to have no rows. */
  readonly empty?: ReadonlySet<string>;
  /** The day at whose end the world stands (YYYY-MM-DD); the present without one. */
  readonly asOf?: string | null;
}

/** How a derived dataset is made: by one SELECT, or by code over what some SELECTs give. */
export type DerivedBuilder = SelectedBuilder | ModelledBuilder;

/** What of a dataset reads the watermarks: it may be another when one of them moves, though no row changed. */
export interface Reach {
  /** The entities whose watermark it reads. */
  readonly of: readonly string[];
  /** A statement that gives a row when the dataset is to be made anew for a moved watermark. Absent: always. */
  dueIf?(context: DerivedContext): string;
}

/**
 * A dataset that a SELECT makes. `sql` is one SELECT over live records that gives a column for each field, and for each instant
 * `x` also `x_day` (its local day) and `x_date_only` (whether only the day is known), in any order. The same text runs on every
 * database: what they spell differently goes through the dialect.
 */
export interface SelectedBuilder {
  readonly dataset: DerivedDataset;
  /** Of those that are made in part the incremental rule says it. */
  readonly reach?: Reach;
  /** Datasets each of which gives rows of its own, and none but them: those without rows need not be read (`DerivedContext.empty`). At least one has rows. */
  readonly unites?: readonly string[];
  sql(context: DerivedContext): string;
}

/**
 * A dataset that a model makes: its SELECTs are read, pure code turns their rows into the dataset's. It is made anew whole (or by
 * `partsBy`) whenever an input changes, so the SELECTs should count and sum as much as they can.
 */
export interface ModelledBuilder {
  readonly dataset: DerivedDataset;
  readonly reach?: Reach;
  /**
   * A field whose values are the names of `reads`, which are datasets: the rows of one stand on nothing but the SELECT of that name, and it
   * on nothing but that dataset. Only the parts whose dataset changed are made anew then.
   */
  readonly partsBy?: string;
  /** SELECTs over live records, by name. Order their rows where `make` depends on it. */
  reads(context: DerivedContext): Readonly<Record<string, string>>;
  /**
   * @param rows what each SELECT gave, by its name
   * @returns rows with `_source` and a value for each field (absent is null); an instant is ISO in UTC, or `YYYY-MM-DD` where only the
   * day is known
   */
  make(rows: Readonly<Record<string, readonly Row[]>>, settings: Settings): readonly Row[];
}

export const isModelled = (builder: DerivedBuilder): builder is ModelledBuilder => 'make' in builder;
