import { putActivity } from './activity.ts';
import { type Customer, drawProspect, mainContact, openAccount, type Prospect } from './customer.ts';
import { putDeal } from './deal.ts';
import { putDuplicates } from './duplicate.ts';
import { drawFate, type LeadFate } from './lead-fate.ts';
import { putLife } from './life.ts';
import { putMailings, putNurturing } from './message.ts';
import type { Person } from './people.ts';
import { places } from './places.ts';
import { story } from './story.ts';
import { putLeadVisit } from './visit.ts';
import { addTo, cents, type World } from './world.ts';

const day = 86_400;

/**
 * A lead and all that comes of it: calls, an account, deals, orders, service, the end. Everything of a case is made at once, so that
 * a company of any size needs no more memory than one case.
 */
export function putLead(world: World, key: number, at: number, isGiveaway: boolean): void {
  const { calendar, ids, tally } = world;
  const random = world.random.lead.at(key);
  const place = random.weighted(places);
  const prospect = drawProspect(random, key, place);
  const month = calendar.storyMonth(at);
  const owner = random.pick(world.people.sellers(place.office, month));
  const fate = drawFate(world, random, { at, isGiveaway, office: place.office });
  const id = ids.next('lead');
  if (fate.campaign) tally.leadsByCampaign.set(fate.campaign.id, (tally.leadsByCampaign.get(fate.campaign.id) ?? 0) + 1);
  addTo(tally.byMonth, 'leads', calendar.dateOf(at).slice(0, 7), 1);
  const isConverted = fate.convertedAt !== null && fate.convertedAt <= calendar.end;
  const customer =
    isConverted && fate.convertedAt !== null ? openAccount(world, key, prospect, owner, fate.convertedAt, fate.source) : null;
  const contactId = customer ? mainContact(customer) : null;
  const deal =
    customer && fate.convertedAt !== null
      ? putDeal(world, customer, {
          ...{ type: 'new', at: fate.convertedAt, promise: fate.promise, leadId: id, campaignId: fate.campaign?.id ?? null },
        })
      : null;
  putRow(world, { id, at, prospect, owner, fate, customer, dealId: deal?.id ?? null, isGiveaway });
  putTouches(world, { key, id, at, owner, fate, contactId, isGiveaway });
  putDuplicates(world, key, { id, at, prospect, owner, source: fate.source, customer });
  if (customer === null || deal === null) return;
  let won = deal;
  // Lost is not dead: some come back months later, and a few of those buy.
  if (deal.status === 'lost' && world.random.lead.chance(0.07)) {
    const again = calendar.afterWork(deal.closedAt + (70 + world.random.lead.below(120)) * day, 0);
    if (again <= calendar.end)
      won = putDeal(world, customer, { type: 'new', at: again, promise: fate.promise, leadId: id, parentId: deal.id });
  }
  const leftAt = won.status === 'won' ? putLife(world, customer, won) : null;
  customer.contactIds.forEach((contact, i) => {
    putMailings(world, key * 8 + 1 + i, contact, customer.createdAt, leftAt, i === 0 ? 0.42 : 0.3);
  });
}

interface LeadFacts {
  readonly id: string;
  readonly at: number;
  readonly prospect: Prospect;
  readonly owner: Person;
  readonly fate: LeadFate;
  readonly customer: Customer | null;
  readonly dealId: string | null;
  readonly isGiveaway: boolean;
}

