import { normalQuantile } from '../../../src/estimators/normal.ts';
import { drawTowards, fitIntervals, type IntervalPrior, type IntervalSums, nextOrder } from '../../../src/estimators/order_timing.ts';
import { type Row, sourceOf, type Value } from '../company.ts';
import { addDays, daysBetween } from '../time.ts';
import type { World } from '../world.ts';
import { quarterStart, reachOf } from './forecasts.ts';
import { groupBy } from './orders.ts';

interface OrderDay {
  readonly day: string;
  readonly at: Value;
}

/** An account's days with orders, of anything or of a product. */
interface History {
  readonly source: string;
  readonly account: Value;
  readonly product: string | null;
  readonly days: readonly OrderDay[];
}

const historiesOf = (world: World, rows: readonly Row[]): History[] =>
  groupBy(rows, (row) => JSON.stringify([sourceOf(row), row.account_id, row.product_id ?? null])).map((own) => {
    const days = new Map<string, OrderDay>();
    for (const row of own.toSorted((a, b) => Number(a.ordinal) - Number(b.ordinal))) {
      const day = world.moment(row.ordered_at)?.day ?? '';
      if (!days.has(day)) days.set(day, { day, at: row.ordered_at ?? null });
    }
    const [first = {}] = own;
    return {
      source: sourceOf(first),
      account: first.account_id ?? null,
      product: first.product_id ? String(first.product_id) : null,
      days: [...days.values()],
    };
  });

/** Logarithms of the intervals that ended before a day. */
const logsBefore = ({ days }: History, before: string): number[] =>
  days.flatMap(({ day }, index) => (index > 0 && day < before ? [Math.log(daysBetween(days[index - 1]?.day ?? '', day))] : []));

const sumsOf = (customers: readonly (readonly number[])[]): IntervalSums => {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const told = customers.filter(({ length }) => length > 0);
  return {
    intervals: told.flat().length,
    customers: told.length,
    squaredCounts: sum(told.map(({ length }) => length ** 2)),
    sum: sum(told.flat()),
    squares: sum(told.flat().map((value) => value ** 2)),
    betweenSquares: sum(told.map((own) => sum(own) ** 2 / own.length)),
  };
};

const priorOf = (customers: readonly (readonly number[])[]): { prior: IntervalPrior; n: number } | null => {
  const sums = sumsOf(customers);
  const fit = sums.intervals < 3 ? null : fitIntervals(sums);
  return fit && { prior: drawTowards(fit, sums.intervals, { mean: fit.mean, within: 0.25, between: 0.25 }, 10), n: sums.intervals };
};

/** When each account should order next, told after each day with orders. */
export function orderForecast(world: World, orders: readonly Row[], products: readonly Row[]): Row[] {
  const any = historiesOf(world, orders);
  const byProduct = historiesOf(world, products);
  return [...any, ...byProduct].flatMap((history) => {
    const alike = (history.product === null ? any : byProduct).filter(({ source }) => source === history.source);
    const all = [...any, ...byProduct].filter(({ source }) => source === history.source);
    const lastEnded =
      all
        .flatMap(({ days }) => (days.length > 1 ? [days.at(-1)?.day ?? ''] : []))
        .sort()
        .at(-1) ?? '';
    const reach = [reachOf(world, history.source, ['order']) ?? '', lastEnded].sort().at(-1) ?? '';
    return history.days.flatMap(({ day, at }, index): Row[] => {
      const quarter = quarterStart(day);
      if (quarter > reach) return [];
      const wide = priorOf(alike.map((one) => logsBefore(one, quarter)));
      if (wide === null) return [];
      const same = priorOf(alike.filter(({ product }) => product === history.product).map((one) => logsBefore(one, quarter)));
      const isOwn = history.product !== null && same !== null && same.n >= 10;
      const prior = isOwn ? drawTowards(same.prior, same.n, wide.prior) : wide.prior;
      const logs = logsBefore(history, addDays(day, 1));
      const own = { intervals: logs.length, meanLog: logs.length === 0 ? 0 : logs.reduce((sum, log) => sum + log, 0) / logs.length };
      const next = nextOrder(prior, own);
      const spread = Math.log(next.upper / next.expected) / normalQuantile(0.9);
      const after = (days: number, least = 1): string => addDays(day, Math.max(least, Math.min(3650, days)));
      return [
        {
          _source: history.source,
          account_id: history.account,
          level: history.product === null ? 'account' : 'product',
          product_id: history.product,
          valid_from: at,
          valid_to: history.days[index + 1]?.at ?? null,
          orders: index + 1,
          learned_from: isOwn ? same.n : wide.n,
          own_weight: next.ownWeight,
          expected_days: next.expected,
          lower_days: next.lower,
          upper_days: next.upper,
          expected_on: after(Math.floor(next.expected + 0.5)),
          lower_on: after(Math.floor(next.lower + 0.5)),
          upper_on: after(Math.ceil(next.upper)),
          lapsed_on: after(Math.ceil(next.expected * Math.exp(normalQuantile(0.99) * spread)) + 1, world.settings.customer.active_days + 1),
        },
      ];
    });
  });
}
