import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { actionKinds, isRetention } from '../../insights/plays/kind.ts';
import type { Engine } from '../../metrics/engine.ts';
import { CuadroError } from '../../model/error.ts';
import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { ActionTable } from '../../store/tables/action.ts';
import { amongSchema } from '../actions/among.ts';
import { logAction } from '../actions/history.ts';
import { mayChangeAction, type Viewer, viewerOf, visibleActions } from '../actions/visible.ts';
import { writeAction } from '../actions/write.ts';
import { requireAlert } from '../alerts/visible.ts';
import { reachable } from '../comments/reach.ts';
import { tell } from '../notices/tell.ts';
import { defineOperation, type OperationContext } from '../operation.ts';
import { batchIdSchema } from '../output/batch.ts';
import { allMembers, type Member, plainEmail } from '../people/member.ts';
import type { CrmUser } from '../rights/rows.ts';
import { columnShown } from '../rights/seen.ts';
import { requireKnown } from '../subject/require.ts';
import { todayIn } from '../today.ts';
import { requireAction } from './actions.ts';

const day = z.iso.date();
const reference = z.strictObject({ source: z.string().min(1).max(200), id: z.string().min(1).max(200) });
const text = (most: number) => z.string().trim().min(1).max(most).nullable().default(null);

const user = z
  .union([reference, z.string().trim().min(1).max(200)])
  .nullable()
  .default(null);

const input = z.strictObject({
  id: z.string().min(1).max(100).nullable().default(null).describe('Null: a new one.'),
  kind: z.enum(actionKinds).default('other'),
  title: z.string().trim().min(1).max(200),
  hypothesis: text(2000).describe('Why it should help.'),
  kpi: text(100),
  scope: text(200).describe('DIM=VALUE: owner.team=Ventas, segment=VIP. Null: the company.'),
  among: amongSchema.nullable().default(null),
  customer: reference.nullable().default(null),
  record: z
    .strictObject({ ...reference.shape, entity: z.enum(['lead', 'opportunity']) })
    .nullable()
    .default(null)
    .describe('A lost lead or deal that is taken up again.'),
  alert: text(200).describe('The alert that it answers.'),
  play: text(100),
  owner: text(320).describe('Who does it: an account, by its id or address.'),
  user: user.describe('Who does it: a user of the CRM, or their name.'),
  person: user.describe('Of a coaching: whom.'),
  private: z.boolean().nullable().default(null).describe('Null: a coaching is, others are not.'),
  due_on: day.nullable().default(null),
  expected: z
    .strictObject({
      change: z.number(),
      relative: z.boolean().default(false).describe('As a share of what the KPI would be without.'),
      by: day.nullable().default(null),
    })
    .nullable()
    .default(null),
  cost: z.number().min(0).nullable().default(null).describe("In the company's currency."),
});

/** A user of the CRM, who must be there: by source and id, or by a name that only one has. @throws CuadroError `action_person_unknown` */
async function requireUser(wanted: CrmUser | string | null, { catalog, dialect, run }: Engine): Promise<CrmUser | null> {
  if (wanted === null) return null;
  const is =
    typeof wanted === 'string'
      ? `name = ${dialect.text(wanted)}`
      : `_source = ${dialect.text(wanted.source)} and id = ${dialect.text(wanted.id)}`;
  const found = catalog.rows('user') === 0 ? [] : await run(`select _source, id from ${catalog.relation('user')} where ${is}`);
  const [only, ...others] = found;
  const isTold = typeof wanted !== 'string' || columnShown('user', 'name', catalog) === 'whole';
  if (!only || others.length > 0 || !isTold)
    throw new CuadroError({ code: 'action_person_unknown', where: 'user', found: typeof wanted === 'string' ? wanted : wanted.id });
  return { source: String(only._source), id: String(only.id) };
}

