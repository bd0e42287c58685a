import { type Row, sourceOf, type Value } from '../company.ts';
import type { World } from '../world.ts';
import { byTime, known } from './orders.ts';

/** The open balance of each invoice over time; neither void ones nor drafts. */
export function receivableSpan(world: World): Row[] {
  return world
    .live('invoice')
    .filter((invoice) => invoice.status !== 'void' && invoice.status !== 'draft')
    .flatMap((invoice) => spansOf(world, invoice));
}

function spansOf(world: World, invoice: Row): Row[] {
  const number = (value: Value | undefined): number | null => (value === null || value === undefined ? null : Number(value));
  const amount = number(invoice.amount) ?? number(invoice.balance);
  if (amount === null) return [];
  const at = (value: Value): number => world.moment(value)?.at ?? 0;
  const reach = watermarkOf(world, invoice);
  const created = world.moment(invoice.created_at)?.day ?? null;
  const begins: Value = invoice.issued_on ?? created ?? reach;
  if (begins === null) return [];
  const startUnknown = (invoice.issued_on ?? created) === null;
  const payments = world
    .live('payment')
    .filter(
      (payment) =>
        sourceOf(payment) === sourceOf(invoice) &&
        payment.invoice_id === invoice.id &&
        known(payment.invoice_id) &&
        known(payment.paid_at) &&
        known(payment.amount),
    )
    .sort(byTime(world, 'paid_at'));
  let paidAt: Value = invoice.paid_at ?? null;
  if (paidAt === null && invoice.status === 'paid') {
    const last = payments.at(-1);
    if (!last) return [];
    paidAt = last.paid_at ?? null;
  }
  /** When the balance turns, and by how much. */
  const turns: { when: Value; to: number }[] = [{ when: begins, to: amount }];
  let left = amount;
  for (const payment of payments) {
    left = Math.round((left - Number(payment.amount)) * 10_000) / 10_000;
    const when = payment.paid_at ?? null;
    if (at(when) <= at(begins)) turns[0] = { when: begins, to: left };
    else turns.push({ when, to: left });
  }
  const balance = number(invoice.balance);
  if (payments.length === 0 && paidAt === null && balance !== null) {
    if (balance === 0) return [];
    if (balance !== amount && reach !== null) {
      if (at(reach) <= at(begins)) turns[0] = { when: begins, to: balance };
      else turns.push({ when: reach, to: balance });
    }
  }
  const spans: Row[] = [];
  for (const [index, turn] of turns.entries()) {
    // Nothing is left of an amount that is positive (or, of a credit note, negative): it ends there.
    if (amount >= 0 ? turn.to <= 0 : turn.to >= 0) break;
    const next: Value = turns[index + 1]?.when ?? null;
    const ends = paidAt !== null && (next === null || at(paidAt) < at(next)) ? paidAt : next;
    if (ends !== null && at(ends) <= at(turn.when)) {
      if (ends === paidAt && paidAt !== null && at(paidAt) <= at(turn.when)) break;
      continue;
    }
    spans.push({
      _source: sourceOf(invoice),
      invoice_id: invoice.id ?? null,
      account_id: invoice.account_id ?? null,
      owner_id: invoice.owner_id ?? null,
      due_on: invoice.due_on ?? null,
      balance: turn.to,
      currency: invoice.currency ?? null,
      valid_from: turn.when,
      valid_to: ends,
      start_unknown: startUnknown,
    });
  }
  return spans;
}

function watermarkOf(world: World, row: Row): Value {
  const reach = world.watermarkOfSource('invoice', sourceOf(row));
  return reach === null ? null : Temporal.Instant.fromEpochMilliseconds(reach).toString();
}
