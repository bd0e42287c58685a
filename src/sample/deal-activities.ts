import { putActivity } from './activity.ts';
import { type Customer, mainContact } from './customer.ts';
import type { Deal } from './deal.ts';
import type { World } from './world.ts';

const kinds: readonly (readonly ['call' | 'email' | 'meeting' | 'task', number])[] = [
  ['call', 46],
  ['email', 32],
  ['meeting', 13],
  ['task', 9],
];
const subjects = ['Seguimiento de la propuesta', 'Medición en obra', 'Dudas sobre el presupuesto', 'Revisión de plazos', 'Próximos pasos'];

/** Calls, e-mails, visits and demonstrations for a deal, in office hours, until it closes. */
export function putDealActivities(world: World, customer: Customer, deal: Deal): void {
  const { calendar } = world;
  const random = world.random.selling;
  const from = deal.plan.at;
  const days = Math.max(1, (deal.closedAt - from) / 86_400);
  const shared = {
    purpose: 'sales',
    ownerId: deal.owner.id,
    accountId: customer.accountId,
    contactId: mainContact(customer),
    opportunityId: deal.id,
    campaignId: null,
  } as const;
  // Longer cycles take more contacts, but not in proportion.
  const count = random.poisson(Math.min(14, 1.5 + 0.75 * Math.sqrt(days) * deal.owner.calls));
  for (let i = 0; i < count; i++) {
    const type = random.weighted(kinds);
    const at = calendar.afterWork(Math.round(from + random.next() * (deal.closedAt - from) * 0.97), 0.01);
    const isConnected = random.chance(0.62);
    const direction = type === 'task' ? undefined : random.chance(type === 'email' ? 0.7 : 0.85) ? 'out' : 'in';
    putActivity(world, {
      ...shared,
      type,
      subject: random.pick(subjects),
      at: Math.min(at, deal.closedAt - 60),
      ...(direction ? { direction } : {}),
      ...(type === 'call' ? { duration: isConnected ? random.logNormal(280, 0.6) : 20, connected: isConnected } : {}),
      ...(type === 'call' ? { outcome: isConnected ? 'hablado' : 'no contesta', wrap: random.logNormal(50, 0.4) } : {}),
      ...(type === 'meeting' ? { duration: random.logNormal(3000, 0.35), outcome: 'realizada' } : {}),
    });
  }
  if (!deal.hasDemo) return;
  const at = calendar.afterWork(Math.round(from + (deal.closedAt - from) * 0.3), 0.01);
  const subject = 'Demostración en la oficina';
  putActivity(world, {
    ...shared,
    type: 'demo',
    direction: 'out',
    subject,
    at: Math.min(at, deal.closedAt - 60),
    duration: random.logNormal(4200, 0.25),
  });
}
