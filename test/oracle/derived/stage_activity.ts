import { type Row, sourceOf } from '../company.ts';
import { daysBetween, type Moment } from '../time.ts';
import type { World } from '../world.ts';

const types = ['call', 'email', 'sms', 'meeting', 'demo', 'task'];
const landmark = 5;

const apart = (from: Moment, to: Moment): number =>
  from.dateOnly || to.dateOnly ? daysBetween(from.day, to.day) : (to.at - from.at) / 86_400_000;

/** Visits that led on and outlasted five days, by type of activity, with or without one in those days. */
export function stageActivity(world: World, visits: readonly Row[]): Row[] {
  const long = visits.flatMap((visit) => {
    const [from, to] = [world.moment(visit.valid_from), world.moment(visit.valid_to)];
    if (visit.category !== 'open' || visit.start_unknown === true || !from || !to || (visit.advanced_at ?? null) === null) return [];
    const days = apart(from, to);
    return days > landmark ? [{ visit, from, days }] : [];
  });
  const amountOf = (row: Row): number => Number(row.amount ?? 0);
  const peersOf = (visit: Row) =>
    long
      .filter(
        (one) =>
          sourceOf(one.visit) === sourceOf(visit) &&
          (one.visit.currency ?? '') === (visit.currency ?? '') &&
          (one.visit.amount ?? null) !== null,
      )
      .sort(
        (a, b) =>
          amountOf(a.visit) - amountOf(b.visit) ||
          (String(a.visit.opportunity_id) < String(b.visit.opportunity_id)
            ? -1
            : String(a.visit.opportunity_id) > String(b.visit.opportunity_id)
              ? 1
              : a.from.at - b.from.at),
      );
  return long.flatMap(({ visit, from, days }) => {
    const peers = peersOf(visit);
    const place = peers.findIndex((one) => one.visit === visit);
    const early = new Set(
      world
        .live('activity')
        .filter((row) => sourceOf(row) === sourceOf(visit) && row.opportunity_id === visit.opportunity_id)
        .flatMap((row) => {
          const at = world.moment(row.occurred_at);
          const after = at === null ? -1 : apart(from, at);
          return after >= 0 && after <= landmark ? [row.type] : [];
        }),
    );
    return types.map((type) => ({
      _source: sourceOf(visit),
      opportunity_id: visit.opportunity_id ?? null,
      activity_type: type,
      pipeline: visit.pipeline ?? null,
      stage: visit.stage ?? null,
      size_band: place < 0 ? null : Math.floor((place * 3) / peers.length) + 1,
      owner_id: visit.owner_id ?? null,
      entered_at: visit.valid_from ?? null,
      left_at: visit.valid_to ?? null,
      with_activity: early.has(type),
      remaining_days: days - landmark,
      log_days: Math.log(days - landmark),
    }));
  });
}