function putRow(world: World, facts: LeadFacts): void {
  const { calendar, sink } = world;
  const random = world.random.lead;
  const { fate, prospect, customer } = facts;
  const seen = calendar.seen.bind(calendar);
  const happened = [
    facts.at,
    fate.contactedAt,
    fate.qualifiedAt,
    fate.handedOverAt,
    fate.acceptedAt,
    fate.convertedAt,
    fate.lostAt,
    fate.reopenedAt,
  ];
  const updated = Math.max(...happened.filter((time) => time !== null).filter((time) => time <= calendar.end));
  const isLost = fate.lostAt !== null && fate.lostAt <= calendar.end;
  const isBack = fate.reopenedAt !== null && fate.reopenedAt <= calendar.end;
  const isQualified = fate.qualifiedAt !== null && fate.qualifiedAt <= calendar.end;
  const isContacted = fate.contactedAt !== null && fate.contactedAt <= calendar.end;
  const status = customer ? 'converted' : isLost && !isBack ? 'lost' : isQualified ? 'qualified' : isContacted ? 'working' : 'new';
  sink.put('lead', {
    id: facts.id,
    created_at: calendar.iso(facts.at),
    updated_at: calendar.iso(updated),
    is_test: random.chance(0.002),
    name: prospect.name,
    email: facts.isGiveaway && random.chance(0.7) ? `sorteo${facts.id}@correo.example` : prospect.email,
    phone: random.chance(facts.isGiveaway ? 0.6 : story.missing.phone) ? null : prospect.phone,
    company: facts.isGiveaway && random.chance(0.6) ? null : prospect.company,
    source: random.chance(story.missing.source) ? null : fate.source,
    campaign_id: fate.campaign?.id ?? null,
    office: prospect.place.office,
    owner_id: facts.owner.id,
    status,
    score: fate.score,
    estimated_value: facts.isGiveaway || random.chance(0.3) ? null : cents(random.logNormal(6500, 0.8)),
    currency: prospect.place.currency,
    qualified_at: seen(fate.qualifiedAt),
    handed_over_at: seen(fate.handedOverAt),
    accepted_at: seen(fate.acceptedAt),
    converted_at: customer ? seen(fate.convertedAt) : null,
    lost_at: seen(fate.lostAt),
    lost_reason: isLost ? fate.lostReason : null,
    lost_note: isLost && random.chance(0.08) ? 'No insistir, "ya llamarán ellos"' : null,
    reopened_at: seen(fate.reopenedAt),
    converted_account_id: customer?.accountId ?? null,
    converted_contact_id: customer ? mainContact(customer) : null,
    converted_opportunity_id: facts.dealId,
  });
}

interface Touched {
  readonly key: number;
  readonly id: string;
  readonly at: number;
  readonly owner: Person;
  readonly fate: LeadFate;
  readonly contactId: string | null;
  readonly isGiveaway: boolean;
}

const formSources = new Set(['Web', 'Anuncios', 'Redes sociales', 'Email']);

/** The visit and the campaign it came by, the first calls, the e-mails that keep it warm. */
function putTouches(world: World, lead: Touched): void {
  const { calendar, ids, sink } = world;
  const random = world.random.lead;
  const { fate, at, contactId } = lead;
  const campaignId = fate.campaign?.id ?? null;
  if (formSources.has(fate.source) && !lead.isGiveaway) putLeadVisit(world, lead.key, at, contactId, fate.source, campaignId);
  if (fate.campaign) {
    const touch = { contact_id: contactId, lead_id: lead.id, campaign_id: fate.campaign.id, channel: fate.campaign.channel };
    sink.put('touch', { id: ids.next('touch'), ...touch, occurred_at: calendar.iso(at) });
  }
  const ends = fate.convertedAt ?? fate.lostAt ?? calendar.end;
  if (fate.contactedAt === null) return;
  const tries = lead.isGiveaway ? 1 : Math.round((1 + random.poisson(0.7)) * Math.max(1, lead.owner.calls));
  for (let i = 0; i < tries; i++) {
    const when = i === 0 ? fate.contactedAt : calendar.afterWork(fate.contactedAt, i * random.between(0.6, 2.5));
    if (when >= ends) break;
    const isCall = random.chance(0.72);
    const isConnected = random.chance(lead.isGiveaway ? 0.25 : 0.55);
    putActivity(world, {
      type: isCall ? 'call' : 'email',
      direction: 'out',
      purpose: fate.qualifiedAt !== null && when > fate.qualifiedAt ? 'nurturing' : 'sales',
      subject: 'Primer contacto',
      ownerId: lead.owner.id,
      leadId: lead.id,
      contactId,
      campaignId: fate.campaign?.channel === 'call' ? campaignId : null,
      at: when,
      ...(isCall ? { duration: isConnected ? random.logNormal(190, 0.6) : 18, wrap: random.logNormal(45, 0.4) } : {}),
      ...(isCall ? { connected: isConnected, outcome: isConnected ? 'hablado' : 'no contesta' } : {}),
    });
  }
  if (random.chance(lead.isGiveaway ? 0.2 : 0.5)) putNurturing(world, lead.key, lead.id, contactId, at, ends);
  if (random.chance(0.06)) {
    const sms = { type: 'sms', direction: 'out', purpose: 'nurturing', ownerId: lead.owner.id, leadId: lead.id, contactId } as const;
    putActivity(world, { ...sms, at: Math.min(ends - 60, calendar.afterWork(fate.contactedAt, 1.5)) });
  }
}
