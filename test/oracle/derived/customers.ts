import { type Row, sourceOf, type Value } from '../company.ts';
import { addDays } from '../time.ts';
import { isLive, type World } from '../world.ts';
import { type ContractPeriod, contractPeriods } from './contracts.ts';
import { known } from './orders.ts';

interface Stay {
  readonly from: Value;
  /** Null: it goes on. */
  readonly to: Value;
  readonly reason: Value;
}

/**
 * From when to when an account is a customer: by its contracts, else by its orders, else by its payments; or only by the first or the second, as the glossary has it. An account that is not on record is one
 * all the same; one that is deleted, merged or a test is none.
 */
export function customerSpan(world: World): Row[] {
  const contracts = contractPeriods(world).map(({ contract, start, stop, cancelled }) => ({
    who: whoOf(contract, contract.account_id),
    contract,
    start,
    stop,
    cancelled,
  }));
  const orders = salesWithAccount(world).map(({ order, account }) => ({ who: whoOf(order, account), at: order.ordered_at ?? null }));
  const payments = paymentsWithAccount(world).map(({ payment, account }) => ({
    who: whoOf(payment, account),
    source: sourceOf(payment),
    at: payment.paid_at ?? null,
  }));
  const whos = new Map([...contracts, ...orders, ...payments].flatMap(({ who }) => (who === null ? [] : [[JSON.stringify(who), who]])));
  return [...whos.values()].flatMap(({ source, id }) => {
    const record = world.find('account', source, id);
    if (record !== null && !isLive(record)) return [];
    const isOwn = ({ who }: { who: Who | null }): boolean => who !== null && who.source === source && who.id === id;
    const inOrder = (times: readonly Value[]): Value[] => [...times].sort((a, b) => atOf(world, a) - atOf(world, b));
    const own = contracts.filter(isOwn);
    const ordered = inOrder(orders.filter(isOwn).map(({ at }) => at));
    const paid = inOrder(payments.filter(isOwn).map(({ at }) => at));
    const { customer } = world.settings.glossary;
    const [origin, spans] =
      customer === 'contracts' || (customer !== 'orders' && own.length > 0)
        ? (['contract', byContracts(world, own)] as const)
        : customer === 'orders' || ordered.length > 0
          ? (['order', byEvents(world, ordered)] as const)
          : (['payment', byEvents(world, paid)] as const);
    const firstContract = inOrder(own.map(({ start }) => start))[0] ?? null;
    const hasPayments = payments.some((payment) => payment.source === source);
    const firstPaid = hasPayments ? (paid[0] ?? null) : (ordered[0] ?? firstContract);
    return spans.map((span, index) => ({
      _source: source,
      account_id: id,
      valid_from: span.from,
      valid_to: span.to,
      ordinal: index + 1,
      first_paid_at: firstPaid,
      origin,
      cancel_reason: span.reason,
    }));
  });
}

interface Who {
  readonly source: string;
  readonly id: string;
}

const whoOf = (row: Row, account: Value | undefined): Who | null =>
  account === null || account === undefined ? null : { source: sourceOf(row), id: String(account) };

const atOf = (world: World, value: Value): number => world.moment(value)?.at ?? 0;
const dayOf = (world: World, value: Value): string => world.moment(value)?.day ?? '';

/** Orders that are not cancelled and no returns, with their own account or their contact's. */
function salesWithAccount(world: World): { order: Row; account: Value }[] {
  return world
    .live('order')
    .filter((order) => order.status !== 'cancelled' && order.is_return !== true && known(order.ordered_at))
    .map((order) => {
      const contact = known(order.contact_id) ? world.find('contact', sourceOf(order), String(order.contact_id)) : null;
      return { order, account: order.account_id ?? contact?.account_id ?? null };
    });
}

function paymentsWithAccount(world: World): { payment: Row; account: Value }[] {
  return world
    .live('payment')
    .filter((payment) => known(payment.paid_at) && Number(payment.amount ?? 1) > 0)
    .map((payment) => {
      const invoice = known(payment.invoice_id) ? world.find('invoice', sourceOf(payment), String(payment.invoice_id)) : null;
      return { payment, account: payment.account_id ?? invoice?.account_id ?? null };
    });
}

/** Contracts that overlap or follow on the same or the next day are one stay. */
function byContracts(world: World, periods: readonly ContractPeriod[]): Stay[] {
  const sorted = [...periods].sort((a, b) => atOf(world, a.start) - atOf(world, b.start));
  const stays: Stay[] = [];
  for (const { contract, start, stop, cancelled } of sorted) {
    const reason = cancelled ? (contract.cancel_reason ?? null) : null;
    const last = stays.at(-1);
    if (!last || (last.to !== null && dayOf(world, start) > addDays(dayOf(world, last.to), 1)))
      stays.push({ from: start, to: stop, reason });
    else if (last.to !== null && (stop === null || atOf(world, stop) > atOf(world, last.to)))
      stays.splice(-1, 1, { from: last.from, to: stop, reason });
  }
  return stays;
}

/** Each event keeps the customer through N days after it; the day after that it is lost. */
function byEvents(world: World, events: readonly Value[]): Stay[] {
  const active = world.settings.customer.active_days;
  const stays: Stay[] = [];
  for (const event of events) {
    const lost = addDays(dayOf(world, event), active + 1);
    const last = stays.at(-1);
    if (last && dayOf(world, event) < String(last.to)) stays.splice(-1, 1, { ...last, to: lost });
    else stays.push({ from: event, to: lost, reason: null });
  }
  return stays;
}
