import type { Metric } from '../../src/metrics/metric.ts';
import { derivedDatasets } from '../../src/model/registry.ts';

/** A dataset that a metric reads, and the time field at which its rows' attributes are read. */
export interface Leaf {
  readonly dataset: string;
  readonly at: string;
  /** True where attributes are read at the close of days instead. */
  readonly closes: boolean;
  /** False for the conversions of a two-dataset conversion: filters and groups are their base's. */
  readonly grouped: boolean;
  /** Dimensions read under another path. */
  readonly names: Readonly<Record<string, string>>;
}

/** Every dataset that a metric reads, its inputs' included. */
export function leavesOf(metric: Metric): Leaf[] {
  switch (metric.kind) {
    case 'simple':
      return [{ dataset: metric.dataset, at: metric.at, closes: false, grouped: true, names: metric.dimensions ?? {} }];
    case 'ratio':
      return [...leavesOf(metric.numerator), ...leavesOf(metric.denominator)];
    case 'derived':
      return Object.values(metric.metrics).flatMap((input) => leavesOf(input.metric));
    case 'cumulative':
      return leavesOf(metric.of);
    case 'stock':
      return [
        { dataset: metric.dataset, at: metric.span?.from ?? 'valid_from', closes: true, grouped: true, names: metric.dimensions ?? {} },
      ];
    case 'retention': {
      const { brought } = metric;
      return [
        { dataset: metric.dataset, at: 'valid_from', closes: true, grouped: true, names: {} },
        ...(brought ? [{ dataset: brought.dataset, at: brought.at, closes: false, grouped: false, names: {} }] : []),
      ];
    }
    case 'conversion': {
      const base = { dataset: metric.base.dataset, at: metric.base.at, closes: false, grouped: true, names: metric.base.dimensions ?? {} };
      return metric.converted.same_row
        ? [base]
        : [base, { dataset: metric.converted.dataset, at: metric.converted.at, closes: false, grouped: false, names: {} }];
    }
    case 'duration':
      return [
        {
          dataset: metric.dataset,
          at: metric.censoring === 'kaplan_meier' ? metric.start : metric.end,
          closes: false,
          grouped: true,
          names: {},
        },
      ];
    case 'computed':
      return [...Object.values(metric.inputs), ...Object.values(metric.panels ?? {}).map((panel) => panel.metric)].flatMap(leavesOf);
    case 'built_in':
      return [];
  }
}

/** The entities whose times a metric stands on: of a derived dataset, those that it says. */
export function entitiesOf(metric: Metric): string[] {
  const of = (name: string): readonly string[] => {
    const derived = derivedDatasets.get(name);
    return derived ? (derived.times ?? derived.from.flatMap(of)) : [name];
  };
  return [...new Set(leavesOf(metric).flatMap((leaf) => of(leaf.dataset)))];
}
