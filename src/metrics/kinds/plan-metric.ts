import type { Metric } from '../metric.ts';
import type { Frame } from '../plan/frame.ts';
import type { Plan } from '../plan/plan.ts';
import type { Planned } from '../plan/series.ts';
import { planBuiltIn } from './built-in.ts';
import { planComputed } from './computed.ts';
import { planConversion } from './conversion.ts';
import { planCumulative } from './cumulative.ts';
import { planDerived } from './derived.ts';
import { planDuration } from './duration.ts';
import { planRatio } from './ratio.ts';
import { planRetention } from './retention.ts';
import { planSimple } from './simple.ts';
import { planStock } from './stock.ts';

/** Puts a metric's scans into the plan. One case a kind; a new kind is a new file here and a new case. */
export function planMetric(metric: Metric, frame: Frame, plan: Plan): Planned {
  switch (metric.kind) {
    case 'simple':
      return planSimple(metric, frame, plan);
    case 'ratio':
      return planRatio(metric, frame, plan);
    case 'derived':
      return planDerived(metric, frame, plan);
    case 'cumulative':
      return planCumulative(metric, frame, plan);
    case 'stock':
      return planStock(metric, frame, plan);
    case 'conversion':
      return planConversion(metric, frame, plan);
    case 'retention':
      return planRetention(metric, frame, plan);
    case 'duration':
      return planDuration(metric, frame, plan);
    case 'computed':
      return planComputed(metric, frame, plan);
    case 'built_in':
      return planBuiltIn(metric, frame, plan);
  }
}
