import { putInvoice } from './billing.ts';
import { pipelines, products } from './catalogue.ts';
import type { Customer } from './customer.ts';
import { sizeFactor } from './customer.ts';
import { cents, type World } from './world.ts';

/** How long a customer had the maintenance plan, and why no longer. */
export interface ContractLife {
  readonly from: number;
  /** The notice; null while it lasts. */
  readonly to: number | null;
  readonly reason: string | null;
}

const year = 365 * 86_400;
const periods: readonly (readonly ['month' | 'quarter' | 'year', number])[] = [
  ['month', 20],
  ['quarter', 58],
  ['year', 22],
];
const months = { month: 1, quarter: 3, year: 12 } as const;

/** One contract for each year, each renewing the one before, with an invoice a period. */
export function putContracts(world: World, customer: Customer, life: ContractLife, ordinal: number): void {
  const { calendar, ids, sink } = world;
  const random = world.random.contract.at(customer.key * 1024 + ordinal);
  const period = random.weighted(periods);
  const keeper = random.pick(world.people.keepers);
  let quarterly = products.care.price * sizeFactor[customer.size] * random.between(0.85, 1.25) * customer.rate;
  let previousId: string | null = null;
  for (let from = life.from; from <= calendar.end; from += year) {
    if (life.to !== null && life.to <= from) break;
    const ends = from + year;
    const isLast = life.to !== null && life.to <= ends;
    const renewsAt = calendar.afterWork(ends - (3 + random.below(18)) * 86_400, 0);
    const isRenewed = !isLast && renewsAt <= calendar.end;
    const cancelledAt = isLast ? calendar.seen(life.to) : null;
    const id = ids.next('contract');
    const amount = cents((quarterly * months[period]) / 3);
    const updated = isRenewed ? renewsAt : cancelledAt !== null && life.to !== null ? life.to : from;
    sink.put('contract', {
      id,
      created_at: calendar.iso(from),
      updated_at: calendar.iso(updated),
      account_id: customer.accountId,
      product_id: products.care.id,
      owner_id: keeper.id,
      started_at: calendar.iso(from),
      ends_at: calendar.iso(ends),
      renewal_due_on: calendar.dateOf(ends),
      renewed_at: isRenewed ? calendar.iso(renewsAt) : null,
      cancelled_at: cancelledAt,
      cancel_reason: cancelledAt === null ? null : life.reason,
      amount,
      currency: customer.place.currency,
      period,
      previous_id: previousId,
    });
    putRenewalDeal(world, customer, keeper.id, {
      due: ends,
      decidedAt: isLast ? life.to : renewsAt,
      isRenewed: !isLast,
      amount: amount * (12 / months[period]),
    });
    const step = (year * months[period]) / 12;
    for (let at = from; at < ends && at <= calendar.end && (life.to === null || at < life.to); at += step) {
      putInvoice(world, customer, { orderId: null, amount, at: Math.round(at), ownerId: keeper.id });
    }
    previousId = id;
    // Prices rise each year; some customers add machines, some take some away.
    quarterly *= 1.03 * (random.chance(0.14) ? 1.3 : random.chance(0.08) ? 0.8 : 1);
  }
}

interface Renewal {
  readonly due: number;
  readonly decidedAt: number | null;
  readonly isRenewed: boolean;
  readonly amount: number;
}

const [notice, terms, renewed, gone] = pipelines.Renovaciones;

/** A deal for each renewal, opened sixty days before it is due; a contract given up before then has none. */
function putRenewalDeal(world: World, customer: Customer, ownerId: string, renewal: Renewal): void {
  const { calendar, ids, sink } = world;
  const opened = calendar.afterWork(renewal.due - 60 * 86_400, 0.2);
  if (opened > calendar.end || renewal.decidedAt === null || renewal.decidedAt <= opened + 86_400) return;
  const id = ids.next('opportunity');
  const discussed = calendar.afterWork(Math.round(opened + (renewal.decidedAt - opened) * 0.5), 0.1);
  const isDecided = renewal.decidedAt <= calendar.end;
  const isDiscussed = discussed <= calendar.end && discussed < renewal.decidedAt;
  const ending = renewal.isRenewed ? renewed : gone;
  const stage = isDecided ? ending : isDiscussed ? terms : notice;
  const steps = [
    ...(isDiscussed ? [{ stage: terms, at: discussed }] : []),
    ...(isDecided ? [{ stage: ending, at: renewal.decidedAt }] : []),
  ];
  let before: string = notice.name;
  for (const step of steps) {
    sink.put('field_change', {
      ...{ id: ids.next('field_change'), entity: 'opportunity', record_id: id, field: 'stage', origin: 'native', changed_by: ownerId },
      ...{ old_value: before, new_value: step.stage.name, changed_at: calendar.iso(step.at) },
    });
    before = step.stage.name;
  }
  sink.put('opportunity', {
    id,
    created_at: calendar.iso(opened),
    updated_at: calendar.iso(steps[steps.length - 1]?.at ?? opened),
    name: `Renovación – ${customer.company}`,
    account_id: customer.accountId,
    contact_id: customer.contactIds[0] ?? null,
    owner_id: ownerId,
    pipeline: 'Renovaciones',
    stage: stage.name,
    status: isDecided ? ending.category : 'open',
    type: 'renewal',
    amount: cents(renewal.amount),
    currency: customer.place.currency,
    margin: cents(renewal.amount * 0.55),
    probability: stage.probability,
    expected_close_on: calendar.dateOf(renewal.due),
    closed_at: isDecided ? calendar.iso(renewal.decidedAt) : null,
    lost_reason: isDecided && !renewal.isRenewed ? 'No renueva' : null,
    product_id: products.care.id,
    quantity: 1,
    forecast_category: stage.forecast,
  });
}
