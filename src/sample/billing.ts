import { type Customer, nextOf } from './customer.ts';
import { story } from './story.ts';
import { cents, type World } from './world.ts';

export interface Bill {
  readonly orderId: string | null;
  readonly amount: number;
  readonly at: number;
  readonly ownerId: string;
}

const day = 86_400;

/** An invoice and what is paid of it by the end of the sample. Hotels and restaurants pay late, a few never. */
export function putInvoice(world: World, customer: Customer, bill: Bill): void {
  const { calendar, ids, sink } = world;
  const random = world.random.billing.at(nextOf(customer, 'invoice'));
  if (bill.at > calendar.end || bill.amount <= 0) return;
  const id = ids.next('invoice');
  const issued = calendar.dayOf(bill.at);
  const due = issued + (customer.size === 'Grande' ? 60 : 30);
  const isLatePayer = customer.industry === story.latePayers.industry;
  const delay = random.logNormal(6, 0.8) - 4 + (isLatePayer ? random.between(0.5, 1.5) * story.latePayers.extraDays : 0);
  const isVoid = random.chance(0.006);
  const isUnpaid = isVoid || random.chance(isLatePayer ? 0.035 : 0.008);
  const paidAt = calendar.time(Math.max(issued, Math.round(due + delay)), 36_000 + random.below(20_000));
  const parts = random.chance(0.08) ? [0.5, 0.5] : [1];
  let balance = isVoid ? 0 : bill.amount;
  let last: number | null = null;
  if (!isUnpaid) {
    let rest = bill.amount;
    parts.forEach((share, i) => {
      const at = paidAt + i * 30 * day;
      const amount = i === parts.length - 1 ? cents(rest) : cents(bill.amount * share);
      rest -= amount;
      if (at > calendar.end) return;
      balance = cents(balance - amount);
      last = at;
      sink.put('payment', {
        id: ids.next('payment'),
        invoice_id: id,
        account_id: customer.accountId,
        paid_at: calendar.iso(at),
        amount,
        currency: customer.place.currency,
      });
    });
  }
  const isPaid = !isVoid && balance === 0;
  const date = calendar.date(issued);
  sink.put('invoice', {
    id,
    created_at: calendar.iso(bill.at),
    updated_at: calendar.iso(last ?? bill.at),
    account_id: customer.accountId,
    order_id: bill.orderId,
    owner_id: bill.ownerId,
    number: `FR${date.slice(0, 4)}-${id.slice(1)}`,
    status: isVoid ? 'void' : isPaid ? 'paid' : 'open',
    issued_on: date,
    due_on: calendar.date(due),
    amount: bill.amount,
    balance,
    currency: customer.place.currency,
    paid_at: isPaid ? calendar.seen(last) : null,
    commission_rate: random.pick([0.03, 0.04, 0.05]),
  });
}
