import type { RetentionMetric } from '../../../src/metrics/metric.ts';
import { type At, fieldOf, holds, timeOf, worthOf } from '../expression.ts';
import { isAsked, keyOf, placesOf, type Result, type Scope, sumOf } from '../scope.ts';
import { addDays, closeOfDay, earliest } from '../time.ts';
import { simple } from './simple.ts';
import { holdsAt } from './stock.ts';

/** Of the entities there before the period began, those that are there at its end. The question's filters choose who is asked about, not who stayed. */
export function retention(metric: RetentionMetric, scope: Scope): Result {
  const reasons = new Set<string>();
  const spans = placesOf(scope.world, metric.dataset, reasons).filter(
    (at) => holds(metric.where, at) && fieldOf(at, metric.entity) !== null,
  );
  const entity = (at: At): string => keyOf(at.row, fieldOf(at, metric.entity));
  // What is not known yet stays as it was last known.
  const known = (day: string): string => (scope.knownTo !== null && scope.knownTo < day ? scope.knownTo : day);
  const before = known(addDays(scope.period.start, -1));
  const after = known(scope.period.end);
  const askedAt = (day: string): At[] => spans.filter((at) => isAsked(scope, at, closeOfDay(day, scope.world.zone)));
  const there = askedAt(before).filter((at) => holdsAt(at, before));
  const stayed = new Set(spans.filter((at) => holdsAt(at, after)).map(entity));

  const worthAt = (at: At): number => (metric.weighting === 'entity' ? 1 : Number((metric.value && worthOf(metric.value, at)) ?? 0));
  const worthOfEach = (places: readonly At[]): Map<string, number> => {
    const sums = new Map<string, number>();
    for (const at of places) sums.set(entity(at), worthAt(at) + (metric.weighting === 'value' ? (sums.get(entity(at)) ?? 0) : 0));
    return sums;
  };
  const worth = worthOfEach(there);
  const total = sumOf([...worth.values()]);
  const kept = sumOf([...worth].filter(([key]) => stayed.has(key)).map(([, value]) => value));
  const base = { n: worth.size, coverage: 1, immature: false };
  const share = (part: number): Result => ({
    ...base,
    value: total === 0 ? null : part / total,
    numerator: part,
    denominator: total,
    reasons: total === 0 ? [...reasons, 'denominator_zero'] : [...reasons],
  });
  switch (metric.mode) {
    case 'rate':
      return share(kept);
    case 'lost_rate':
      return share(total - kept);
    case 'net':
    case 'gross': {
      const later = worthOfEach(spans.filter((at) => holdsAt(at, after) && worth.has(entity(at))));
      const parts = [...worth].flatMap(([key, was]) => {
        const is = later.get(key);
        return is === undefined ? [] : [metric.mode === 'gross' && is > was ? was : is];
      });
      return share(sumOf(parts));
    }
    case 'kept':
      if (metric.brought) return broughtBy(metric.brought, new Set([...worth.keys()].filter((key) => stayed.has(key))), scope);
      return { ...base, value: kept, reasons: [...reasons] };
    case 'lost':
      return { ...base, value: total - kept, reasons: [...reasons] };
    case 'formula': {
      const asked = askedAt(after);
      const atEnd = new Set(asked.filter((at) => holdsAt(at, after)).map(entity));
      // New are those never there before, also when they are gone again by the end: what the texts' formula does not see.
      const everyone = new Set(asked.map(entity));
      const fresh = [...everyone].filter((key) => {
        const first = earliest(spans.filter((at) => entity(at) === key).map((at) => timeOf(at, 'valid_from')?.day ?? '0000-01-01'));
        return first !== null && first > before && first <= after;
      });
      return share(atEnd.size - fresh.length);
    }
  }
}

/** The sum over the period's rows of some entities; the question's groups and filters chose the entities. */
function broughtBy(brought: NonNullable<RetentionMetric['brought']>, who: ReadonlySet<string>, scope: Scope): Result {
  const { dataset, entity, at, of, where } = brought;
  return simple(
    { kind: 'simple', dataset, aggregate: 'sum', of, at, ...(where ? { where } : {}) },
    { ...scope, group: {}, where: [] },
    (row) => fieldOf(row, entity) !== null && who.has(keyOf(row.row, fieldOf(row, entity))),
  );
}
