import { z } from 'zod';
import { writerFor } from '../../i18n/format.ts';
import { type Met, metOf, worthOf } from '../../insights/effects/against-expected.ts';
import { actionKinds, actionStatuses } from '../../insights/plays/kind.ts';
import { CuadroError } from '../../model/error.ts';
import type { ActionTable } from '../../store/tables/action.ts';
import { amongSchema } from '../actions/among.ts';
import { actionSchema, tellActions } from '../actions/told.ts';
import { aboutOf, viewerOf, visibleActions } from '../actions/visible.ts';
import { catalogueOf } from '../catalogue.ts';
import { readoutOf } from '../effects/readout.ts';
import { effectSchema, toldEffect } from '../effects/told.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen, type OperationContext } from '../operation.ts';
import { countSchema } from '../output/period.ts';
import { schemaOf } from '../output/schema-of.ts';
import { namesOf } from '../people/author.ts';
import { subjectOf } from '../subject/subject.ts';
import { readPeople } from '../subject/visible.ts';
import { todayIn } from '../today.ts';

const listInput = z.strictObject({
  status: z.enum([...actionStatuses, 'overdue', 'all']).default('all'),
  mine: z.boolean().default(false).describe('Only those that are for whoever asks to do.'),
  kind: z.enum(actionKinds).optional(),
  kpi: z.string().min(1).max(100).optional(),
  scope: z.string().min(1).max(200).optional().describe('Only those about this part: segment=VIP.'),
  customer: z.strictObject({ source: z.string().min(1), id: z.string().min(1) }).optional(),
  among: amongSchema.optional(),
  alert: z.string().min(1).max(200).optional().describe('Only those that answer this alert.'),
  play: z.string().min(1).max(100).optional(),
  limit: z.int().min(1).max(500).default(100),
  language: z.enum(['es', 'en']),
});

const listOutput = z.strictObject({
  today: z.iso.date(),
  actions: z.array(actionSchema).describe('Open ones first, by when they are due; then the others, the latest first.'),
  total: countSchema.describe('That match, whatever the limit.'),
  open: countSchema,
  overdue: countSchema,
  done: countSchema,
  dropped: countSchema,
});

export type ActionsOutput = Frozen<z.output<typeof listOutput>>;

const far = '9999-12-31';

/** What people do about figures, segments and customers. */
export const actionsOperation = defineOperation({
  id: 'actions',
  words: {
    es: 'las acciones: qué se hace, quién, para cuándo y qué se espera',
    en: 'the actions: what is done, by whom, until when and what is expected',
  },
  input: listInput,
  output: listOutput,
  rest: { method: 'POST', path: '/actions/search' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, { status, mine, kind, kpi, scope, customer, among, alert, play, limit, language }): Promise<ActionsOutput> => {
    const { db } = await context.store();
    const catalogue = await catalogueOf(context.workspace);
    let found = db.selectFrom('action').selectAll();
    if (kind !== undefined) found = found.where('kind', '=', kind);
    if (kpi !== undefined) found = found.where('kpi', '=', catalogue.find(kpi).id);
    if (scope !== undefined) found = found.where('scope', '=', scope);
    if (customer !== undefined) found = found.where('customer_source', '=', customer.source).where('customer_id', '=', customer.id);
    if (among !== undefined) found = found.where('among', '=', among);
    if (alert !== undefined) found = found.where('alert_id', '=', alert);
    if (play !== undefined) found = found.where('play', '=', play);
    const rows = await found.orderBy('changed_at', 'desc').orderBy('id').execute();
    const today = todayIn(context);
    const none = { today, actions: [], total: 0, open: 0, overdue: 0, done: 0, dropped: 0 };
    if (rows.length === 0) return none;
    const opened = await openEngine(context, {});
    const viewer = await viewerOf(db, context.actor);
    const known = await visibleActions(rows, viewer, { opened, catalogue });
    const told = await tellActions(known, { db, viewer, opened, catalogue, today, language });
    const own = told.filter((one) => !mine || one.mine);
    const rank = (one: (typeof own)[number]): string => (one.status === 'open' ? `0 ${one.due_on ?? far}` : '1');
    const shown = own
      .filter((one) => status === 'all' || (status === 'overdue' ? one.overdue : one.status === status))
      .toSorted((one, other) => {
        const [left, right] = [rank(one), rank(other)];
        if (left !== right) return left < right ? -1 : 1;
        return (one.closed_on ?? '') < (other.closed_on ?? '') ? 1 : -1;
      });
    const count = (wanted: string): number => own.filter((one) => one.status === wanted).length;
    return {
      today,
      actions: shown.slice(0, limit),
      total: shown.length,
      open: count('open'),
      overdue: own.filter((one) => one.overdue).length,
      done: count('done'),
      dropped: count('dropped'),
    };
  },
});

