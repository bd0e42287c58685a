import { putActivity } from './activity.ts';
import { type Customer, mainContact, sizeFactor } from './customer.ts';
import type { Life } from './life.ts';
import { story } from './story.ts';
import { inviteToSurvey } from './survey.ts';
import { putTicket } from './ticket.ts';
import { cents, type World } from './world.ts';

interface Month {
  readonly from: number;
  readonly to: number;
  readonly month: number;
}

const day = 86_400;
const topics = {
  question: ['Uso del mando', 'Duda sobre la factura', 'Condiciones del contrato', 'Consumo eléctrico'],
  incident: ['No enfría', 'Ruido en la unidad exterior', 'Fuga de agua', 'Error en el termostato'],
  request: ['Visita de revisión', 'Recambio', 'Certificado de instalación'],
  complaint: ['Mala atención', 'Avería repetida', 'Error en la factura', 'Espera demasiado larga'],
} as const;

/** A month of service: tickets, what is done after a complaint, surveys, what the customer asks for in vain. */
export function putMonthOfCare(world: World, customer: Customer, life: Life, month: Month): void {
  if (month.to - month.from < day) return;
  putTickets(world, customer, life, month);
  keep(world, customer, life, month);
  askOpinion(world, customer, life, month);
  askInVain(world, customer, month);
}

function putTickets(world: World, customer: Customer, life: Life, { from, to, month }: Month): void {
  const { calendar } = world;
  const random = world.random.life;
  const crisis = story.serviceCrisis;
  const inCrisis = month >= crisis.from && month < crisis.to;
  const summer = [6, 7, 8].includes(calendar.monthOf(calendar.dayOf(from))) ? 1.4 : 1;
  const mean = 0.26 * sizeFactor[customer.size] * summer * ((to - from) / (30 * day));
  const count = random.poisson(mean);
  for (let i = 0; i < count; i++) {
    const type = random.weighted([
      ['complaint', 11 * (inCrisis ? crisis.complaints : 1)],
      ['question', 34],
      ['incident', 36],
      ['request', 19],
    ]);
    const at = calendar.afterWork(Math.round(random.between(from, to)), random.next() * 0.9);
    if (at >= to || at > calendar.end) continue;
    putTicket(world, customer, { at, type, topic: random.pick(topics[type]) });
    if (type === 'complaint') life.complaints.push(at);
  }
}

const costs = { call: 0, promotion: 90, gift: 35, escalation: 40 } as const;

/** After a third of the complaints somebody acts to keep the customer. */
function keep(world: World, customer: Customer, life: Life, { from, to }: Month): void {
  const { calendar, ids, sink } = world;
  const random = world.random.life;
  const complaint = life.complaints.find((at) => at >= from && at < to);
  if (complaint === undefined || !random.chance(0.35)) return;
  const at = calendar.afterWork(complaint, random.between(1, 7));
  if (at > calendar.end) return;
  const type = random.weighted([
    ['call', 50],
    ['promotion', 25],
    ['gift', 15],
    ['escalation', 10],
  ]);
  const keeper = random.pick(world.people.keepers);
  life.actedAt = at;
  sink.put('retention_action', {
    id: ids.next('retention_action'),
    account_id: customer.accountId,
    owner_id: keeper.id,
    type,
    cost: cents(costs[type] * random.between(0.7, 1.5)),
    currency: 'EUR',
    acted_at: calendar.iso(at),
  });
  const shared = { accountId: customer.accountId, contactId: mainContact(customer), ownerId: keeper.id, at };
  if (type === 'call')
    putActivity(world, {
      ...shared,
      type: 'call',
      direction: 'out',
      purpose: 'retention',
      duration: random.logNormal(500, 0.4),
      connected: true,
    });
}

/** NPS in spring and autumn; once a year, whom else the customer buys from. */
function askOpinion(world: World, customer: Customer, life: Life, { from, to, month }: Month): void {
  const { calendar } = world;
  const random = world.random.life;
  const recent = life.complaints.some((at) => at < to && at > to - 120 * day);
  const crisis = story.serviceCrisis;
  const mood = (recent ? -2.4 : 0) + (month >= crisis.from && month <= crisis.to ? -1 : 0);
  const calendarMonth = calendar.monthOf(calendar.dayOf(to - day));
  const asks = { 3: 0.6, 9: 0.6 }[calendarMonth] ?? 0.12;
  const at = calendar.afterWork(Math.round(random.between(from, to)), 0.1);
  if (at >= to) return;
  if (random.chance(asks)) inviteToSurvey(world, customer, { kind: 'nps', at, mean: 8.7 + mood, touchpoint: 'relación' });
  if (calendarMonth === 11 && random.chance(0.4))
    inviteToSurvey(world, customer, { kind: 'wallet', at: at + 3600, mean: 8.7 + mood, touchpoint: 'relación' });
}

/** Requests for the product that is no longer sold, when it gets cold. */
function askInVain(world: World, customer: Customer, { from, to, month }: Month): void {
  const { calendar, ids, sink } = world;
  const random = world.random.life;
  const isCold = [10, 11, 12, 1, 2].includes(calendar.monthOf(calendar.dayOf(from)));
  const chance = month < story.discontinued.month ? 0 : isCold ? 0.05 : 0.008;
  const at = calendar.afterWork(Math.round(random.between(from, to)), 0.2);
  if (!random.chance(chance) || at > calendar.end) return;
  const isOld = random.chance(0.8);
  sink.put('demand_signal', {
    id: ids.next('demand_signal'),
    account_id: customer.accountId,
    contact_id: mainContact(customer),
    product_name: isOld ? story.discontinued.product : 'Suelo radiante',
    product_id: isOld ? 'P9' : null,
    price_point: random.chance(0.8) ? cents(random.logNormal(isOld ? story.discontinued.askedPrice : 2600, 0.2)) : null,
    currency: 'EUR',
    source: random.pick(['llamada', 'ticket', 'visita']),
    occurred_at: calendar.iso(at),
  });
}
