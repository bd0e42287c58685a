import { anomaly } from './conditions/anomaly.ts';
import { change } from './conditions/change.ts';
import { guard } from './conditions/guard.ts';
import { mix } from './conditions/mix.ts';
import { reading } from './conditions/reading.ts';
import { stale } from './conditions/stale.ts';
import { target, threshold } from './conditions/threshold.ts';
import { type Judged, only } from './judged.ts';
import type { Looked } from './looked.ts';
import type { AlertCondition } from './rule.ts';

function judged(condition: AlertCondition, looked: Looked): Judged | null {
  switch (condition.kind) {
    case 'threshold':
      return threshold(condition, looked);
    case 'target':
      return target(condition, looked);
    case 'change':
      return change(condition, looked);
    case 'anomaly':
      return anomaly(condition, looked);
    case 'mix':
      return mix(condition, looked);
    case 'guard':
      return guard(looked);
    case 'stale':
      return stale(condition, looked);
    case 'reading':
      return reading(condition, looked);
  }
}

/** What a condition makes of the last of the cells, by itself: held against the other rules it is by `corrected`. */
export function look(condition: AlertCondition, looked: Looked): Judged {
  if (condition.kind === 'stale') return stale(condition, looked);
  const now = looked.cells.at(-1);
  if (!now || now.state === 'unavailable') return only('error');
  if (now.value === null || now.state === 'no_data') return only('no_data', null, now.n);
  if (now.state === 'immature' || now.state === 'partial' || now.n < looked.leastSample) return only('unclear', now.value, now.n);
  // No target, no past, no counterpart: nothing can be said.
  return judged(condition, looked) ?? only('unclear', now.value, now.n);
}
