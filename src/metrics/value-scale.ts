import type { Metric } from './metric.ts';
import type { Scale } from './result/interval.ts';

/** Between what a metric's values lie, as it says of itself; null where it says nothing. */
export function valueScale(metric: Metric): Scale {
  const [least, most] = ('scale' in metric ? metric.scale : undefined) ?? [null, null];
  const times = metric.kind === 'ratio' ? (metric.times ?? 1) : 1;
  return [least === null ? null : least * times, most === null ? null : most * times];
}
