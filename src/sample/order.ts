import { costOf, type Line, totalOf } from './basket.ts';
import { putInvoice } from './billing.ts';
import { products } from './catalogue.ts';
import { type Customer, mainContact, nextOf } from './customer.ts';
import type { Person } from './people.ts';
import { story } from './story.ts';
import { inviteToSurvey } from './survey.ts';
import { putTicket } from './ticket.ts';
import { addTo, type World } from './world.ts';

export interface OrderPlan {
  /** Given where the quote names it already. */
  readonly id?: string;
  readonly at: number;
  readonly lines: readonly Line[];
  readonly owner: Person;
  readonly opportunityId?: string;
  readonly quoteId?: string | null;
}

export interface OrderOutcome {
  readonly deliveredAt: number;
  readonly complaints: readonly number[];
}

/** An order with its lines, deliveries, invoice, surveys, and the complaints that a late delivery brings. */
export function placeOrder(world: World, customer: Customer, plan: OrderPlan): OrderOutcome {
  const { calendar, ids, sink } = world;
  const random = world.random.order.at(nextOf(customer, 'order'));
  const id = plan.id ?? ids.next('order');
  const isCancelled = random.chance(0.018);
  const complaints: number[] = [];
  let deliveredAt = plan.at;
  for (const line of plan.lines) {
    const lineId = ids.next('order_line');
    sink.put('order_line', {
      id: lineId,
      created_at: calendar.iso(plan.at),
      order_id: id,
      product_id: line.product.id,
      quantity: line.quantity,
      unit_price: line.unitPrice,
      amount: line.amount,
      cost: line.cost,
    });
    if (isCancelled || line.product.leadTime === null) continue;
    const leadTime = line.product.leadTime;
    const isSlipping = line.product === products.recuperator && calendar.storyMonth(plan.at) >= story.slip.from && random.chance(0.75);
    const share = isSlipping ? random.logNormal(0.72 * story.slip.leadTime, 0.3) : random.logNormal(0.72, 0.22);
    const promised = calendar.afterWork(plan.at, leadTime);
    const arrived = calendar.afterWork(plan.at, leadTime * share);
    const lateDays = calendar.dayOf(arrived) - calendar.dayOf(promised);
    const isPartial = random.chance(0.025);
    const seen = calendar.seen(arrived);
    deliveredAt = Math.max(deliveredAt, arrived);
    sink.put('delivery', {
      id: ids.next('delivery'),
      created_at: calendar.iso(plan.at),
      updated_at: seen ?? calendar.iso(plan.at),
      order_id: id,
      order_line_id: lineId,
      product_id: line.product.id,
      promised_at_first: calendar.iso(promised),
      // Who is late promises anew, and half the time keeps that.
      promised_at:
        lateDays > 0 ? calendar.iso(random.chance(0.5) ? arrived : calendar.afterWork(promised, leadTime * 0.4)) : calendar.iso(promised),
      delivered_at: seen,
      quantity: line.quantity,
      delivered_quantity: seen === null ? null : isPartial ? Math.floor(line.quantity * 0.8) : line.quantity,
    });
    const complainsAt = calendar.afterWork(promised, random.between(2, 6));
    if (random.chance(lateDays > 3 ? 0.24 : isPartial ? 0.2 : 0.012)) {
      if (complainsAt <= calendar.end) {
        const topic = lateDays > 3 ? 'Retraso en la entrega' : 'Producto defectuoso';
        putTicket(world, customer, { at: complainsAt, type: 'complaint', topic, orderId: id, productId: line.product.id });
        complaints.push(complainsAt);
      }
    }
    if (random.chance(0.6)) {
      const mood = lateDays > 3 ? (isSlipping ? story.slip.satisfaction : -0.9) : isPartial ? -0.5 : 0;
      inviteToSurvey(world, customer, {
        kind: 'csat',
        at: calendar.afterWork(arrived, 2),
        mean: 4.45 + mood,
        touchpoint: 'entrega',
        theme: lateDays > 3 ? 'plazo de entrega' : 'producto',
        orderId: id,
        productId: line.product.id,
        ownerId: plan.owner.id,
      });
    }
  }
  const isDone = isCancelled || deliveredAt <= calendar.end;
  const amount = totalOf(plan.lines);
  const cancelledAt = calendar.afterWork(plan.at, 1);
  const doneAt = isCancelled ? cancelledAt : deliveredAt;
  putOrder(world, customer, {
    id,
    at: plan.at,
    owner: plan.owner,
    status: isCancelled && cancelledAt <= calendar.end ? 'cancelled' : isDone ? 'completed' : 'open',
    updatedAt: doneAt <= calendar.end ? doneAt : plan.at,
    amount,
    cost: costOf(plan.lines),
    isReturn: false,
    opportunityId: plan.opportunityId ?? null,
    quoteId: plan.quoteId ?? null,
  });
  if (!isCancelled) {
    addTo(world.tally.byMonth, 'sales', calendar.dateOf(plan.at).slice(0, 7), amount / customer.rate);
    putInvoice(world, customer, { orderId: id, amount, at: deliveredAt, ownerId: plan.owner.id });
    returnSome(world, customer, plan, deliveredAt);
  }
  return { deliveredAt, complaints };
}

/** Now and then a line comes back: an order of its own, with a negative amount. */
function returnSome(world: World, customer: Customer, plan: OrderPlan, deliveredAt: number): void {
  const random = world.random.order;
  const line = plan.lines[0];
  const at = world.calendar.afterWork(deliveredAt, random.between(5, 20));
  if (!random.chance(0.015) || line === undefined || line.product.leadTime === null || at > world.calendar.end) return;
  const id = world.ids.next('order');
  const created = world.calendar.iso(at);
  const [amount, cost] = [-line.amount, -line.cost];
  const facts = { created_at: created, order_id: id, product_id: line.product.id, quantity: -line.quantity, unit_price: line.unitPrice };
  world.sink.put('order_line', { id: world.ids.next('order_line'), ...facts, amount, cost });
  const owner = plan.owner;
  putOrder(world, customer, {
    ...{ id, at, owner, status: 'completed', updatedAt: at, amount, cost, isReturn: true, opportunityId: null, quoteId: null },
  });
}

interface OrderFacts {
  readonly id: string;
  readonly at: number;
  readonly owner: Person;
  readonly status: string;
  readonly updatedAt: number;
  readonly amount: number;
  readonly cost: number;
  readonly isReturn: boolean;
  readonly opportunityId: string | null;
  readonly quoteId: string | null;
}

function putOrder(world: World, customer: Customer, facts: OrderFacts): void {
  const at = world.calendar.iso(facts.at);
  world.sink.put('order', {
    id: facts.id,
    created_at: at,
    updated_at: world.calendar.iso(facts.updatedAt),
    account_id: customer.accountId,
    contact_id: mainContact(customer),
    opportunity_id: facts.opportunityId,
    quote_id: facts.quoteId,
    owner_id: facts.owner.id,
    status: facts.status,
    ordered_at: at,
    amount: facts.amount,
    currency: customer.place.currency,
    cost: facts.cost,
    is_return: facts.isReturn,
  });
}