/** Who is to do it, as an account and as a user of the CRM: of one the other follows where they are linked. */
async function ownerOf(
  db: StoreDatabase,
  owner: string | null,
  user: CrmUser | null,
): Promise<{ readonly member: Member | null; readonly user: CrmUser | null }> {
  if (owner === null && user === null) return { member: null, user: null };
  const members = (await allMembers(db)).filter(({ active }) => active);
  const isLinked = ({ grant: { crmUser } }: Member): boolean =>
    crmUser !== null && crmUser.source === user?.source && crmUser.id === user.id;
  const member = members.find((one) => (owner === null ? isLinked(one) : one.id === owner || one.email === plainEmail(owner))) ?? null;
  if (owner !== null && member === null) throw new CuadroError({ code: 'member_unknown', where: 'owner', found: owner });
  return { member, user: user ?? member?.grant.crmUser ?? null };
}

const changed = (before: ActionTable, after: ActionTable): readonly string[] =>
  (Object.keys(after) as readonly (keyof ActionTable)[]).filter((key) => key !== 'changed_at' && before[key] !== after[key]);

/** @throws CuadroError `action_unknown`, `not_yours` */
export async function requireOwnAction(
  context: OperationContext,
  id: string,
): Promise<{ readonly row: ActionTable; readonly viewer: Viewer }> {
  const { row, viewer } = await requireAction(context, id);
  if (!mayChangeAction(row, viewer)) throw new CuadroError({ code: 'not_yours' });
  return { row, viewer };
}

/** Makes an action, or changes the one with that id. Whoever is given it is told. */
export const saveActionOperation = defineOperation({
  id: 'save_action',
  words: { es: 'crea o cambia una acción', en: 'make or change an action' },
  input,
  output: z.strictObject({ id: z.string() }),
  rest: { method: 'POST', path: '/actions' },
  effect: 'write',
  on: 'both',
  permission: 'self',
  audit: ({ kind, scope, kpi, due_on }, { id }) => ({ action: id, kind, kpi, scoped: scope !== null, due: due_on }),
  run: async (context, asked) => {
    const { actor, now } = context;
    const { kind, customer, record, expected } = asked;
    if (isRetention(kind) && customer === null) throw new CuadroError({ code: 'action_customer', where: 'customer', found: kind });
    if (kind === 'coaching' && asked.person === null) throw new CuadroError({ code: 'action_person', where: 'person' });
    if (expected !== null && asked.kpi === null) throw new CuadroError({ code: 'action_expected', where: 'expected' });
    const { db } = await context.store();
    const before = asked.id === null ? null : (await requireOwnAction(context, asked.id)).row;
    const { about, catalogue, opened } = await requireKnown(context, { kpi: asked.kpi, scope: asked.scope, customer });
    if (asked.alert !== null && asked.alert !== before?.alert_id) await requireAlert(context, asked.alert);
    const person = await requireUser(asked.person, opened);
    const owner = await ownerOf(db, asked.owner, await requireUser(asked.user, opened));
    const at = storedInstant(now());
    const row: ActionTable = {
      id: before?.id ?? randomUUID(),
      author_id: before ? before.author_id : actor.id,
      author_name: before?.author_name ?? null,
      kind,
      title: asked.title,
      hypothesis: asked.hypothesis,
      // What somebody changes is in their language alone.
      texts: before && before.title === asked.title ? before.texts : null,
      kpi: about.kpi,
      scope: about.scope,
      among: asked.among,
      customer_source: customer?.source ?? null,
      customer_id: customer?.id ?? null,
      record_entity: record?.entity ?? null,
      record_source: record?.source ?? null,
      record_id: record?.id ?? null,
      alert_id: asked.alert,
      play: asked.play,
      owner_id: owner.member?.id ?? null,
      owner_source: owner.user?.source ?? null,
      owner_user: owner.user?.id ?? null,
      person_source: person?.source ?? null,
      person_user: person?.id ?? null,
      private: (asked.private ?? kind === 'coaching') ? 1 : 0,
      due_on: asked.due_on,
      expected_change: expected?.change ?? null,
      expected_relative: expected?.relative ? 1 : 0,
      expected_by: expected?.by ?? null,
      cost: asked.cost,
      status: before?.status ?? 'open',
      closed_on: before?.closed_on ?? null,
      outcome: before?.outcome ?? null,
      batch: before?.batch ?? null,
      created_at: before?.created_at ?? at,
      changed_at: at,
    };
    const viewer = await viewerOf(db, actor);
    // A record that one may not see is not there to be written about.
    if ((await visibleActions([row], viewer, { opened, catalogue })).length === 0)
      throw new CuadroError({ code: 'no_rights', where: about.kpi ?? customer?.id ?? record?.id ?? '' });
    if (owner.member !== null && owner.member.id !== actor.id && (await reachable([owner.member], about, context, catalogue)).length === 0)
      throw new CuadroError({ code: 'action_owner', where: 'owner', found: owner.member.name });
    await db.transaction().execute(async (transaction) => {
      if (before) await transaction.updateTable('action').set(row).where('id', '=', row.id).execute();
      else await transaction.insertInto('action').values(row).execute();
      await logAction(transaction, row.id, { actor, now: now() }, before ? 'changed' : 'made', before ? changed(before, row) : []);
      if (owner.member !== null && owner.member.id !== actor.id && owner.member.id !== before?.owner_id)
        await tell(
          transaction,
          {
            key: `action:${row.id}:assigned:${owner.member.id}:${at}`,
            kind: 'assigned',
            to: [owner.member.id],
            about,
            facts: { by: actor.name, title: row.title, due: row.due_on, path: `/actions?action=${row.id}` },
          },
          now(),
        );
    });
    return { id: row.id };
  },
});

