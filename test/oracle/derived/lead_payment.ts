import { type Row, sourceOf } from '../company.ts';
import { rowsOf } from '../derive.ts';
import type { World } from '../world.ts';

const copied = [
  ...['campaign_id', 'owner_id', 'source', 'office', 'status', 'created_at', 'lost_at', 'lost_reason', 'reopened_at'],
  ...['estimated_value', 'currency'],
];

/** Each lead with the first payment of the account that it became, if that came after the lead. */
export function leadPayment(world: World): Row[] {
  const spans = rowsOf(world, 'customer_span');
  return world.live('lead').map((lead) => {
    const account = lead.converted_account_id ?? null;
    const own = spans.find((span) => span.ordinal === 1 && sourceOf(span) === sourceOf(lead) && span.account_id === account);
    const [made, paid] = [world.moment(lead.created_at), world.moment(own?.first_paid_at)];
    const isBefore = made !== null && paid !== null && (made.dateOnly || paid.dateOnly ? paid.day < made.day : paid.at < made.at);
    return {
      _source: sourceOf(lead),
      lead_id: lead.id ?? null,
      account_id: account,
      ...Object.fromEntries(copied.map((name) => [name, lead[name] ?? null])),
      paid_at: isBefore ? null : (own?.first_paid_at ?? null),
    };
  });
}
