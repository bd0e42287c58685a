import { z } from 'zod';
import type { Engine } from '../../metrics/engine.ts';
import { isBeyond } from '../../metrics/plan/limit.ts';
import { Rows } from '../../metrics/plan/rows.ts';
import { conjunction, lines } from '../../metrics/sql/filter.ts';
import type { Catalogue } from '../catalogue.ts';
import { subjectOf } from './subject.ts';
import { readPeople } from './visible.ts';

/** What an alert, an action, a comment or a mark on the time axis is about; nothing stated: the company. */
export const aboutSchema = z.strictObject({
  kpi: z.string().min(1).max(100).nullable().default(null),
  scope: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .nullable()
    .default(null)
    .describe('DIM=VALUE: owner.team=Ventas, segment=VIP. Null: the company.'),
  customer: z
    .strictObject({ source: z.string().min(1), id: z.string().min(1) })
    .nullable()
    .default(null),
});

export type About = z.output<typeof aboutSchema>;

/** Of the customers, those whom one may see. */
async function customersSeen(abouts: readonly About[], { catalog, dialect, run }: Engine): Promise<ReadonlySet<string>> {
  const asked = abouts.flatMap(({ customer }) => (customer ? [customer] : []));
  if (asked.length === 0 || isBeyond('account', catalog)) return new Set();
  const rows = new Rows('account', { dialect, catalog, attributes: 'now' });
  const [source, id] = [rows.source, rows.value('id').sql];
  const among = asked.map((one) => `(${source} = ${dialect.text(one.source)} and ${id} = ${dialect.text(one.id)})`).join(' or ');
  const found = await run(lines(`select ${source} as source, ${id} as id`, rows.from(), conjunction(`(${among})`)));
  return new Set(found.map((row) => JSON.stringify([String(row.source), String(row.id)])));
}

/**
 * Which of what is told may be told to whoever asks: a KPI of which they may see the figure for that scope, a customer whom they may see. What cannot be told apart from being
 * asked, as a KPI that is gone or a scope without meaning, is nobody's secret.
 * @param opened the world as whoever asks sees it @returns one answer for each, in their order
 */
export async function mayKnowOf(
  abouts: readonly About[],
  { opened, catalogue }: { opened: Engine; catalogue: Catalogue },
): Promise<readonly boolean[]> {
  if (!opened.catalog.sight) return abouts.map(() => true);
  const people = await readPeople(opened);
  const seen = await customersSeen(abouts, opened);
  const known = new Map<string, boolean>();
  const mayKnow = ({ kpi, scope, customer }: About): boolean => {
    if (customer !== null && !seen.has(JSON.stringify([customer.source, customer.id]))) return false;
    if (kpi === null) return true;
    const key = JSON.stringify([kpi, scope]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const now = subjectOf(kpi, scope, { catalogue, opened, people, to: undefined }) !== 'no_rights';
    known.set(key, now);
    return now;
  };
  return abouts.map(mayKnow);
}
