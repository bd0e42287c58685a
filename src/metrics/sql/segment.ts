import { CuadroError } from '../../model/error.ts';
import type { Moment, Rows } from '../plan/rows.ts';
import { wayTo } from '../plan/way-to.ts';
import type { Condition } from '../query.ts';
import { findSegment, segmentConditions } from '../segments.ts';

/**
 * Membership of a saved segment as SQL: its conditions on the record that a row belongs to, and the spans of that account's scores and
 * stage, all of them read at the same moment as any other dimension.
 * @param print how plain conditions are printed
 * @throws CuadroError `unknown_segment`, `segment_unreachable`, `segment_dimension`, `invalid_filter_value`
 */
export function printSegment(
  name: string,
  rows: Rows,
  moment: Moment,
  print: (where: readonly Condition[], rows: Rows, moment: Moment) => string | null,
): string {
  const { catalog, dialect } = rows.world;
  const segment = findSegment(name, catalog);
  const own = segmentConditions(name, segment, catalog);
  const way = wayTo(rows.dataset, segment.of);
  if (way === null) {
    throw new CuadroError({
      code: 'segment_unreachable',
      where: rows.dataset,
      found: name,
      expected: segment.of,
      params: { entity: segment.of },
    });
  }
  const texts = (values: readonly string[]) => values.map((value) => dialect.text(value)).join(', ');
  const held = (dataset: string, column: string, values: readonly string[], daysBefore: number) =>
    `${rows.held(dataset, way === rows.dataset ? 'id' : way, 'account_id', column, moment, daysBefore)} in (${texts(values)})`;
  const parts = [
    print(
      own.map((condition) => ({ ...condition, dimension: `${way}.${trimmed(condition.dimension, segment.of)}` })),
      rows,
      moment,
    ),
    // Scores of a month's end are kept as valid from the next day on; the close of that month is that very moment.
    segment.rfm ? held('account_rfm', 'class', segment.rfm, 1) : null,
    segment.stage ? held('account_stage_span', 'stage', segment.stage, 0) : null,
  ];
  return `(${parts.filter((part) => part !== null).join(' and ')})`;
}

/** A dimension may be written with its entity before it. */
const trimmed = (dimension: string, entity: string): string =>
  dimension.startsWith(`${entity}.`) ? dimension.slice(entity.length + 1) : dimension;
