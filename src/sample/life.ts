import { putActivity } from './activity.ts';
import { drawBasket, type Line, makeLine } from './basket.ts';
import { products } from './catalogue.ts';
import { putContracts } from './contract.ts';
import { type Customer, mainContact, ownerAt } from './customer.ts';
import { type DealOutcome, putDeal } from './deal.ts';
import { putMonthOfCare } from './life-month.ts';
import { type OrderOutcome, placeOrder } from './order.ts';
import { story } from './story.ts';
import { putPurchaseVisit } from './visit.ts';
import type { World } from './world.ts';

const day = 86_400;

/** What a customer's months leave behind for the next ones. */
export interface Life {
  /** Since when, in this stretch, it is a customer. */
  since: number;
  /** Its complaints, as times. */
  readonly complaints: number[];
  /** When somebody last acted to keep it. */
  actedAt: number;
  nextOrder: number;
  contractFrom: number | null;
  contracts: number;
  /** Whether it has a purifier and so needs filters. */
  hasPurifier: boolean;
}

/** A customer from the first order to the end of the sample, or until it leaves; @returns until when it stayed, null if it stays. */
export function putLife(world: World, customer: Customer, deal: DealOutcome): number | null {
  const { calendar } = world;
  const first = sell(world, customer, deal);
  const random = world.random.life.at(customer.key);
  const life: Life = {
    since: deal.closedAt,
    complaints: [],
    actedAt: Number.NEGATIVE_INFINITY,
    nextOrder: Number.POSITIVE_INFINITY,
    contractFrom: null,
    contracts: 0,
    hasPurifier: false,
  };
  take(world, life, deal, first);
  if (first !== null && random.chance(0.56)) startContract(world, life, first.deliveredAt + (2 + random.below(10)) * day);
  life.nextOrder = deal.closedAt + orderInterval(world, customer);
  let month = calendar.storyMonth(deal.closedAt);
  let leftAt: number | null = null;
  while (month < 36) {
    const from = Math.max(life.since, calendar.storyStart(month));
    const to = month === 35 ? calendar.end : calendar.storyStart(month + 1);
    putMonthOfCare(world, customer, life, { from, to, month });
    orderAgain(world, customer, life, to);
    grow(world, customer, life, from, to);
    leftAt = leave(world, customer, life, month, to);
    if (leftAt !== null) {
      // A few come back after some months.
      const back = leftAt + (120 + random.below(150)) * day;
      if (!random.chance(0.08) || back > calendar.end - 30 * day) break;
      leftAt = null;
      life.since = back;
      life.complaints.length = 0;
      life.nextOrder = back;
      month = calendar.storyMonth(back);
      if (life.contracts > 0) startContract(world, life, back);
      continue;
    }
    month++;
  }
  if (life.contractFrom !== null) putContracts(world, customer, { from: life.contractFrom, to: null, reason: null }, life.contracts);
  return leftAt;
}

/** Turns a won deal into its order; null where a contract is all there is. */
function sell(world: World, customer: Customer, deal: DealOutcome): OrderOutcome | null {
  if (deal.orderId === null) return null;
  const { orderId: id, closedAt: at, lines, quoteId } = deal;
  return placeOrder(world, customer, { id, at, lines, owner: deal.owner, opportunityId: deal.id, quoteId });
}

function take(world: World, life: Life, deal: DealOutcome, order: OrderOutcome | null): void {
  if (order !== null) life.complaints.push(...order.complaints);
  if (deal.lines.some((line) => line.product === products.purifier)) life.hasPurifier = true;
  if (deal.lines.some((line) => line.product === products.care))
    startContract(world, life, (order?.deliveredAt ?? deal.closedAt) + 5 * day);
}

function startContract(world: World, life: Life, at: number): void {
  if (life.contractFrom === null && at <= world.calendar.end) life.contractFrom = world.calendar.afterWork(at, 0);
}

/** Installers buy every few weeks, owners of a purifier need filters each quarter, others seldom buy again by themselves. */
function orderInterval(world: World, customer: Customer): number {
  const random = world.random.life;
  const days = customer.industry === 'Instaladores' ? random.logNormal(36, 0.5) : random.logNormal(82, 0.35);
  return Math.round(days * day);
}