/** @throws CuadroError `action_unknown` also where they may not know of it */
export async function requireAction(context: OperationContext, id: string) {
  const { db } = await context.store();
  const row = await db.selectFrom('action').selectAll().where('id', '=', id).executeTakeFirst();
  const unknown = new CuadroError({ code: 'action_unknown', where: 'action', found: id });
  if (!row) throw unknown;
  const catalogue = await catalogueOf(context.workspace);
  const opened = await openEngine(context, {});
  const viewer = await viewerOf(db, context.actor);
  const [visible] = await visibleActions([row], viewer, { opened, catalogue });
  if (!visible) throw unknown;
  return { row, db, catalogue, opened, viewer };
}

const number = z.number().nullable();

const actionOutput = z.strictObject({
  action: actionSchema,
  effect: effectSchema.nullable().describe('Before and after; null: it is not done, or about no figure that can be told.'),
  met: schemaOf<Met>()(z.enum(['reached', 'missed', 'unsure']))
    .nullable()
    .describe('Whether the effect is what was expected.'),
  worth: z
    .strictObject({
      times: number.describe('Of money: what it brought over what it cost.'),
      each: number.describe('Of what is counted: what one more, or one fewer, cost.'),
    })
    .nullable()
    .describe('Only of what adds up and is beyond chance.'),
  history: z.array(
    z.strictObject({
      at: z.string(),
      what: z.enum(['made', 'changed', 'done', 'dropped', 'reopened']),
      by: z.string().nullable(),
      fields: z.array(z.string()),
    }),
  ),
});

export type ActionOutput = Frozen<z.output<typeof actionOutput>>;

const whats = ['made', 'changed', 'done', 'dropped', 'reopened'] as const;

async function effectFor(
  row: ActionTable,
  {
    context,
    catalogue,
    opened,
    language,
  }: Pick<Awaited<ReturnType<typeof requireAction>>, 'catalogue' | 'opened'> & {
    readonly context: OperationContext;
    readonly language: 'es' | 'en';
  },
): Promise<Pick<ActionOutput, 'effect' | 'met' | 'worth'>> {
  const nothing = { effect: null, met: null, worth: null };
  const { kpi, scope, customer } = aboutOf(row);
  if (row.status !== 'done' || row.closed_on === null || kpi === null || customer !== null) return nothing;
  const people = opened.catalog.sight ? await readPeople(opened) : [];
  const subject = subjectOf(kpi, scope, { catalogue, opened, people, to: undefined });
  if (typeof subject === 'string') return nothing;
  const { settings } = context.workspace;
  const writer = writerFor(language, settings);
  const effect = toldEffect(subject, await readoutOf(subject, row.closed_on), language, writer);
  if (effect.value === null || effect.interval === null || effect.after === null) return { ...nothing, effect };
  const [low, high] = effect.interval;
  const measured = {
    isClear: effect.state === 'clear',
    value: effect.value,
    interval: [low, high] as const,
    expected: effect.after.expected,
    total: effect.total,
    unit: effect.unit,
  };
  return {
    effect,
    met: row.expected_change === null ? null : metOf({ change: row.expected_change, isRelative: row.expected_relative === 1 }, measured),
    worth: context.actor.amounts === 'hidden' ? null : worthOf(row.cost, measured),
  };
}

/** One action with its history and, when its time has come, what its KPI did before and after. */
export const actionOperation = defineOperation({
  id: 'action',
  words: {
    es: 'una acción, con su historia y, cuando llega su momento, el antes y el después',
    en: 'an action, with its history and, when its time has come, before and after',
  },
  input: z.strictObject({ action: z.string().min(1).max(100), language: z.enum(['es', 'en']) }),
  output: actionOutput,
  rest: { method: 'GET', path: '/actions/{action}' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, { action, language }): Promise<ActionOutput> => {
    const { row, db, catalogue, opened, viewer } = await requireAction(context, action);
    const today = todayIn(context);
    const [told] = await tellActions([row], { db, viewer, opened, catalogue, today, language });
    if (!told) throw new CuadroError({ code: 'action_unknown', where: 'action', found: action });
    const events = await db.selectFrom('action_event').selectAll().where('action_id', '=', row.id).orderBy('at').orderBy('id').execute();
    const names = await namesOf(
      db,
      events.map(({ by_id }) => by_id),
    );
    return {
      action: told,
      ...(await effectFor(row, { context, catalogue, opened, language })),
      history: events.map(({ at, what, by_id, by_name, fields }) => ({
        at,
        what: whats.find((one) => one === what) ?? 'changed',
        by: by_id === null ? by_name : (names.get(by_id) ?? null),
        fields: z.array(z.string()).parse(JSON.parse(fields)),
      })),
    };
  },
});
