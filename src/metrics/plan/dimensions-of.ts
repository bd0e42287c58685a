import type { Catalog } from '../catalog.ts';
import type { Metric } from '../metric.ts';
import { inputsOf } from './metrics-within.ts';
import { reachableDimensions } from './path.ts';

/** The datasets whose rows are grouped, with the dimensions that they read under another path. */
export function grouped(metric: Metric): readonly { readonly dataset: string; readonly aliases: readonly string[] }[] {
  switch (metric.kind) {
    case 'simple':
      return [{ dataset: metric.dataset, aliases: Object.keys(metric.dimensions ?? {}) }];
    case 'ratio':
      return [...grouped(metric.numerator), ...grouped(metric.denominator)];
    case 'derived':
      return Object.values(metric.metrics).flatMap(({ metric: input }) => grouped(input));
    case 'cumulative':
      return grouped(metric.of);
    case 'conversion':
      return [{ dataset: metric.base.dataset, aliases: Object.keys(metric.base.dimensions ?? {}) }];
    case 'stock':
      return [{ dataset: metric.dataset, aliases: Object.keys(metric.dimensions ?? {}) }];
    case 'retention':
    case 'duration':
      return [{ dataset: metric.dataset, aliases: [] }];
    case 'computed':
      return inputsOf(metric).flatMap(grouped);
    case 'built_in':
      return [];
  }
}

/** The dimensions that every input of a metric reaches, one reference deep. Chains of references (`order.account.country`) work too. */
export function dimensionsOf(metric: Metric, catalog: Catalog): readonly string[] {
  const offers = grouped(metric).map(({ dataset, aliases }) => new Set([...aliases, ...reachableDimensions(dataset, catalog)]));
  const [first, ...others] = offers;
  return first ? [...first].filter((name) => others.every((offer) => offer.has(name))) : [];
}