function orderAgain(world: World, customer: Customer, life: Life, to: number): void {
  const { calendar } = world;
  const random = world.random.life;
  while (life.nextOrder < to) {
    const wanted = life.nextOrder;
    life.nextOrder = wanted + orderInterval(world, customer);
    const isInstaller = customer.industry === 'Instaladores';
    if (!isInstaller && !(life.hasPurifier ? random.chance(0.92) : random.chance(0.45))) continue;
    const at = calendar.afterWork(wanted, random.next() * 0.9);
    if (at > calendar.end || at >= to) continue;
    const month = calendar.storyMonth(at);
    const owner = ownerAt(world, customer, at, random);
    const filters = (): Line => makeLine(products.filters, 1 + random.poisson(1.6), products.filters.price, customer.rate);
    const isSmall = !isInstaller && (life.hasPurifier || random.chance(0.5));
    const lines = isSmall ? [filters()] : drawBasket(random, customer, month, 0.55).filter((line) => line.product !== products.care);
    if (random.chance(isInstaller ? 0.25 : 0.5)) putPurchaseVisit(world, customer, at, lines);
    const order = placeOrder(world, customer, { at, lines, owner });
    life.complaints.push(...order.complaints);
  }
}

/** Existing customers want more: new deals, at times prompted by a campaign, or the maintenance plan. */
function grow(world: World, customer: Customer, life: Life, from: number, to: number): void {
  const { calendar } = world;
  const random = world.random.life;
  if (to - from < 5 * day || !random.chance(0.034)) return;
  const at = calendar.afterWork(Math.round(random.between(from, to - 3 * day)), random.next() * 0.8);
  if (at >= to || at > calendar.end) return;
  const type = life.contractFrom === null && random.chance(0.4) ? 'cross_sell' : 'expansion';
  const [campaign] = random.chance(0.35) ? (world.campaigns.running(calendar.dayOf(at))[0] ?? []) : [];
  const deal = putDeal(world, customer, { type, at, promise: 1, campaignId: campaign?.id ?? null });
  if (campaign) {
    const touch = { id: world.ids.next('touch'), contact_id: mainContact(customer), campaign_id: campaign.id, channel: campaign.channel };
    world.sink.put('touch', { ...touch, occurred_at: calendar.iso(Math.max(customer.createdAt, at - (1 + random.below(6)) * day)) });
  }
  if (deal.status === 'won') take(world, life, deal, sell(world, customer, deal));
}

const reasons: readonly (readonly [string | null, number])[] = [
  ['Precio', 28],
  ['Competencia', 22],
  ['Cierre del negocio', 16],
  ['Ya no lo necesita', 14],
  ['Mala experiencia', 8],
  [null, 12],
];
const waveReasons: typeof reasons = [
  ['Mala experiencia', 46],
  ['Lentitud del servicio', 36],
  ['Precio', 10],
  [null, 8],
];

/** Whether the customer leaves at the end of a month: those who complained do so far more, most of all in the wave. */
function leave(world: World, customer: Customer, life: Life, month: number, to: number): number | null {
  const { calendar } = world;
  const random = world.random.life;
  const { churnWave: wave } = story;
  if (to - life.since < 45 * day) return null;
  const complained = life.complaints.some((at) => at <= to && at > to - wave.memoryDays * day);
  const acted = life.actedAt > to - wave.memoryDays * day;
  const inWave = complained && month >= wave.from && month < wave.to;
  const isDue =
    life.contractFrom !== null &&
    Math.floor((to - life.contractFrom) / (365 * day)) > Math.floor((to - 31 * day - life.contractFrom) / (365 * day));
  const chance = inWave ? (acted ? wave.monthlyIfActed : wave.monthly) : (complained ? 0.022 : 0.006) + (isDue ? 0.05 : 0);
  if (!random.chance(chance)) return null;
  const at = calendar.afterWork(Math.round(to - (1 + random.below(12)) * day), random.next() * 0.5);
  if (at > calendar.end || at >= to) return null;
  warn(world, customer, at);
  if (life.contractFrom !== null) {
    const reason = random.weighted(inWave ? waveReasons : reasons);
    putContracts(world, customer, { from: life.contractFrom, to: Math.max(at, life.contractFrom + day), reason }, life.contracts++);
    life.contractFrom = null;
  }
  return at;
}

/** Who is about to leave often calls about the contract first. */
function warn(world: World, customer: Customer, leavesAt: number): void {
  const random = world.random.life;
  if (!random.chance(0.6)) return;
  const calls = 1 + random.poisson(0.9);
  for (let i = 0; i < calls; i++) {
    putActivity(world, {
      type: 'call',
      direction: 'in',
      purpose: 'service',
      topic: i === 0 ? 'baja' : random.pick(['contrato', 'baja', 'factura']),
      ownerId: random.pick(world.people.agents(world.calendar.storyMonth(leavesAt))).id,
      accountId: customer.accountId,
      contactId: mainContact(customer),
      at: Math.max(customer.createdAt, world.calendar.afterWork(leavesAt - (4 + random.below(25)) * day, random.next() * 0.8)),
      duration: random.logNormal(420, 0.4),
      wrap: random.logNormal(80, 0.4),
      connected: true,
    });
  }
}
