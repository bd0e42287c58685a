import { readCondition } from '../model/condition.ts';
import { CuadroError } from '../model/error.ts';
import { own } from '../model/own.ts';
import type { Segment } from '../model/segment.ts';
import type { Catalog } from './catalog.ts';
import { reachableDimensions, resolvePath } from './plan/path.ts';
import { wayTo } from './plan/way-to.ts';
import type { Condition } from './query.ts';

/** The dimension by which a query names saved segments. */
export const segmentDimension = 'segment';

/** @throws CuadroError `unknown_segment`, with those that there are */
export function findSegment(name: string, catalog: Catalog): Segment {
  const { segments } = catalog.settings;
  const segment = own(segments, name);
  if (segment) return segment;
  throw new CuadroError({ code: 'unknown_segment', where: '--where', found: name, expected: Object.keys(segments).join(', ') || '–' });
}

/** Its conditions, checked against the model. @throws CuadroError `segment_dimension` */
export function segmentConditions(name: string, segment: Segment, catalog: Catalog): readonly Condition[] {
  const where = `cuadro.yaml (segments.${name})`;
  const conditions = segment.where.flatMap((text) => readCondition(text) ?? []);
  for (const { dimension } of conditions) {
    if (resolvePath(segment.of, dimension, catalog)) continue;
    throw new CuadroError({
      code: 'segment_dimension',
      where,
      found: dimension,
      expected: reachableDimensions(segment.of, catalog).join(', '),
      params: { entity: segment.of },
    });
  }
  return conditions;
}

/** Whether the data that its parts come from are there. @throws CuadroError `segment_unavailable`, `segment_dimension` */
export function checkSegment(name: string, segment: Segment, catalog: Catalog): void {
  const lacks = (found: string, expected: string) =>
    new CuadroError({ code: 'segment_unavailable', where: `cuadro.yaml (segments.${name})`, found, expected });
  if (segment.rfm && catalog.rows('order') === 0) throw lacks('rfm', 'order.ordered_at');
  if (segment.stage && catalog.rows('account_stage_span') === 0) throw lacks('stage', 'lead | opportunity | contract | order');
  segmentConditions(name, segment, catalog);
}

/**
 * The segments that conditions name, with their names.
 * @param datasets those whose rows are filtered
 * @param asking what is asked, for the error
 * @throws CuadroError `unknown_segment`, `segment_unreachable`, `segment_dimension`, `segment_unavailable`
 */
export function reachableSegments(
  where: readonly Condition[],
  datasets: readonly string[],
  asking: string,
  catalog: Catalog,
): readonly (readonly [string, Segment])[] {
  const names = new Set(where.flatMap(({ dimension, value }) => (dimension === segmentDimension ? [value ?? ''] : [])));
  return [...names].map((name) => {
    const segment = findSegment(name, catalog);
    checkSegment(name, segment, catalog);
    if (datasets.some((dataset) => wayTo(dataset, segment.of) === null)) {
      throw new CuadroError({
        code: 'segment_unreachable',
        where: asking,
        found: name,
        expected: segment.of,
        params: { entity: segment.of },
      });
    }
    return [name, segment];
  });
}
