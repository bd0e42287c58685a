import { type Row, sourceOf, type Value } from '../company.ts';
import { daysBetween } from '../time.ts';
import type { World } from '../world.ts';

/** Orders that are sales: not cancelled (unknown status counts), not returns, of an account and with a date. */
export const salesOf = (world: World): Row[] =>
  world
    .live('order')
    .filter((order) => order.status !== 'cancelled' && order.is_return !== true && known(order.account_id) && known(order.ordered_at));

export const known = (value: Value | undefined): boolean => value !== null && value !== undefined;

/** Earliest first; of one moment, in the order of ids. */
export const byTime =
  (world: World, field: string) =>
  (a: Row, b: Row): number =>
    (world.moment(a[field])?.at ?? 0) - (world.moment(b[field])?.at ?? 0) || (String(a.id) < String(b.id) ? -1 : 1);

/** Rows put together by what `key` says of them. */
export function groupBy(rows: readonly Row[], key: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups.values()];
}

export const accountOf = (row: Row): string => `${sourceOf(row)} ${row.account_id}`;

/** Days since an earlier time: a difference of dates if either is only a date, else elapsed. */
export function daysSince(world: World, earlier: Value | undefined, later: Value | undefined): number | null {
  const [from, to] = [world.moment(earlier), world.moment(later)];
  if (from === null || to === null) return null;
  return from.dateOnly || to.dateOnly ? daysBetween(from.day, to.day) : (to.at - from.at) / 86_400_000;
}

/** Each order of a customer with its place among the customer's orders. */
export function orderSequence(world: World): Row[] {
  return groupBy(salesOf(world), accountOf).flatMap((orders) => {
    const sorted = orders.sort(byTime(world, 'ordered_at'));
    return sorted.map((order, index) => ({
      _source: sourceOf(order),
      order_id: order.id ?? null,
      account_id: order.account_id ?? null,
      ordered_at: order.ordered_at ?? null,
      ordinal: index + 1,
      previous_ordered_at: sorted[index - 1]?.ordered_at ?? null,
      days_since_previous: daysSince(world, sorted[index - 1]?.ordered_at, order.ordered_at),
      next_ordered_at: sorted[index + 1]?.ordered_at ?? null,
      amount: order.amount ?? null,
      currency: order.currency ?? null,
    }));
  });
}

/** The same for each product that a customer orders; an order with two lines of a product is one. */
export function productOrderSequence(world: World): Row[] {
  const pairs = new Map<string, Row>();
  for (const order of salesOf(world)) {
    for (const line of world.live('order_line')) {
      if (sourceOf(line) !== sourceOf(order) || line.order_id !== order.id || !known(line.product_id)) continue;
      pairs.set(`${sourceOf(order)} ${order.id} ${line.product_id}`, { ...order, product_id: line.product_id ?? null });
    }
  }
  return groupBy([...pairs.values()], (row) => `${accountOf(row)} ${row.product_id}`).flatMap((orders) => {
    const sorted = orders.sort(byTime(world, 'ordered_at'));
    return sorted.map((order, index) => ({
      _source: sourceOf(order),
      order_id: order.id ?? null,
      account_id: order.account_id ?? null,
      product_id: order.product_id ?? null,
      ordered_at: order.ordered_at ?? null,
      ordinal: index + 1,
      previous_ordered_at: sorted[index - 1]?.ordered_at ?? null,
      days_since_previous: daysSince(world, sorted[index - 1]?.ordered_at, order.ordered_at),
      next_ordered_at: sorted[index + 1]?.ordered_at ?? null,
    }));
  });
}
