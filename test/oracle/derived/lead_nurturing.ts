import { type Row, sourceOf, type Value } from '../company.ts';
import type { World } from '../world.ts';
import { known } from './orders.ts';

/** Nurturing activities and messages of each lead before its decision. */
export function leadNurturing(world: World): Row[] {
  return world.live('lead').map((lead) => {
    const decided = decisionOf(world, lead);
    const isTheirs = (row: Row): boolean => sourceOf(row) === sourceOf(lead) && known(row.lead_id) && row.lead_id === lead.id;
    const inTime = (at: Value | undefined): boolean => known(at) && (decided === null || !isAfter(world, at, decided));
    const activities = world
      .live('activity')
      .filter((row) => isTheirs(row) && row.purpose === 'nurturing' && row.direction !== 'in' && inTime(row.occurred_at)).length;
    const messages = world.live('campaign_message').filter((row) => isTheirs(row) && !known(row.bounced_at) && inTime(row.sent_at)).length;
    return {
      _source: sourceOf(lead),
      lead_id: lead.id ?? null,
      source: lead.source ?? null,
      created_at: lead.created_at ?? null,
      decided_at: decided,
      activities,
      messages,
      touches: activities + messages,
    };
  });
}

function decisionOf(world: World, lead: Row): Value {
  if (known(lead.converted_at)) return lead.converted_at ?? null;
  const isBack = known(lead.reopened_at) && known(lead.lost_at) && !isAfter(world, lead.lost_at, lead.reopened_at);
  return isBack ? null : (lead.lost_at ?? null);
}

/** Whether one moment is after another: by instants, by days where either is only a date. */
function isAfter(world: World, first: Value | undefined, second: Value | undefined): boolean {
  const [a, b] = [world.moment(first), world.moment(second)];
  if (a === null || b === null) return false;
  return a.dateOnly || b.dateOnly ? a.day > b.day : a.at > b.at;
}
