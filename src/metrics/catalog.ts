import type { FieldType } from '../model/field.ts';
import type { Settings } from '../model/settings.ts';
import type { Sight } from './sight.ts';

/** Up to when an entity's data reach. */
export interface Watermark {
  /** UTC, to the second. */
  readonly instant: string;
  /** The last calendar day, in the workspace's time zone, that is covered to its end. */
  readonly lastCompleteDay: string;
}

/** What the planner must know of a workspace's data; plain facts, no database. */
export interface Catalog {
  readonly settings: Settings;
  /** What of the data may be seen; absent: all. */
  readonly sight?: Sight;
  /** The SQL name of a dataset in the world that is asked (now, as of a date, as known at a date). */
  relation(dataset: string): string;
  /** Rows of a dataset. */
  rows(dataset: string): number;
  /** Rows of which a field is known. */
  filled(dataset: string, field: string): number;
  /** Unmapped source columns kept as `custom.<name>`, with their types. */
  custom(dataset: string): ReadonlyMap<string, FieldType>;
  /** Whether earlier values of a field are on record. */
  hasHistory(entity: string, field: string): boolean;
  /** Whether money of the dataset is in another currency than the workspace's. */
  hasForeignMoney(dataset: string): boolean;
  /** The connection that all rows of a dataset came by; null when there are several, or none is known. */
  onlySource(dataset: string): string | null;
  /** The earliest over the entity's sources; null when it has no times. */
  watermark(entity: string): Watermark | null;
  /** Changes when any of the dataset's rows change; part of cache keys. */
  dataVersion(dataset: string): string;
}
