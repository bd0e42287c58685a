import { type Row, sourceOf, type Value } from '../company.ts';
import { inBase as inCurrency } from '../money.ts';
import type { World } from '../world.ts';
import { asMoney } from './costs.ts';
import { known } from './orders.ts';

interface Item {
  readonly account: Value;
  readonly row: Row;
  readonly from: string;
  readonly to: string | null;
}

/** Open deals and undelivered sales of accounts, for as long as the account owes something that is due or more than its limit. */
export function creditExposureSpan(world: World, made: { readonly debts: readonly Row[]; readonly deals: readonly Row[] }): Row[] {
  const day = (value: Value | undefined): string | null => world.moment(value)?.day ?? null;
  const inBase = (amount: Value | undefined, currency: Value | undefined, on: string): number | null => {
    const converted = inCurrency(world, amount, currency, on);
    return converted === null ? null : asMoney(converted);
  };
  return [...deals(world, made.deals, day), ...waitingOrders(world, day)].flatMap(({ account, row, from, to }) => {
    const debts = made.debts
      .filter((debt) => debt._source === row._source && debt.account_id === account)
      .map((debt) => ({ debt, from: day(debt.valid_from) ?? '', to: day(debt.valid_to) }))
      .filter((debt) => debt.to === null || debt.to > debt.from);
    const record = world.find('account', String(row._source), String(account));
    const turns = [...new Set(debts.flatMap((debt) => (debt.to === null ? [debt.from] : [debt.from, debt.to])))].sort();
    return turns.flatMap((turn, index) => {
      const next = turns[index + 1] ?? null;
      const open = debts.filter((debt) => debt.from <= turn && (debt.to === null || debt.to > turn));
      const owed = open.reduce((sum, one) => sum + (inBase(one.debt.balance, one.debt.currency, one.from) ?? 0), 0);
      const dues = open.flatMap(({ debt }) => (Number(debt.balance) > 0 && known(debt.due_on) ? [day(debt.due_on) ?? ''] : []));
      const limit = inBase(record?.credit_limit, record?.currency, turn);
      const isOver = open.length > 0 && limit !== null && asMoney(owed) > limit;
      const start = turn > from ? turn : from;
      const end = next === null ? to : to === null || next < to ? next : to;
      if ((dues.length === 0 && !isOver) || (end !== null && start >= end) || (to !== null && from >= to)) return [];
      return [
        { ...row, account_id: account, oldest_due_on: dues.sort()[0] ?? null, is_over_limit: isOver, valid_from: start, valid_to: end },
      ];
    });
  });
}

function deals(world: World, spans: readonly Row[], day: (value: Value | undefined) => string | null): Item[] {
  return spans.flatMap((span) => {
    const deal = world.find('opportunity', String(span._source), String(span.opportunity_id));
    const account = deal?.account_id ?? null;
    if (span.status !== 'open' || account === null) return [];
    const { _source, opportunity_id, owner_id, amount, currency } = span;
    const row = { _source, kind: 'opportunity', opportunity_id, order_id: null, owner_id, amount, currency } as Row;
    return [{ account, row, from: day(span.valid_from) ?? '', to: day(span.valid_to) }];
  });
}

function waitingOrders(world: World, day: (value: Value | undefined) => string | null): Item[] {
  return world.live('order').flatMap((order) => {
    const account = order.account_id ?? null;
    const from = day(order.ordered_at);
    if (order.status === 'cancelled' || order.is_return === true || account === null || from === null) return [];
    const deliveries = world.live('delivery').filter((one) => sourceOf(one) === sourceOf(order) && one.order_id === order.id);
    const arrivals = deliveries.map((one) => day(one.delivered_at));
    const allArrived = arrivals.length > 0 && !arrivals.includes(null);
    if (arrivals.length === 0 ? order.status !== 'open' : !allArrived && order.status === 'completed') return [];
    const row = {
      _source: sourceOf(order),
      kind: 'order',
      opportunity_id: order.opportunity_id ?? null,
      order_id: order.id ?? null,
      owner_id: order.owner_id ?? null,
      amount: order.amount ?? null,
      currency: order.currency ?? null,
    };
    return [{ account, row, from, to: allArrived ? (arrivals.sort().at(-1) ?? null) : null }];
  });
}