/** An action is done, dropped with a reason, or open again. What KPIs count of it goes into the data. */
export const closeActionOperation = defineOperation({
  id: 'close_action',
  words: { es: 'da una acción por hecha, la descarta o la vuelve a abrir', en: 'mark an action as done, drop it or open it again' },
  input: z.strictObject({
    action: z.string().min(1).max(100),
    status: z.enum(['open', 'done', 'dropped']),
    on: day.nullable().default(null).describe('The day on which it was done or dropped. Null: today.'),
    outcome: text(2000).describe('What came of it; of one that is dropped, why.'),
    cost: z.number().min(0).nullable().default(null).describe('What it cost in the end. Null: as it stands.'),
  }),
  output: z.strictObject({
    id: z.string(),
    status: z.enum(['open', 'done', 'dropped']),
    closed_on: day.nullable(),
    batch: batchIdSchema.nullable().describe('By which it went into the data, so that KPIs count it; null: none had to.'),
  }),
  rest: { method: 'POST', path: '/actions/{action}/status' },
  effect: 'write',
  on: 'warehouse',
  permission: 'self',
  audit: ({ action, status }, { batch }) => ({ action, status, batch }),
  run: async (context, { action, status, on, outcome, cost }) => {
    const { actor, now } = context;
    if (status === 'dropped' && outcome === null) throw new CuadroError({ code: 'action_reason', where: 'outcome' });
    const today = todayIn(context);
    if (on !== null && on > today) throw new CuadroError({ code: 'action_future', where: 'on', found: on });
    const { row: before } = await requireOwnAction(context, action);
    const closed = status === 'open' ? null : (on ?? today);
    const next: ActionTable = {
      ...before,
      status,
      closed_on: closed,
      outcome: outcome ?? before.outcome,
      cost: cost ?? before.cost,
      texts: outcome === null ? before.texts : null,
      changed_at: storedInstant(now()),
    };
    // First the data: begun again after a crash, the same batch is found there already.
    const batch = await writeAction(context, next);
    const isIn = status === 'done' ? (batch ?? before.batch) : null;
    const { db } = await context.store();
    await db.transaction().execute(async (transaction) => {
      const { status: state, closed_on, outcome: told, cost: paid, texts, changed_at } = next;
      await transaction
        .updateTable('action')
        .set({ status: state, closed_on, outcome: told, cost: paid, texts, changed_at, batch: isIn })
        .where('id', '=', before.id)
        .execute();
      await logAction(transaction, before.id, { actor, now: now() }, status === 'open' ? 'reopened' : status, []);
    });
    return { id: before.id, status, closed_on: closed, batch };
  },
});
