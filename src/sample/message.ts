import type { Campaign } from './campaigns.ts';
import type { World } from './world.ts';

interface Recipient {
  readonly contactId: string | null;
  readonly leadId: string | null;
  readonly campaign: Campaign;
  readonly at: number;
}

/** One message and what became of it: bounced, opened by a person or a machine, clicked, answered, unsubscribed. */
function putMessage(world: World, to: Recipient): void {
  const { calendar, ids, sink } = world;
  const random = world.random.message;
  if (to.at > calendar.end) return;
  const isSms = to.campaign.channel === 'sms';
  const isBounced = random.chance(isSms ? 0.015 : 0.028);
  const delivered = isBounced ? null : to.at + 5 + random.below(90);
  const isMachine = !isBounced && !isSms && random.chance(0.2);
  const isOpened = !isBounced && !isSms && (isMachine || random.chance(0.34));
  const opened = isOpened ? to.at + (isMachine ? 120 : Math.round(random.logNormal(5 * 3600, 1.1))) : null;
  const isScanner = !isBounced && !isSms && random.chance(0.012);
  const isClicked = isScanner || (!isBounced && random.chance(isSms ? 0.05 : isOpened && !isMachine ? 0.16 : 0));
  const clicked = isClicked ? (isScanner ? to.at + 130 : (opened ?? to.at) + 20 + random.below(400)) : null;
  const answered = clicked !== null && !isScanner && random.chance(0.22) ? clicked + 3600 + random.below(80_000) : null;
  const left = opened !== null && !isMachine && random.chance(0.008) ? opened + 60 : null;
  sink.put('campaign_message', {
    id: ids.next('campaign_message'),
    campaign_id: to.campaign.id,
    contact_id: to.contactId,
    lead_id: to.leadId,
    channel: to.campaign.channel,
    sent_at: calendar.iso(to.at),
    delivered_at: calendar.seen(delivered),
    bounced_at: isBounced ? calendar.seen(to.at + 30) : null,
    opened_at: calendar.seen(opened),
    clicked_at: calendar.seen(clicked),
    click_count: clicked !== null && clicked <= calendar.end ? 1 + random.poisson(0.3) : 0,
    responded_at: calendar.seen(answered),
    response_type: answered !== null && answered <= calendar.end ? random.pick(['respuesta', 'formulario', 'llamada']) : null,
    unsubscribed_at: calendar.seen(left),
    is_machine_open: isMachine,
    is_machine_click: isScanner,
  });
  if (clicked !== null && !isScanner && clicked <= calendar.end) {
    const facts = { contact_id: to.contactId, lead_id: to.leadId, campaign_id: to.campaign.id, channel: to.campaign.channel };
    sink.put('touch', { id: ids.next('touch'), ...facts, occurred_at: calendar.iso(clicked) });
  }
}

/** The campaigns' messages to a contact while subscribed: `share` of them. `key` is the contact's own. */
export function putMailings(world: World, key: number, contactId: string, from: number, to: number | null, share: number): void {
  const { calendar } = world;
  const random = world.random.message.at(key);
  const [first, last] = [calendar.dayOf(from) + 1, to === null ? calendar.days : calendar.dayOf(to)];
  for (const campaign of world.campaigns.mailings) {
    if (campaign.from < first || campaign.from >= last || !random.chance(share)) continue;
    const mornings = campaign.from + (campaign.to - campaign.from > 25 && random.chance(0.4) ? 14 : 0);
    if (mornings >= last) continue;
    putMessage(world, { contactId, leadId: null, campaign, at: calendar.time(mornings, 36_000 + random.below(7200)) });
  }
}

/** The standing series that keeps leads warm, one message a week until they decide. */
export function putNurturing(world: World, key: number, leadId: string, contactId: string | null, from: number, to: number): void {
  const { calendar } = world;
  const random = world.random.message.at(key * 8);
  const count = 1 + random.below(4);
  for (let i = 0; i < count; i++) {
    const at = calendar.time(calendar.dayOf(from) + 2 + i * 7, 37_000 + random.below(3600));
    if (at >= to || at > calendar.end) return;
    putMessage(world, { contactId, leadId, campaign: world.campaigns.nurturing(calendar.dayOf(at)), at });
  }
}
