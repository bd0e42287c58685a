import type { DurationMetric } from '../../../src/metrics/metric.ts';
import { elapsed, holds, timeOf } from '../expression.ts';
import { coverageOf, isAsked, placesOf, quantileOf, type Result, type Scope, sumOf, within } from '../scope.ts';
import { closeOfDay, type Moment } from '../time.ts';

/** Time from one event to another: over completed cases that ended in the period, or over all that started in it. */
export function duration(metric: DurationMetric, scope: Scope): Result {
  return metric.censoring === 'kaplan_meier' ? survival(metric, scope) : completed(metric, scope);
}

function completed(metric: DurationMetric, scope: Scope): Result {
  const reasons = new Set<string>();
  const lengths: number[] = [];
  let expected = 0;
  for (const at of placesOf(scope.world, metric.dataset, reasons)) {
    const [start, end] = [timeOf(at, metric.start), timeOf(at, metric.end)];
    if (!within(scope.period, end) || !holds(metric.where, at) || !isAsked(scope, at, end)) continue;
    expected += 1;
    const length = lengthOf(metric, scope, start, end, reasons);
    if (length !== null) lengths.push(length);
  }
  const parts = metric.statistic === 'mean' ? { numerator: sumOf(lengths), denominator: lengths.length } : {};
  return {
    value: statisticOf(metric, lengths),
    ...parts,
    n: lengths.length,
    coverage: coverageOf(lengths.length, expected),
    immature: false,
    reasons: [...reasons],
  };
}

/** A case whose end lies before its start is left out, and said. */
function lengthOf(metric: DurationMetric, scope: Scope, start: Moment | null, end: Moment | null, reasons: Set<string>): number | null {
  if (start === null || end === null) return null;
  const backwards = start.dateOnly || end.dateOnly ? end.day < start.day : end.at < start.at;
  if (!backwards) return elapsed(scope.world, start, end, metric.unit, metric.time);
  reasons.add('end_before_start');
  return null;
}

function statisticOf(metric: DurationMetric, lengths: readonly number[]): number | null {
  if (lengths.length === 0) return null;
  if (metric.statistic === 'mean') return sumOf(lengths) / lengths.length;
  return quantileOf(lengths, { median: 0.5, km_median: 0.5, p75: 0.75, p90: 0.9 }[metric.statistic]);
}

/**
 * Kaplan and Meier's estimate, JASA 53 (1958): the first length by which half of the cases have ended. All that began by the last day known are
 * watched until the end of that day; what ended later had not ended by then.
 */
function survival(metric: DurationMetric, scope: Scope): Result {
  const { world } = scope;
  const reasons = new Set<string>();
  const cases: { length: number; ended: boolean }[] = [];
  let expected = 0;
  const known: Moment | null = scope.knownTo === null ? null : closeOfDay(scope.knownTo, world.zone);
  for (const at of placesOf(world, metric.dataset, reasons)) {
    const [start, end] = [timeOf(at, metric.start), timeOf(at, metric.end)];
    if (!within(scope.period, start) || !holds(metric.where, at) || !isAsked(scope, at, start)) continue;
    if (known !== null && start.day > known.day) continue;
    expected += 1;
    const ended = end !== null && (known === null || end.day <= known.day);
    const length = lengthOf(metric, scope, start, ended ? end : known, reasons);
    if (length !== null) cases.push({ length, ended });
  }
  let surviving = 1;
  let value: number | null = null;
  const lengths = [...new Set(cases.filter((one) => one.ended).map((one) => one.length))].sort((a, b) => a - b);
  for (const length of lengths) {
    const atRisk = cases.filter((one) => one.length >= length).length;
    const ended = cases.filter((one) => one.ended && one.length === length).length;
    surviving *= 1 - ended / atRisk;
    if (value === null && surviving <= 0.5 + 1e-12) value = length;
  }
  if (value === null && cases.length > 0) reasons.add('median_not_reached');
  return { value, n: cases.length, coverage: coverageOf(cases.length, expected), immature: false, reasons: [...reasons] };
}
