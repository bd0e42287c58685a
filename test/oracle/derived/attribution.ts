import { type Row, sourceOf, type Value } from '../company.ts';
import { daysBetween, type Moment } from '../time.ts';
import type { World } from '../world.ts';
import { known } from './orders.ts';

interface Touch {
  readonly kind: 'click' | 'touch';
  readonly row: Row;
  readonly channel: Value;
  readonly when: Moment;
}

const longest = 90;

/** Of each model the share of the `n`th of `total` touches. */
const shares: Readonly<Record<string, (n: number, total: number) => number>> = {
  first: (n) => (n === 1 ? 1 : 0),
  last: (n, total) => (n === total ? 1 : 0),
  linear: (_, total) => 1 / total,
  position: (n, total) => (total <= 2 ? 1 / total : n === 1 || n === total ? 0.4 : 0.2 / (total - 2)),
};

const cents = (value: number): number => Math.round(value * 10_000) / 10_000;

/** The share of each won amount per campaign and channel under each model. */
export function attribution(world: World): Row[] {
  return world
    .live('opportunity')
    .filter((deal) => deal.status === 'won' && known(deal.closed_at))
    .flatMap((deal) => {
      const touches = touchesOf(world, deal);
      const places =
        touches.length > 0
          ? touches.map(({ row, channel }) => ({ campaign: row.campaign_id ?? null, channel }))
          : known(deal.campaign_id)
            ? [{ campaign: deal.campaign_id ?? null, channel: channelOf(world, deal) }]
            : [];
      return Object.entries(shares).flatMap(([model, shareOf]) => {
        const each = places.map((_, index) => shareOf(index + 1, places.length));
        return grouped(places).map(([place, members]) => ({
          _source: sourceOf(deal),
          opportunity_id: deal.id ?? null,
          campaign_id: place.campaign,
          channel: place.channel,
          model,
          closed_at: deal.closed_at ?? null,
          share: members.reduce((sum, index) => sum + (each[index] ?? 0), 0),
          amount: partOf(deal.amount ?? null, each, members),
          margin: partOf(deal.margin ?? null, each, members),
          currency: deal.currency ?? null,
        }));
      });
    })
    .filter((row) => row.share > 0);
}

interface Place {
  readonly campaign: Value;
  readonly channel: Value;
}

function grouped(places: readonly Place[]): (readonly [Place, readonly number[]])[] {
  const groups = new Map<string, [Place, number[]]>();
  for (const [index, place] of places.entries()) {
    const key = JSON.stringify([place.campaign, place.channel]);
    const known = groups.get(key) ?? [place, []];
    known[1].push(index);
    groups.set(key, known);
  }
  return [...groups.values()];
}

/** What these touches get of an amount. What is rounded off goes to the next one, so that all of it is shared out. */
function partOf(amount: Value, each: readonly number[], members: readonly number[]): number | null {
  if (amount === null) return null;
  let reached = 0;
  const upTo = each.map((share) => {
    reached += share;
    return cents(Number(amount) * reached);
  });
  return cents(members.reduce((sum, index) => sum + (upTo[index] ?? 0) - (upTo[index - 1] ?? 0), 0));
}

function channelOf(world: World, row: Row): Value {
  return (known(row.campaign_id) ? world.find('campaign', sourceOf(row), String(row.campaign_id))?.channel : null) ?? null;
}

/** Touches and clicks (not a machine's) of the deal's people, at most 90 days before it closed, oldest first. */
function touchesOf(world: World, deal: Row): Touch[] {
  const source = sourceOf(deal);
  const contacts = new Set<Value>();
  const leads = new Set<Value>();
  if (known(deal.contact_id)) contacts.add(deal.contact_id ?? null);
  if (known(deal.lead_id)) leads.add(deal.lead_id ?? null);
  for (const lead of world.records('lead')) {
    if (sourceOf(lead) === source && known(deal.id) && lead.converted_opportunity_id === deal.id) leads.add(lead.id ?? null);
  }
  if (!known(deal.contact_id) && !known(deal.lead_id)) {
    for (const contact of world.records('contact')) {
      if (sourceOf(contact) === source && known(contact.account_id) && contact.account_id === deal.account_id)
        contacts.add(contact.id ?? null);
    }
  }
  const isTheirs = (row: Row): boolean => sourceOf(row) === source && (contacts.has(row.contact_id ?? '') || leads.has(row.lead_id ?? ''));
  const closed = world.moment(deal.closed_at);
  const at = (kind: Touch['kind'], row: Row, field: string, channel: Value): Touch[] => {
    const when = world.moment(row[field]);
    if (when === null || closed === null || !isTheirs(row)) return [];
    const days = daysBetween(when.day, closed.day);
    const isBefore = when.at <= closed.at || when.dateOnly || closed.dateOnly;
    return days >= 0 && days <= longest && isBefore ? [{ kind, row, channel, when }] : [];
  };
  return [
    ...world.live('touch').flatMap((row) => at('touch', row, 'occurred_at', row.channel ?? null)),
    ...world
      .live('campaign_message')
      .filter((row) => row.is_machine_click !== true)
      .flatMap((row) => at('click', row, 'clicked_at', row.channel ?? channelOf(world, row))),
  ].sort((a, b) => a.when.at - b.when.at || a.kind.localeCompare(b.kind) || (String(a.row.id) < String(b.row.id) ? -1 : 1));
}
