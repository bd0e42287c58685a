import type { Cell } from './columns.ts';
import type { World } from './world.ts';

export interface ActivityFacts {
  readonly type: 'call' | 'email' | 'sms' | 'meeting' | 'task' | 'note' | 'demo';
  readonly direction?: 'in' | 'out';
  readonly purpose: 'sales' | 'service' | 'retention' | 'nurturing' | 'other';
  readonly topic?: string;
  readonly subject?: string;
  readonly ownerId: string;
  readonly accountId?: string | null;
  readonly contactId?: string | null;
  readonly leadId?: string | null;
  readonly opportunityId?: string | null;
  readonly ticketId?: string | null;
  readonly campaignId?: string | null;
  readonly at: number;
  /** Seconds; left out for what takes none. */
  readonly duration?: number;
  readonly wrap?: number;
  readonly outcome?: string;
  readonly connected?: boolean;
}

/** Writes an activity, unless it would come after the end of the sample. */
export function putActivity(world: World, facts: ActivityFacts): void {
  if (facts.at > world.calendar.end) return;
  const whole = (seconds: number | undefined): Cell => (seconds === undefined ? null : Math.round(seconds));
  world.sink.put('activity', {
    id: world.ids.next('activity'),
    type: facts.type,
    direction: facts.direction ?? null,
    purpose: facts.purpose,
    topic: facts.topic ?? null,
    subject: facts.subject ?? null,
    owner_id: facts.ownerId,
    account_id: facts.accountId ?? null,
    contact_id: facts.contactId ?? null,
    lead_id: facts.leadId ?? null,
    opportunity_id: facts.opportunityId ?? null,
    ticket_id: facts.ticketId ?? null,
    campaign_id: facts.campaignId ?? null,
    occurred_at: world.calendar.iso(facts.at),
    duration_s: whole(facts.duration),
    wrap_s: whole(facts.wrap),
    outcome: facts.outcome ?? null,
    connected: facts.connected ?? null,
  });
}
