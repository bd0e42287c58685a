import { findDataset } from '../../model/registry.ts';
import type { Catalog } from '../catalog.ts';
import type { ComputedMetric, Metric } from '../metric.ts';
import { resolvePath } from './path.ts';

/** A dataset that a metric reads, with the time fields by which it does. */
export interface Reading {
  readonly dataset: string;
  readonly times: readonly string[];
}

/** The metrics that a computed metric reads: its inputs, then those of its panels. */
export const inputsOf = ({ inputs, panels }: ComputedMetric): readonly Metric[] => [
  ...Object.values(inputs),
  ...Object.values(panels ?? {}).map(({ metric }) => metric),
];

/** Every dataset that a metric reads, its inputs' included. */
export function readingsOf(metric: Metric): readonly Reading[] {
  switch (metric.kind) {
    case 'simple':
      return [{ dataset: metric.dataset, times: [metric.at] }];
    case 'ratio':
      return [...readingsOf(metric.numerator), ...readingsOf(metric.denominator)];
    case 'derived':
      return Object.values(metric.metrics).flatMap(({ metric: input }) => readingsOf(input));
    case 'cumulative':
      return readingsOf(metric.of);
    case 'stock': {
      const { from, to } = metric.span ?? { from: 'valid_from', to: 'valid_to' };
      return [{ dataset: metric.dataset, times: to === null ? [from] : [from, to] }];
    }
    case 'conversion':
      return [
        { dataset: metric.base.dataset, times: [metric.base.at] },
        ...(metric.converted.same_row ? [] : [{ dataset: metric.converted.dataset, times: [metric.converted.at] }]),
      ];
    case 'retention':
      return [
        { dataset: metric.dataset, times: ['valid_from', 'valid_to'] },
        ...(metric.brought ? [{ dataset: metric.brought.dataset, times: [metric.brought.at] }] : []),
      ];
    case 'duration':
      return [{ dataset: metric.dataset, times: [metric.start, metric.end] }];
    case 'computed':
      return inputsOf(metric).flatMap(readingsOf);
    case 'built_in':
      return [];
  }
}

/** The entities whose times a metric uses: its watermark is the earliest of theirs. */
export function timedEntities(metric: Metric, catalog: Catalog): readonly string[] {
  const names = readingsOf(metric).flatMap(({ dataset, times }) =>
    (times.length === 0 ? [''] : times).flatMap((time) => entitiesBehind(holderOf(dataset, time, catalog))),
  );
  return [...new Set(names)].filter((name) => catalog.rows(name) > 0);
}

/** The dataset that holds a time: of an order's line by `order.ordered_at` it is the order. */
const holderOf = (dataset: string, time: string, catalog: Catalog): string =>
  time.includes('.') ? (resolvePath(dataset, time, catalog)?.dataset ?? dataset) : dataset;

/** The entities whose times a dataset holds. */
export function entitiesBehind(name: string): readonly string[] {
  const dataset = findDataset(name);
  if (!dataset) return [];
  if (!('from' in dataset)) return [name];
  const derived = dataset as { times?: readonly string[]; from: readonly string[] };
  return (derived.times ?? derived.from).flatMap(entitiesBehind);
}
