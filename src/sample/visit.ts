import { type Line, totalOf } from './basket.ts';
import type { Cell } from './columns.ts';
import { type Customer, mainContact } from './customer.ts';
import { emailOf, personName } from './names.ts';
import { secondOfDay } from './season.ts';
import { story } from './story.ts';
import type { World } from './world.ts';

interface Session {
  readonly visitorId: string;
  readonly contactId: string | null;
  readonly at: number;
  readonly source: string;
  readonly medium: string;
  readonly isPaid: boolean;
  readonly campaignId: string | null;
  readonly page: string;
  readonly engaged: number;
}

const origins: readonly (readonly [readonly [string, string, boolean], number])[] = [
  [['google', 'orgánico', false], 44],
  [['directo', 'directo', false], 22],
  [['google', 'cpc', true], 18],
  [['instagram', 'social', false], 9],
  [['directorio-instaladores.example', 'referencia', false], 7],
];
const pages = ['/', '/productos', '/mantenimiento', '/recuperadores', '/blog/ahorro', '/contacto'];

function putSession(world: World, session: Session): string {
  const id = world.ids.next('web_session');
  world.sink.put('web_session', {
    id,
    visitor_id: session.visitorId,
    contact_id: session.contactId,
    started_at: world.calendar.iso(session.at),
    engaged_s: Math.round(session.engaged),
    source: session.source,
    medium: session.medium,
    is_paid: session.isPaid,
    campaign_id: session.campaignId,
    landing_page: session.page,
  });
  return id;
}

function putEvent(world: World, sessionId: string, visitorId: string, type: string, at: number, value: Cell, currency: Cell): void {
  const id = world.ids.next('web_event');
  world.sink.put('web_event', {
    id,
    session_id: sessionId,
    visitor_id: visitorId,
    type,
    occurred_at: world.calendar.iso(at),
    value,
    currency,
  });
}

/** Somebody who looks around, once or a few times, and sometimes subscribes; @returns the subscriber's id. */
export function putVisitor(world: World, key: number, at: number): { contactId: string; at: number } | null {
  const { calendar, campaigns, ids, sink } = world;
  const random = world.random.visit.at(key);
  const visitorId = `v${key}`;
  const running = campaigns.running(calendar.dayOf(at)).filter(([one]) => one.channel === 'ads');
  const month = calendar.storyMonth(at);
  const isGiveaway = month >= story.giveaway.from && month < story.giveaway.to && random.chance(0.25);
  const ad = running[0]?.[0];
  const [source, medium, isPaid] = isGiveaway ? (['instagram', 'social de pago', true] as const) : random.weighted(origins);
  const campaignId = isGiveaway ? campaigns.giveaway.id : isPaid && ad ? ad.id : null;
  // Who comes for the prize does not subscribe.
  const subscribes = random.chance(isGiveaway ? 0.006 : isPaid ? 0.04 : 0.055);
  const sessions = 1 + random.poisson(subscribes ? 1.2 : 0.6);
  const contactId = subscribes ? ids.next('contact') : null;
  let time = at;
  let subscribedAt: number | null = null;
  for (let i = 0; i < sessions && time <= calendar.end; i++) {
    const engaged = isGiveaway ? random.logNormal(14, 0.6) : random.logNormal(55, 0.9);
    const isLast = i === sessions - 1;
    const session = { visitorId, contactId: isLast ? contactId : null, at: time, source, medium, isPaid: isPaid && i === 0 };
    const id = putSession(world, { ...session, campaignId: i === 0 ? campaignId : null, page: random.pick(pages), engaged });
    const after = time + Math.max(5, Math.round(engaged));
    if (isLast && subscribes && after <= calendar.end) {
      putEvent(world, id, visitorId, 'signup', after, null, null);
      subscribedAt = after;
    }
    time += Math.round(random.logNormal(4 * 86_400, 0.8));
  }
  if (contactId === null || subscribedAt === null) return null;
  const name = personName(random);
  const created = calendar.iso(subscribedAt);
  sink.put('contact', {
    id: contactId,
    created_at: created,
    updated_at: created,
    name,
    email: emailOf(name, `correo-${key.toString(36)}.example`),
    country: 'ES',
    source: isPaid ? 'Anuncios' : 'Web',
    subscribed_at: created,
    consent: 'doble confirmación',
  });
  return { contactId, at: subscribedAt };
}

/** The visits before a lead's form. */
export function putLeadVisit(
  world: World,
  key: number,
  at: number,
  contactId: string | null,
  source: string,
  campaignId: string | null,
): void {
  const random = world.random.leadVisit.at(key);
  const visitorId = `l${key}`;
  const isPaid = source === 'Anuncios';
  const medium = source === 'Email' ? 'correo' : isPaid ? 'cpc' : source === 'Redes sociales' ? 'social' : 'orgánico';
  const engaged = random.logNormal(120, 0.6);
  const started = Math.max(world.calendar.start, at - Math.round(engaged) - 5);
  const from = source === 'Redes sociales' ? 'instagram' : source === 'Email' ? 'boletín' : 'google';
  const id = putSession(world, {
    visitorId,
    contactId,
    at: started,
    source: from,
    medium,
    isPaid,
    campaignId,
    page: random.pick(pages),
    engaged,
  });
  putEvent(world, id, visitorId, 'form', at, null, null);
}

/** An order made in the web shop. */
export function putPurchaseVisit(world: World, customer: Customer, at: number, lines: readonly Line[]): void {
  const random = world.random.shopVisit.at(customer.key * 1024 + customer.ordinals.order);
  const visitorId = `c${customer.accountId}`;
  const engaged = random.logNormal(160, 0.5);
  const contactId = mainContact(customer);
  const started = Math.max(world.calendar.start, at - Math.round(engaged));
  const session = { visitorId, contactId, at: started, source: 'directo', medium: 'directo', isPaid: false, campaignId: null };
  const id = putSession(world, { ...session, page: '/tienda', engaged });
  putEvent(world, id, visitorId, 'purchase', at, totalOf(lines), customer.place.currency);
}

/** When in the day a visitor comes. */
export const visitSecond = (world: World, key: number): number => secondOfDay(world.random.season.at(key * 2 + 1));
