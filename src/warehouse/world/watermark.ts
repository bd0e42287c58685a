import type { Run } from '../run.ts';

/** Up to when the records of one source and entity reach. */
export interface WatermarkRow {
  readonly source: string;
  readonly entity: string;
  /** UTC, ISO. */
  readonly instant: string;
}

/** The earliest watermark of an entity. */
export interface Watermark {
  /** UTC, to the second. */
  readonly instant: string;
  /** The last calendar day, in the workspace's time zone, that is covered to its end. */
  readonly lastCompleteDay: string;
}

/** @param relation the SQL name of a relation (source, entity, instant, …) */
export const readWatermarks = async (run: Run, relation: string): Promise<readonly WatermarkRow[]> =>
  (await run(`select source, entity, instant from ${relation} where instant is not null order by entity, source`)).map((row) => ({
    source: String(row.source),
    entity: String(row.entity),
    instant: String(row.instant),
  }));

/** The day before the one in which the second after the watermark falls: a watermark of 23:59:59 covers its day. */
export const lastCompleteDay = (instant: string, timeZone: string): string =>
  Temporal.Instant.from(instant).add({ seconds: 1 }).toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 1 }).toString();

/** The earliest over an entity's sources; null when it has none. */
export const watermarkOf = (rows: readonly WatermarkRow[], entity: string, timeZone: string): Watermark | null => {
  let earliest: Temporal.Instant | null = null;
  for (const row of rows) {
    if (row.entity !== entity) continue;
    const instant = Temporal.Instant.from(row.instant);
    if (earliest === null || Temporal.Instant.compare(instant, earliest) < 0) earliest = instant;
  }
  if (earliest === null) return null;
  const instant = earliest.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString();
  return { instant, lastCompleteDay: lastCompleteDay(instant, timeZone) };
};
