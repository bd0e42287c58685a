import { z } from 'zod';
import { actionKinds, actionStatuses, kindIn, statusIn } from '../../insights/plays/kind.ts';
import type { Engine } from '../../metrics/engine.ts';
import { isBeyond } from '../../metrics/plan/limit.ts';
import { Rows } from '../../metrics/plan/rows.ts';
import { conjunction, lines } from '../../metrics/sql/filter.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { ActionTable } from '../../store/tables/action.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Frozen } from '../operation.ts';
import { unitSchema } from '../output/kpi.ts';
import { authorOf, namesOf } from '../people/author.ts';
import { columnShown } from '../rights/seen.ts';
import { amongIn, amongSchema } from './among.ts';
import { aboutOf, isOwner, mayChangeAction, recordOf, type Viewer } from './visible.ts';

const day = z.iso.date();
const reference = z.strictObject({ source: z.string(), id: z.string() });

export const actionSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(actionKinds),
    title: z.string(),
    hypothesis: z.string().nullable(),
    kpi: z.string().nullable(),
    name: z.string().nullable().describe('Of the KPI.'),
    scope: z.string().nullable().describe('DIM=VALUE; null: the company.'),
    among: amongSchema.nullable(),
    customer: z.strictObject({ ...reference.shape, name: z.string().nullable() }).nullable(),
    record: z.strictObject({ ...reference.shape, entity: z.enum(['lead', 'opportunity']) }).nullable(),
    alert: z.string().nullable(),
    play: z.string().nullable(),
    owner: z.strictObject({ member: z.string().nullable(), user: reference.nullable(), name: z.string().nullable() }).nullable(),
    person: z
      .strictObject({ ...reference.shape, name: z.string().nullable() })
      .nullable()
      .describe('Of a coaching: whom.'),
    private: z.boolean(),
    due_on: day.nullable(),
    overdue: z.boolean(),
    expected: z
      .strictObject({
        change: z.number(),
        relative: z.boolean().describe('As a share of what the KPI would be without.'),
        by: day.nullable(),
        unit: unitSchema.nullable(),
      })
      .nullable(),
    cost: z.number().nullable(),
    status: z.enum(actionStatuses),
    closed_on: day.nullable(),
    outcome: z.string().nullable().describe('What came of it; of one that was dropped, why.'),
    author: z.string().nullable(),
    mine: z.boolean().describe('Whether it is for whoever asks to do.'),
    editable: z.boolean(),
    measurable: z.boolean().describe('Whether its KPI can tell before and after: it is done, and about a figure.'),
    changed_at: z.string(),
  })
  .meta({ id: 'Action' });

export type ToldAction = Frozen<z.output<typeof actionSchema>>;

export const textsSchema = z.record(
  z.enum(['es', 'en']),
  z.strictObject({ title: z.string(), hypothesis: z.string().nullable(), outcome: z.string().nullable() }),
);

/** Names of accounts' customers, as whoever asks sees them. */
async function customerNames(rows: readonly ActionTable[], { catalog, dialect, run }: Engine): Promise<ReadonlyMap<string, string>> {
  const asked = rows.flatMap(({ customer_source: source, customer_id: id }) => (source !== null && id !== null ? [{ source, id }] : []));
  if (asked.length === 0 || isBeyond('account', catalog) || columnShown('account', 'name', catalog) !== 'whole') return new Map();
  const accounts = new Rows('account', { dialect, catalog, attributes: 'now' });
  const [source, id, name] = [accounts.source, accounts.value('id').sql, accounts.value('name').sql];
  const among = asked.map((one) => `(${source} = ${dialect.text(one.source)} and ${id} = ${dialect.text(one.id)})`).join(' or ');
  const found = await run(lines(`select ${source} as source, ${id} as id, ${name} as name`, accounts.from(), conjunction(`(${among})`)));
  return new Map(found.map((row) => [JSON.stringify([row.source, row.id]), String(row.name ?? '')]));
}

