import { drawBasket, type Line, makeLine, totalOf } from './basket.ts';
import { pipelines, products } from './catalogue.ts';
import { type Customer, mainContact, nextOf, ownerAt } from './customer.ts';
import { putDealActivities } from './deal-activities.ts';
import { putDealHistory } from './deal-history.ts';
import { putQuotes } from './deal-quotes.ts';
import { type Person, winRateOf } from './people.ts';
import type { Random } from './random.ts';
import { story } from './story.ts';
import { addTo, cents, type World } from './world.ts';

export interface DealPlan {
  readonly type: 'new' | 'expansion' | 'cross_sell';
  readonly at: number;
  /** How promising: multiplies the chance of winning. */
  readonly promise: number;
  readonly leadId?: string;
  readonly campaignId?: string | null;
  readonly parentId?: string;
}

/** The truth about a deal, whether or not it all happens before the end of the sample. */
export interface Deal {
  readonly id: string;
  readonly plan: DealPlan;
  readonly owner: Person;
  readonly lines: readonly Line[];
  readonly amount: number;
  readonly isWon: boolean;
  readonly closedAt: number;
  /** When each open stage was entered, in order; the first is the creation. */
  readonly entered: readonly { readonly stage: number; readonly at: number }[];
  readonly hasDemo: boolean;
}

export interface DealOutcome extends Deal {
  /** Whether it was won, or lost, by the end of the sample. */
  readonly status: 'open' | 'won' | 'lost';
  readonly orderId: string | null;
  readonly quoteId: string | null;
}

const stages = pipelines.Ventas;
const lostReasons: readonly (readonly [string, number])[] = [
  ['Precio', 33],
  ['Competencia', 22],
  ['Sin presupuesto', 17],
  ['Sin respuesta', 12],
  ['Cambio de prioridades', 9],
  ['Plazo de entrega', 7],
];
const lostReasonsWhenLate: typeof lostReasons = [['Plazo de entrega', 75], ...lostReasons];
const competitors = ['Airosella', 'Gelimar Climas', 'Ventorra', 'Frigaluz'];

/** A deal from its first day: stages, quotes, activities, end; everything that the sample's end allows to see. */
export function putDeal(world: World, customer: Customer, plan: DealPlan): DealOutcome {
  const random = world.random.opportunity.at(nextOf(customer, 'opportunity'));
  const deal = drawDeal(world, customer, plan, random);
  const { calendar, ids } = world;
  const isClosed = deal.closedAt <= calendar.end;
  const status = !isClosed ? 'open' : deal.isWon ? 'won' : 'lost';
  const orderId = status === 'won' && needsOrder(deal) ? ids.next('order') : null;
  // The rest of a deal draws from a stream of its own.
  world.random.selling.at(customer.key * 1024 + customer.ordinals.opportunity);
  const history = putDealHistory(world, customer, deal);
  const quoteId = putQuotes(world, customer, deal, status, orderId);
  putDealActivities(world, customer, deal);
  putRow(world, customer, deal, status, history);
  if (status === 'won') {
    const month = calendar.dateOf(deal.closedAt).slice(0, 7);
    addTo(world.tally.wonByOwner, history.owner.id, month, deal.amount / customer.rate);
    addTo(world.tally.byMonth, 'won', month, deal.amount / customer.rate);
  }
  return { ...deal, status, orderId, quoteId };
}

/** A maintenance plan alone is a contract, not an order. */
const needsOrder = (deal: Deal): boolean => deal.lines.some((line) => line.product !== products.care);

function drawDeal(world: World, customer: Customer, plan: DealPlan, random: Random): Deal {
  const { calendar } = world;
  const month = calendar.storyMonth(plan.at);
  const owner = ownerAt(world, customer, plan.at, random);
  const lines =
    plan.type === 'cross_sell'
      ? [makeLine(products.care, Math.ceil(random.logNormal(1.6, 0.5)), products.care.price, customer.rate)]
      : drawBasket(random, customer, month, owner.value);
  const amount = totalOf(lines);
  const euros = amount / customer.rate;
  const isLateProduct = lines[0]?.product === products.recuperator && month >= story.slip.salesFrom;
  const hasDemo = random.chance(0.3);
  const base = plan.type === 'new' ? 0.36 : 0.52;
  const chance = base * plan.promise * winRateOf(owner, month) * (isLateProduct ? story.slip.winRate : 1) * (euros > 25_000 ? 0.85 : 1);
  const isWon = random.chance(Math.max(0.03, Math.min(0.88, chance)));
  const cycle =
    random.logNormal(plan.type === 'new' ? 24 : 13, 0.45) *
    owner.cycle *
    (1 + 0.12 * (lines.length - 1)) *
    (Math.max(500, euros) / 8000) ** 0.12 *
    (hasDemo ? 0.8 : 1) *
    (isWon ? 1 : 1.12);
  const closedAt = decisionDay(world, calendar.afterWork(plan.at, cycle), random);
  const last = isWon
    ? 3
    : random.weighted([
        [0, 22],
        [1, 30],
        [2, 31],
        [3, 17],
      ]);
  return {
    id: world.ids.next('opportunity'),
    plan,
    owner,
    lines,
    amount,
    isWon,
    closedAt,
    hasDemo,
    entered: walk(world, plan.at, cycle, last, random),
  };
}

