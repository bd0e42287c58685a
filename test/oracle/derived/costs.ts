import { type Row, sourceOf } from '../company.ts';
import { daysOf } from '../time.ts';
import type { World } from '../world.ts';

/** Money has four places, halves up. */
export const asMoney = (amount: number): number => Math.floor(amount * 10_000 + 0.5) / 10_000;

/** Costs with a period day by day, the days' amounts rounded so that they add up; others on the day they were incurred, else on the known end of their period. */
export function costDay(world: World): Row[] {
  return world.live('cost').flatMap((cost) => {
    const [from, to, on] = [cost.period_start, cost.period_end, cost.incurred_on].map((value) => world.moment(value)?.day ?? null);
    const share = (day: string | null, amount: number | null): Row => ({
      _source: sourceOf(cost),
      cost_id: cost.id ?? null,
      category: cost.category ?? null,
      function: cost.function ?? null,
      channel: cost.channel ?? null,
      campaign_id: cost.campaign_id ?? null,
      owner_id: cost.owner_id ?? null,
      day,
      amount,
      currency: cost.currency ?? null,
    });
    const amount = (cost.amount ?? null) === null ? null : Number(cost.amount);
    if (from !== null && from !== undefined && to !== null && to !== undefined && from <= to) {
      const days = daysOf(from, to);
      const upTo = (index: number): number => asMoney(((amount ?? 0) * index) / days.length);
      return days.map((day, index) => share(day, amount === null ? null : upTo(index + 1) - upTo(index)));
    }
    const day = on ?? from ?? to ?? null;
    return day === null ? [] : [share(day, amount)];
  });
}
