import { type Row, sourceOf, type Value } from '../company.ts';
import { addDays } from '../time.ts';
import type { World } from '../world.ts';
import { byTime, groupBy } from './orders.ts';

/** Each time a customer became one at risk: days in a row with a score of 25 or more. */
export function riskEpisode(world: World, made: { readonly risks: readonly Row[]; readonly customers: readonly Row[] }): Row[] {
  const day = (value: Value | undefined): string | null => world.moment(value)?.day ?? null;
  const flagged = made.risks.filter((span) => Number(span.score) >= 25);
  return groupBy(flagged, (span) => JSON.stringify([span._source, span.account_id])).flatMap((spans) => {
    const sorted = [...spans].sort((a, b) => ((day(a.valid_from) ?? '') < (day(b.valid_from) ?? '') ? -1 : 1));
    const episodes: { first: Row; to: string | null }[] = [];
    for (const span of sorted) {
      const last = episodes.at(-1);
      if (last && last.to !== null && last.to === day(span.valid_from)) last.to = day(span.valid_to);
      else episodes.push({ first: span, to: day(span.valid_to) });
    }
    return episodes.map(({ first, to }) => {
      const from = day(first.valid_from) ?? '';
      const action = world
        .live('retention_action')
        .filter((one) => sourceOf(one) === first._source && one.account_id === first.account_id)
        .filter((one) => (day(one.acted_at) ?? '') >= from && (day(one.acted_at) ?? '9') <= addDays(from, 30))
        .sort(byTime(world, 'acted_at'))[0];
      const stay = made.customers.find(
        (span) =>
          span._source === first._source &&
          span.account_id === first.account_id &&
          (day(span.valid_from) ?? '') <= from &&
          (day(span.valid_to) ?? '') > from,
      );
      const score = Number(first.score);
      return {
        _source: first._source ?? null,
        account_id: first.account_id ?? null,
        started_at: from,
        ended_at: to,
        score,
        score_band: score >= 60 ? '60-100' : score >= 40 ? '40-59' : '25-39',
        revenue: first.revenue ?? null,
        currency: first.currency ?? null,
        acted_at: action?.acted_at ?? null,
        action_type: action?.type ?? null,
        lost_at: stay?.valid_to ?? null,
      };
    });
  });
}
