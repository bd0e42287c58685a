import type { DayRange } from '../../model/dialect.ts';
import type { Condition, Grain } from '../query.ts';

/** What every input of a metric is asked over: the same periods, groups and filters. */
export interface Frame {
  readonly periods: readonly DayRange[];
  readonly grain: Grain;
  readonly by: readonly string[];
  readonly where: readonly Condition[];
  /** The last calendar day with complete data; windows and open cases are judged by it. Null: unknown. */
  readonly lastCompleteDay: string | null;
}

/** The same frame with some of its periods only. */
export const restrictFrame = (frame: Frame, periods: readonly number[]): Frame => ({
  ...frame,
  periods: periods.flatMap((period) => frame.periods[period] ?? []),
});

export type Group = Readonly<Record<string, string | null>>;

/** One text for a group, to join inputs by. */
export const groupKey = (values: readonly (string | null)[]): string => JSON.stringify(values);

export const groupOf = (by: readonly string[], values: readonly (string | null)[]): Group =>
  Object.fromEntries(by.map((name, index) => [name, values[index] ?? null]));
