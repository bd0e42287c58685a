import { putActivity } from './activity.ts';
import { type Customer, mainContact, nextOf } from './customer.ts';
import { story } from './story.ts';
import { inviteToSurvey } from './survey.ts';
import type { World } from './world.ts';

export interface TicketFacts {
  readonly at: number;
  readonly type: 'complaint' | 'question' | 'incident' | 'request';
  readonly topic: string;
  readonly orderId?: string | null;
  readonly productId?: string | null;
}

const channels: readonly (readonly [string, number])[] = [
  ['teléfono', 46],
  ['correo', 30],
  ['web', 16],
  ['chat', 8],
];
const causes: Readonly<Record<TicketFacts['type'], readonly string[]>> = {
  complaint: ['producto', 'servicio', 'facturación'],
  question: ['uso', 'facturación', 'contrato'],
  incident: ['avería', 'instalación'],
  request: ['visita', 'recambio', 'documentación'],
};
const priorities: readonly (readonly [string, number])[] = [
  ['alta', 18],
  ['normal', 64],
  ['baja', 18],
];

/** A ticket with the calls and e-mails about it and the surveys after it. In the service crisis all takes longer. */
export function putTicket(world: World, customer: Customer, facts: TicketFacts): void {
  const { calendar, ids, sink } = world;
  const random = world.random.ticket.at(nextOf(customer, 'ticket'));
  const month = calendar.storyMonth(facts.at);
  const crisis = story.serviceCrisis;
  const inCrisis = month >= crisis.from && month < crisis.to;
  const agent = random.pick(world.people.agents(month));
  const id = ids.next('ticket');
  const channel = random.weighted(channels);
  const priority = random.weighted(priorities);
  const solvesAlone = facts.type !== 'complaint' && random.chance(0.2);
  const answered = calendar.afterOfficeHours(facts.at, random.logNormal(2, 0.8) * (inCrisis ? crisis.firstResponse : 1));
  const hours = random.logNormal(facts.type === 'incident' ? 18 : 11, 0.9) * (inCrisis ? crisis.resolution : 1);
  const resolved = solvesAlone ? facts.at + 600 + random.below(86_400) : calendar.afterOfficeHours(answered, hours);
  const closed = calendar.afterWork(resolved, random.between(1, 4));
  const isReopened = !solvesAlone && random.chance(inCrisis ? 0.11 : 0.05) && closed <= calendar.end;
  const reopened = calendar.afterWork(closed, random.between(1, 9));
  const closedAgain = calendar.afterWork(reopened, random.between(1, 5));
  const wasReopened = isReopened && reopened <= calendar.end;
  const [resolvedAt, closedAt] = wasReopened ? [closedAgain, closedAgain] : [resolved, closed];
  const isResolved = resolvedAt <= calendar.end;
  const isClosed = closedAt <= calendar.end;
  const isAnswered = !solvesAlone && answered <= calendar.end;
  const transfers = solvesAlone ? 0 : random.poisson(inCrisis ? 0.45 : 0.18);
  const contacts = solvesAlone ? 0 : 1 + transfers + random.poisson(0.24) + (wasReopened ? 1 : 0);
  const due = calendar.afterOfficeHours(facts.at, priority === 'alta' ? 2 : 8);
  const slaDue = calendar.afterOfficeHours(facts.at, priority === 'alta' ? 12 : 36);
  const updated = isClosed ? closedAt : isResolved ? resolvedAt : isAnswered ? answered : facts.at;
  sink.put('ticket', {
    id,
    created_at: calendar.iso(facts.at),
    updated_at: calendar.iso(updated),
    account_id: customer.accountId,
    contact_id: mainContact(customer),
    owner_id: solvesAlone ? null : agent.id,
    order_id: facts.orderId ?? null,
    type: facts.type,
    cause: random.pick(causes[facts.type]),
    topic: facts.topic,
    channel,
    priority,
    product_id: facts.productId ?? null,
    status: isClosed ? 'closed' : isResolved ? 'resolved' : isAnswered ? 'open' : 'new',
    opened_at: calendar.iso(facts.at),
    first_response_at: isAnswered ? calendar.iso(answered) : null,
    resolved_at: isResolved ? calendar.iso(resolvedAt) : null,
    closed_at: isClosed ? calendar.iso(closedAt) : null,
    reopened_at: wasReopened ? calendar.iso(reopened) : null,
    reopen_count: wasReopened ? 1 : 0,
    contact_count: contacts,
    transfer_count: transfers,
    resolved_by: isResolved ? (solvesAlone ? 'customer' : 'agent') : null,
    level: transfers > 0 || random.chance(0.08) ? 2 : 1,
    first_response_due_at: calendar.iso(due),
    sla_due_at: calendar.iso(slaDue),
    sla_met: isResolved ? resolvedAt <= slaDue : null,
  });
  if (solvesAlone) return;
  putContacts(world, customer, { id, agentId: agent.id, topic: facts.topic, channel, contacts, from: answered, to: resolvedAt });
  const mood = (inCrisis ? crisis.satisfaction : 0) + (facts.type === 'complaint' ? -0.7 : 0);
  const shared = { ownerId: agent.id, ticketId: id, touchpoint: 'soporte', theme: 'tiempo de respuesta' };
  if (random.chance(0.5)) inviteToSurvey(world, customer, { kind: 'csat', at: closedAt + 3600, mean: 4.4 + mood, ...shared });
  if (random.chance(0.3)) inviteToSurvey(world, customer, { kind: 'ces', at: closedAt + 7200, mean: 5.6 + mood * 1.2, ...shared });
}

interface Contacts {
  readonly id: string;
  readonly agentId: string;
  readonly topic: string;
  readonly channel: string;
  readonly contacts: number;
  readonly from: number;
  readonly to: number;
}

function putContacts(world: World, customer: Customer, facts: Contacts): void {
  const random = world.random.ticket;
  const isCall = facts.channel === 'teléfono';
  for (let i = 0; i < facts.contacts; i++) {
    const share = facts.contacts === 1 ? 0 : i / (facts.contacts - 1);
    putActivity(world, {
      type: isCall ? 'call' : 'email',
      direction: i === 0 ? 'in' : random.chance(0.5) ? 'in' : 'out',
      purpose: 'service',
      topic: facts.topic,
      ownerId: facts.agentId,
      accountId: customer.accountId,
      contactId: mainContact(customer),
      ticketId: facts.id,
      at: Math.round(facts.from + (facts.to - facts.from) * share),
      ...(isCall ? { duration: random.logNormal(310, 0.5), wrap: random.logNormal(75, 0.4), connected: true } : {}),
    });
  }
}
