import { rfmBoxes, rfmOf } from '../../../src/model/segment.ts';
import { type Row, sourceOf } from '../company.ts';
import { inBase } from '../money.ts';
import { type Moment, startOfDay } from '../time.ts';
import type { World } from '../world.ts';
import { accountOf, salesOf } from './orders.ts';

const nextMonth = (day: string, months = 1): string => Temporal.PlainDate.from(day).with({ day: 1 }).add({ months }).toString();

interface Scored {
  readonly account: Row;
  /** The first day of the month after the one scored. */
  readonly from: string;
  readonly scores: readonly [number, number, number];
}

/** The scores of the accounts at the beginning of a day, which is the first of a month. */
function scoresAt(world: World, from: string, months: number, reaches: (source: string) => boolean): Scored[] {
  const since = nextMonth(from, -months);
  const totals = new Map<string, { account: Row; recency: string; frequency: number; amount: number }>();
  for (const sale of salesOf(world)) {
    const at = world.moment(sale.ordered_at);
    if (at === null || at.day < since || at.day >= from || !reaches(sourceOf(sale))) continue;
    const before = totals.get(accountOf(sale)) ?? { account: sale, recency: '', frequency: 0, amount: 0 };
    totals.set(accountOf(sale), {
      account: sale,
      recency: at.day > before.recency ? at.day : before.recency,
      frequency: before.frequency + 1,
      amount: before.amount + worth(world, sale, at),
    });
  }
  const all = [...totals.values()];
  const score = (isWorse: (other: (typeof all)[number]) => boolean): number =>
    1 + Math.floor((5 * all.filter(isWorse).length) / all.length);
  return all.map((one) => ({
    account: one.account,
    from,
    scores: [
      score((other) => other.recency < one.recency),
      score((other) => other.frequency < one.frequency),
      score((other) => cents(other.amount) < cents(one.amount)),
    ],
  }));
}

const cents = (amount: number): number => Math.floor(amount * 10_000 + 0.5);

/** In the workspace's currency at the rate of the day; nothing where it is not known. */
const worth = (world: World, sale: Row, at: Moment): number => inBase(world, sale.amount, sale.currency, at.day) ?? 0;

/** Scores that stay the same from month to month are one row. */
export function accountRfm(world: World): Row[] {
  const rule = rfmOf(world.settings);
  const sales = salesOf(world);
  if (rule === null || sales.length === 0) return [];
  const known = (source: string): number => {
    const reach = world.watermarkOfSource('order', source) ?? 0;
    return world.asOf === null
      ? reach
      : Math.min(reach, startOfDay(Temporal.PlainDate.from(world.asOf).add({ days: 1 }).toString(), world.zone) - 1000);
  };
  const reaches = (source: string, day: string): boolean => startOfDay(day, world.zone) - 1000 <= known(source);
  const first = sales.map((sale) => world.moment(sale.ordered_at)?.day ?? '9999').sort()[0] ?? '';
  const sources = [...new Set(sales.map(sourceOf))];
  const open = new Map<string, Scored>();
  const rows: Row[] = [];
  const close = (one: Scored, until: string | null): void => {
    const [recency, frequency, amount] = one.scores;
    const value = Math.floor((frequency + amount + 1) / 2);
    const box = rfmBoxes.find(({ recency: [r1, r2], value: [v1, v2] }) => r1 <= recency && recency <= r2 && v1 <= value && value <= v2);
    rows.push({
      _source: sourceOf(one.account),
      account_id: one.account.account_id ?? null,
      recency,
      frequency,
      amount,
      class: box?.name ?? null,
      valid_from: one.from,
      valid_to: until,
    });
  };
  for (let from = nextMonth(first); sources.some((source) => reaches(source, from)); from = nextMonth(from)) {
    const now = new Map(scoresAt(world, from, rule.months, (source) => reaches(source, from)).map((one) => [accountOf(one.account), one]));
    for (const [key, one] of open) {
      if (!reaches(sourceOf(one.account), from) || String(now.get(key)?.scores) === String(one.scores)) continue;
      close(one, from);
      open.delete(key);
    }
    for (const [key, one] of now) if (!open.has(key)) open.set(key, one);
  }
  for (const one of open.values()) close(one, null);
  return rows;
}
