import { leftOut } from '../../insights/plays/consent.ts';
import type { Engine } from '../../metrics/engine.ts';
import { isBeyond } from '../../metrics/plan/limit.ts';
import { Rows } from '../../metrics/plan/rows.ts';
import { findSegment, segmentDimension } from '../../metrics/segments.ts';
import { conjunction, lines, printFilters } from '../../metrics/sql/filter.ts';
import { CuadroError } from '../../model/error.ts';
import { dayOf, textOf } from '../read-cell.ts';
import { columnShown } from '../rights/seen.ts';

/** Somebody to be written to. */
export interface AudienceMember {
  readonly source: string;
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly account: string | null;
  readonly company: string | null;
  readonly consent: string | null;
}

export interface Audience {
  readonly segment: string;
  readonly of: 'contact' | 'lead';
  readonly members: readonly AudienceMember[];
  readonly leftOut: { readonly unsubscribed: number; readonly noConsent: number; readonly noAddress: number; readonly repeated: number };
}

/** Who unsubscribed by a campaign's message, and when last. */
async function unsubscribedOf({ catalog, dialect, run }: Engine, field: 'contact_id' | 'lead_id'): Promise<ReadonlyMap<string, string>> {
  if (catalog.rows('campaign_message') === 0 || catalog.filled('campaign_message', 'unsubscribed_at') === 0) return new Map();
  // Of all messages, not only of one's own campaigns: who has left has left.
  const at = dialect.identifier('unsubscribed_at_day');
  const found = await run(
    `select _source as source, ${field} as id, max(${dialect.asText(at, 'date')}) as on_day from ${catalog.relation('campaign_message')} where ${field} is not null and ${at} is not null group by 1, 2`,
  );
  return new Map(found.map((row) => [JSON.stringify([row.source, row.id]), dayOf(row.on_day) ?? '']));
}

/**
 * The people of a saved segment – the contacts of its accounts and deals, or its leads –, but those who do not want to be written to, each address once.
 * @throws CuadroError `unknown_segment`, `no_rights` where their names and addresses may not be seen
 */
export async function audienceOf(segment: string, engine: Engine): Promise<Audience> {
  const { catalog, dialect, run } = engine;
  const of = findSegment(segment, catalog).of === 'lead' ? 'lead' : 'contact';
  const isShown = ['name', 'email', 'phone'].every((column) => columnShown(of, column, catalog) === 'whole');
  if (isBeyond(of, catalog) || !isShown) throw new CuadroError({ code: 'no_rights', where: `${of}.email` });
  const rows = new Rows(of, { dialect, catalog, attributes: 'now' });
  const columns = {
    source: rows.source,
    id: rows.value('id').sql,
    name: rows.value('name').sql,
    email: rows.value('email').sql,
    phone: rows.value('phone').sql,
    account: of === 'lead' ? dialect.nullOf('text') : rows.value('account_id').sql,
    company: rows.value(of === 'lead' ? 'company' : 'account.name').sql,
    consent: of === 'lead' ? dialect.nullOf('text') : rows.value('consent').sql,
    subscribed: of === 'lead' ? dialect.nullOf('text') : dialect.asText(rows.day('subscribed_at'), 'date'),
    unsubscribed: of === 'lead' ? dialect.nullOf('text') : dialect.asText(rows.day('unsubscribed_at'), 'date'),
  };
  const list = Object.entries(columns).map(([name, sql]) => `${sql} as ${dialect.identifier(name)}`);
  const filters = printFilters([{ dimension: segmentDimension, op: '=', value: segment }], rows, { kind: 'now' });
  const found = await run(lines(`select ${list.join(', ')}`, rows.from(), conjunction(rows.live(), filters), 'order by 1, 2'));
  const byMessage = await unsubscribedOf(engine, of === 'lead' ? 'lead_id' : 'contact_id');
  const count = { unsubscribed: 0, noConsent: 0, noAddress: 0, repeated: 0 };
  const addresses = new Set<string>();
  const members = found.flatMap((row): AudienceMember[] => {
    const [email, phone] = [textOf(row.email), textOf(row.phone)];
    const left = [dayOf(row.unsubscribed), byMessage.get(JSON.stringify([row.source, row.id])) ?? null].filter((one) => one !== null);
    const reason = leftOut({
      consent: textOf(row.consent),
      subscribedOn: dayOf(row.subscribed),
      unsubscribedOn: left.toSorted().at(-1) ?? null,
    });
    if (reason !== null) {
      count[reason === 'unsubscribed' ? 'unsubscribed' : 'noConsent'] += 1;
      return [];
    }
    const address = email?.trim().toLowerCase() ?? phone?.replaceAll(/[^\d+]/g, '') ?? '';
    if (address === '' || addresses.has(address)) {
      count[address === '' ? 'noAddress' : 'repeated'] += 1;
      return [];
    }
    addresses.add(address);
    const shared = { source: String(row.source), id: String(row.id), name: textOf(row.name), email, phone };
    return [{ ...shared, account: textOf(row.account), company: textOf(row.company), consent: textOf(row.consent) }];
  });
  return { segment, of, members, leftOut: count };
}