/** August and Christmas put decisions off. */
function decisionDay(world: World, at: number, random: Random): number {
  const day = world.calendar.dayOf(at);
  const date = world.calendar.date(day).slice(5);
  if (world.calendar.monthOf(day) === 8 && random.chance(0.55)) return world.calendar.afterWork(at, 15 + random.below(10));
  if ((date >= '12-22' || date <= '01-06') && random.chance(0.7)) return world.calendar.afterWork(at, 6 + random.below(8));
  return at;
}

/** The proposal takes longest: the funnel's bottleneck. A few skip the diagnosis. */
function walk(world: World, from: number, cycle: number, last: number, random: Random): Deal['entered'] {
  const lengths = [0.15, 0.2, 0.44, 0.21].slice(0, last + 1).map((share) => share * random.between(0.6, 1.4));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const skips = last > 1 && random.chance(0.04);
  const entered: { stage: number; at: number }[] = [];
  let gone = 0;
  lengths.forEach((length, stage) => {
    if (!(skips && stage === 1)) entered.push({ stage, at: stage === 0 ? from : world.calendar.afterWork(from, (cycle * gone) / whole) });
    gone += length;
  });
  return entered;
}

interface Seen {
  readonly stage: string;
  readonly owner: Person;
  readonly expectedOn: string;
  readonly amount: number;
  readonly nextStepAt: string | null;
  readonly updatedAt: number;
}

function putRow(world: World, customer: Customer, deal: Deal, status: DealOutcome['status'], seen: Seen): void {
  const { calendar, sink } = world;
  const random = world.random.selling;
  const main = deal.lines[0];
  const isLost = status === 'lost';
  const isLate = main?.product === products.recuperator && calendar.storyMonth(deal.closedAt) >= story.slip.salesFrom - 1;
  const reason = random.weighted(isLate ? lostReasonsWhenLate : lostReasons);
  const careless = customer.place.office === story.careless.office;
  const isReasonKnown = !random.chance(careless ? story.careless.lostReasonMissing : story.missing.lostReason);
  const stage = stages.find((one) => one.name === seen.stage) ?? stages[0];
  const cost = deal.lines.reduce((sum, line) => sum + line.cost, 0);
  const isAmountKnown = status !== 'open' || seen.stage !== 'Contacto' || random.chance(0.8);
  sink.put('opportunity', {
    id: deal.id,
    created_at: calendar.iso(deal.plan.at),
    updated_at: calendar.iso(seen.updatedAt),
    name: `${main?.product.name ?? 'Equipos'} – ${customer.company}`,
    account_id: customer.accountId,
    contact_id: random.chance(0.93) ? mainContact(customer) : null,
    lead_id: deal.plan.leadId ?? null,
    campaign_id: deal.plan.campaignId ?? null,
    owner_id: seen.owner.id,
    pipeline: 'Ventas',
    stage: seen.stage,
    status,
    type: deal.plan.type,
    amount: isAmountKnown ? seen.amount : null,
    currency: customer.place.currency,
    margin: isAmountKnown ? cents(seen.amount - cost) : null,
    probability: stage.probability,
    expected_close_on: seen.expectedOn,
    closed_at: status === 'open' ? null : calendar.iso(deal.closedAt),
    lost_reason: isLost && isReasonKnown ? reason : null,
    lost_note: isLost && random.chance(0.15) ? 'Volver a llamar, "quizá el año que viene"' : null,
    competitor: isLost && reason === 'Competencia' ? random.pick(competitors) : null,
    product_id: main?.product.id ?? null,
    quantity: main?.quantity ?? null,
    next_step_at: seen.nextStepAt,
    forecast_category: stage.forecast,
    parent_id: deal.plan.parentId ?? null,
  });
  for (const line of deal.lines) {
    sink.put('opportunity_line', {
      id: world.ids.next('opportunity_line'),
      created_at: calendar.iso(deal.plan.at),
      opportunity_id: deal.id,
      product_id: line.product.id,
      quantity: line.quantity,
      unit_price: line.unitPrice,
      amount: line.amount,
      margin: cents(line.amount - line.cost),
    });
  }
}
