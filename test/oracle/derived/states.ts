import { type Row, sourceOf, type Value } from '../company.ts';
import { addDays, daysBetween } from '../time.ts';
import { isLive, type World } from '../world.ts';

const touches = ['call', 'email', 'sms', 'meeting', 'demo'];

/** The rows of other datasets that the states of deals are told from. */
interface Beside {
  readonly spans: readonly Row[];
  readonly guesses: readonly Row[];
  readonly visits: readonly Row[];
}

/** Open deals moment by moment: what was known of each when something happened. */
export function opportunityStateSpan(world: World, { spans, guesses, visits }: Beside): Row[] {
  const usual = usualStays(world, visits);
  const at = (value: Value | undefined): number => world.moment(value)?.at ?? 0;
  const day = (value: Value | undefined): string => world.moment(value)?.day ?? '';
  const isOf = (deal: Row) => (row: Row) => sourceOf(row) === sourceOf(deal) && row.opportunity_id === deal.id;
  return world.live('opportunity').flatMap((deal) => {
    const own = spans.filter(isOf(deal)).sort((a, b) => at(a.valid_from) - at(b.valid_from));
    const marks = guesses.filter(isOf(deal)).sort((a, b) => at(a.valid_from) - at(b.valid_from));
    const acts = world
      .live('activity')
      .filter((row) => isOf(deal)(row) && (row.occurred_at ?? null) !== null && row.type !== 'note')
      .sort((a, b) => at(a.occurred_at) - at(b.occurred_at));
    const steps = world.changes(sourceOf(deal), 'opportunity', String(deal.id), 'next_step_at');
    const stepRows = world
      .live('field_change')
      .filter(
        (row) =>
          row.entity === 'opportunity' && row.field === 'next_step_at' && row.record_id === deal.id && sourceOf(row) === sourceOf(deal),
      );
    const writtenStep = new Map(stepRows.map((row) => [String(row.id), row.changed_at ?? null]));
    const cuts: Value[] = [
      ...own.map((row) => row.valid_from ?? null),
      ...marks.map((row) => row.valid_from ?? null),
      ...acts.map((row) => row.occurred_at ?? null),
      ...steps.map((change) => writtenStep.get(change.key) ?? null),
    ].sort((a, b) => at(a) - at(b) || Number(world.moment(a)?.dateOnly) - Number(world.moment(b)?.dateOnly));
    const moments = cuts.filter((cut, index) => index === 0 || at(cut) !== at(cuts[index - 1]));
    return moments.flatMap((from, index) => {
      const place = own.findLastIndex((row) => at(row.valid_from) <= at(from));
      const span = own[place];
      if (span?.status !== 'open') return [];
      let since = place;
      while (since > 0 && (own[since - 1]?.stage ?? null) === (span.stage ?? null)) since -= 1;
      const stageSince = day(own[since]?.valid_from);
      const pushes = own.slice(0, place + 1).filter((row, i) => {
        const before = own[i - 1]?.expected_close_on ?? null;
        return before !== null && (row.expected_close_on ?? null) !== null && String(row.expected_close_on) > String(before);
      }).length;
      const stay = usual.get(JSON.stringify([sourceOf(deal), span.pipeline ?? '', span.stage ?? null]));
      const now = acts.filter((row) => at(row.occurred_at) === at(from));
      const touched = acts.filter(
        (row) => at(row.occurred_at) <= at(from) && touches.includes(String(row.type)) && row.connected !== false,
      );
      const done = steps.filter((change) => change.at.at <= at(from)).length;
      const last = done === 0 ? steps[0]?.was : steps[done - 1]?.became;
      const step = done >= steps.length ? (world.moment(deal.next_step_at)?.day ?? null) : last ? last.slice(0, 10) : null;
      const older = world
        .live('opportunity')
        .filter((other) => sourceOf(other) === sourceOf(deal) && other.id !== deal.id && (other.account_id ?? null) !== null)
        .filter(
          (other) =>
            other.account_id === deal.account_id && deal.name && String(other.name).toLowerCase() === String(deal.name).toLowerCase(),
        )
        .filter((other) => other.created_at && deal.created_at)
        .filter(
          (other) =>
            at(other.created_at) < at(deal.created_at) ||
            (at(other.created_at) === at(deal.created_at) && String(other.id) < String(deal.id)),
        )
        .filter((other) => (other.closed_at ? day(other.closed_at) > day(deal.created_at) : (other.status ?? 'open') === 'open'));
      return [
        {
          _source: sourceOf(deal),
          opportunity_id: deal.id ?? null,
          pipeline: span.pipeline ?? null,
          stage: span.stage ?? null,
          amount: span.amount ?? null,
          currency: span.currency ?? null,
          owner_id: span.owner_id ?? null,
          expected_close_on: span.expected_close_on ?? null,
          last_activity_on: touched.length === 0 ? null : day(touched.at(-1)?.occurred_at),
          next_step_on: step,
          stage_since: stageSince,
          slow_from: stay === undefined ? null : addDays(stageSince, Math.floor(1.5 * stay) + 1),
          pushes,
          is_repeated: older.length > 0,
          margin_percentile: marks.filter((row) => at(row.valid_from) <= at(from)).at(-1)?.margin_percentile ?? null,
          activities: now.length,
          activity_s: now.reduce((sum, row) => sum + Number(row.duration_s ?? 0) + Number(row.wrap_s ?? 0), 0),
          valid_from: from,
          valid_to: moments[index + 1] ?? null,
          start_unknown: span.start_unknown ?? null,
        },
      ];
    });
  });
}

/** The median stay in each stage of won deals, in days; only where five or more tell. */
function usualStays(world: World, visits: readonly Row[]): ReadonlyMap<string, number> {
  const stays = new Map<string, number[]>();
  for (const visit of visits) {
    const deal = world.find('opportunity', sourceOf(visit), String(visit.opportunity_id));
    const [from, to] = [world.moment(visit.valid_from), world.moment(visit.valid_to)];
    if (!deal || !isLive(deal) || deal.status !== 'won' || visit.category !== 'open' || visit.start_unknown === true || !from || !to)
      continue;
    const days = from.dateOnly || to.dateOnly ? daysBetween(from.day, to.day) : (to.at - from.at) / 86_400_000;
    const key = JSON.stringify([sourceOf(visit), visit.pipeline ?? '', visit.stage ?? null]);
    stays.set(key, [...(stays.get(key) ?? []), days]);
  }
  return new Map(
    [...stays].flatMap(([key, days]) => {
      const sorted = days.sort((a, b) => a - b);
      const middle = ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2;
      return sorted.length < 5 ? [] : [[key, middle] as const];
    }),
  );
}
