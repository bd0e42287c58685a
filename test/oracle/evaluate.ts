import type { Metric } from '../../src/metrics/metric.ts';
import { builtIn } from './kinds/built_in.ts';
import { computed } from './kinds/computed.ts';
import { conversion } from './kinds/conversion.ts';
import { cumulative } from './kinds/cumulative.ts';
import { derived } from './kinds/derived.ts';
import { duration } from './kinds/duration.ts';
import { ratio } from './kinds/ratio.ts';
import { retention } from './kinds/retention.ts';
import { simple } from './kinds/simple.ts';
import { stock } from './kinds/stock.ts';
import type { Result, Scope } from './scope.ts';

/** What any metric comes to in one period and group. */
export function evaluate(metric: Metric, scope: Scope): Result {
  switch (metric.kind) {
    case 'simple':
      return simple(metric, scope);
    case 'ratio':
      return ratio(metric, scope);
    case 'derived':
      return derived(metric, scope);
    case 'cumulative':
      return cumulative(metric, scope);
    case 'stock':
      return stock(metric, scope);
    case 'conversion':
      return conversion(metric, scope);
    case 'retention':
      return retention(metric, scope);
    case 'duration':
      return duration(metric, scope);
    case 'computed':
      return computed(metric, scope);
    case 'built_in':
      return builtIn(metric, scope);
  }
}
