import type { Customer } from './customer.ts';
import type { Deal } from './deal.ts';
import { cents, type World } from './world.ts';

/** The quotes of a deal that came to a proposal; @returns the one that was accepted. */
export function putQuotes(
  world: World,
  customer: Customer,
  deal: Deal,
  status: 'open' | 'won' | 'lost',
  orderId: string | null,
): string | null {
  const { calendar, ids, sink } = world;
  const random = world.random.selling;
  const proposal = deal.entered.find((step) => step.stage === 2);
  if (proposal === undefined) return null;
  const sent = Math.min(calendar.afterWork(proposal.at, random.between(0.1, 2.5)), deal.closedAt - 3600);
  const isRevised = random.chance(0.18);
  const revised = Math.round(sent + (deal.closedAt - sent) * 0.5);
  const put = (at: number, amount: number, decision: { status: string; at: number | null }, order: string | null): string | null => {
    if (at > calendar.end) return null;
    const id = ids.next('quote');
    const decidedAt = calendar.seen(decision.at);
    sink.put('quote', {
      id,
      created_at: calendar.iso(at),
      updated_at: decidedAt ?? calendar.iso(at),
      opportunity_id: deal.id,
      account_id: customer.accountId,
      owner_id: deal.owner.id,
      status: decision.at !== null && decidedAt === null ? 'sent' : decision.status,
      amount,
      currency: customer.place.currency,
      sent_at: calendar.iso(at),
      valid_until: calendar.iso(at + 30 * 86_400),
      decided_at: decidedAt,
      order_id: order,
    });
    return id;
  };
  if (isRevised) put(sent, cents(deal.amount * random.between(1.02, 1.2)), { status: 'rejected', at: revised }, null);
  const ending = status === 'won' ? 'accepted' : status === 'lost' ? (random.chance(0.7) ? 'rejected' : 'expired') : 'sent';
  return put(isRevised ? revised : sent, deal.amount, { status: ending, at: ending === 'sent' ? null : deal.closedAt }, orderId);
}
