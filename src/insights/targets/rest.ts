import type { Rest } from './course.ts';
import type { TargetKind } from './target-kind.ts';

/** A base period (a month, a week) of which some is left: what is expected of all of it, and which part of it is left. */
export interface Step {
  readonly mean: number;
  readonly deviation: number;
  /** Of its working days: 0 to 1. */
  readonly left: number;
}

/**
 * What is to come in the rest of a period, from the forecasts of the base periods that it is made of.
 *
 * Of a base period of which a share p is left, a sum brings p·F and strays by σ·√p (what a period brings is taken as many small independent parts, so that variance
 * grows with time). Errors of several base periods are taken to go together, as they do when the level was misjudged: their deviations are added, which errs on the wide
 * side. Of a level, F weighed by p; its part in the end strays as that of a sum, over the whole period. Of a stock, the change from `last`, the latest close.
 * @param total the base periods in the whole target's period, parts counted as parts
 */
export function restOf(kind: TargetKind, steps: readonly Step[], total: number, last: number | null): Rest | null {
  const left = steps.reduce((sum, step) => sum + step.left, 0);
  const [first] = steps;
  const end = steps.at(-1);
  if (!first || !end || left === 0) return null;
  const strays = steps.reduce((sum, step) => sum + step.deviation * Math.sqrt(step.left), 0);
  switch (kind) {
    case 'flow':
      return { mean: steps.reduce((sum, step) => sum + step.mean * step.left, 0), deviation: strays };
    case 'level':
      return { mean: steps.reduce((sum, step) => sum + step.mean * step.left, 0) / left, deviation: strays / total };
    case 'stock':
      if (last === null) return null;
      return {
        mean: first.left * (first.mean - last) + (end.mean - first.mean),
        deviation: steps.length === 1 ? strays : end.deviation,
      };
    case 'whole':
      return null;
  }
}