/** Names of colleagues, where they are shown. */
async function colleagueNames(rows: readonly ActionTable[], { catalog, dialect, run }: Engine): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap(({ owner_user, person_user }) => [owner_user, person_user]).filter((id) => id !== null);
  if (ids.length === 0 || catalog.rows('user') === 0 || columnShown('user', 'name', catalog) !== 'whole') return new Map();
  const among = [...new Set(ids)].map((id) => dialect.text(id)).join(', ');
  const found = await run(`select _source, id, name from ${catalog.relation('user')} where id in (${among})`);
  return new Map(found.map((row) => [JSON.stringify([row._source, row.id]), String(row.name ?? '')]));
}

export interface TellAsked {
  readonly db: StoreDatabase;
  readonly viewer: Viewer;
  readonly opened: Engine;
  readonly catalogue: Catalogue;
  readonly today: string;
  readonly language: 'es' | 'en';
}

/** Actions as whoever asks may see them, who may see all of these. */
export async function tellActions(
  rows: readonly ActionTable[],
  { db, viewer, opened, catalogue, today, language }: TellAsked,
): Promise<readonly ToldAction[]> {
  const members = await namesOf(
    db,
    rows.flatMap(({ author_id, owner_id }) => [author_id, owner_id]),
  );
  const customers = await customerNames(rows, opened);
  const colleagues = await colleagueNames(rows, opened);
  const hidesAmounts = viewer.actor.amounts === 'hidden';
  const colleague = (source: string | null, id: string | null): string | null => colleagues.get(JSON.stringify([source, id])) ?? null;
  return rows.map((row): ToldAction => {
    const kpi = row.kpi === null ? null : (catalogue.kpis.get(row.kpi) ?? null);
    const own = row.texts === null ? null : (textsSchema.parse(JSON.parse(row.texts))[language] ?? null);
    const { customer } = aboutOf(row);
    const user = row.owner_source !== null && row.owner_user !== null ? { source: row.owner_source, id: row.owner_user } : null;
    const person = row.person_source !== null && row.person_user !== null ? { source: row.person_source, id: row.person_user } : null;
    const unit = kpi?.unit ?? null;
    const isHidden = hidesAmounts && unit === 'money' && row.expected_relative === 0;
    const status = statusIn(row.status);
    return {
      id: row.id,
      kind: kindIn(row.kind),
      title: own?.title ?? row.title,
      hypothesis: own ? own.hypothesis : row.hypothesis,
      kpi: row.kpi,
      name: kpi?.texts[language].name ?? row.kpi,
      scope: row.scope,
      among: amongIn(row.among),
      customer: customer && { ...customer, name: customers.get(JSON.stringify([customer.source, customer.id])) ?? null },
      record: recordOf(row),
      alert: row.alert_id,
      play: row.play,
      owner:
        row.owner_id === null && user === null
          ? null
          : {
              member: row.owner_id,
              user,
              name: (row.owner_id === null ? null : members.get(row.owner_id)) ?? colleague(row.owner_source, row.owner_user),
            },
      person: person && { ...person, name: colleague(person.source, person.id) },
      private: row.private === 1,
      due_on: row.due_on,
      overdue: status === 'open' && row.due_on !== null && row.due_on < today,
      expected:
        row.expected_change === null || isHidden
          ? null
          : { change: row.expected_change, relative: row.expected_relative === 1, by: row.expected_by, unit },
      cost: hidesAmounts ? null : row.cost,
      status,
      closed_on: row.closed_on,
      outcome: own ? own.outcome : row.outcome,
      author: authorOf(row, members),
      mine: isOwner(row, viewer),
      editable: mayChangeAction(row, viewer),
      measurable: status === 'done' && row.closed_on !== null && kpi !== null && customer === null,
      changed_at: row.changed_at,
    };
  });
}
