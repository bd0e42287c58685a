import { z } from 'zod';
import { alertEventWords, tellStanding } from '../../i18n/alerts.ts';
import { causesOf } from '../../insights/alerts/group.ts';
import { alertStates } from '../../insights/alerts/state.ts';
import { conditionSchema } from '../../metrics/query.ts';
import { CuadroError } from '../../model/error.ts';
import { connectedIn } from '../alerts/connected.ts';
import { alertSchema, toldAlert } from '../alerts/told.ts';
import { requireAlert, visibleAlerts } from '../alerts/visible.ts';
import { defineOperation, type Frozen, type OperationContext } from '../operation.ts';
import { unitSchema } from '../output/kpi.ts';
import { countSchema, periodSchema } from '../output/period.ts';
import { namesOf } from '../people/author.ts';
import { conditionsOfScope } from '../subject/scope.ts';
import { explainOperation } from './explain.ts';
import { readOperation } from './read.ts';

const listInput = z.strictObject({
  show: z
    .enum(['on', 'open', 'all'])
    .default('open')
    .describe('Those that are on; also those in doubt, without data and over lately; all that have ever fired.'),
  kpi: z.string().min(1).max(100).optional(),
  mine: z.boolean().default(false).describe('Only those of one’s own rules, or that one looks after.'),
  language: z.enum(['es', 'en']),
});

const listOutput = z.strictObject({
  says: z.string(),
  judged_at: z.string().nullable().describe('When they were judged last; null: never.'),
  states: z.array(z.strictObject({ state: z.enum(alertStates), count: countSchema })),
  alerts: z.array(alertSchema),
  causes: z
    .array(
      z.strictObject({
        lead: countSchema.describe('A place in `alerts`, from 0.'),
        others: z.array(countSchema),
        member: z.string().nullable().describe('DIM=VALUE that they have in common; null: KPIs that the catalogue connects.'),
      }),
    )
    .describe('Alerts that are on, by what seems to be one cause.'),
});

export type AlertsOutput = Frozen<z.output<typeof listOutput>>;

/** What is over for longer than this is history. */
const latelyDays = 62;

/** What has fired, how it stands, and what belongs together. */
export const alertsOperation = defineOperation({
  id: 'alerts',
  words: {
    es: 'las alertas y cómo están: cuáles han saltado, desde cuándo y qué tienen en común',
    en: 'the alerts and how they stand: which have fired, since when and what they have in common',
  },
  input: listInput,
  output: listOutput,
  rest: { method: 'POST', path: '/alerts/search' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, { show, kpi, mine, language }): Promise<AlertsOutput> => {
    const { actor } = context;
    const { catalogue, alerts, telling } = await visibleAlerts(context, async (db) => {
      const all = db.selectFrom('alert').selectAll();
      return (kpi === undefined ? all : all.where('kpi', '=', kpi)).orderBy('fired_start', 'desc').orderBy('id').execute();
    });
    const wanted = kpi === undefined ? null : catalogue.find(kpi).id;
    const told = alerts
      .filter(
        ({ row, kept }) =>
          !mine || (!kept.isShared && kept.ownerId === actor.id) || (row.assignee_id !== null && row.assignee_id === actor.id),
      )
      .map((one) => ({ alert: toldAlert(one, telling, language), updated: one.row.updated_at }))
      .filter(({ alert }) => wanted === null || alert.kpi === wanted);
    const last = told.reduce<string | null>((latest, { alert }) => {
      const end = alert.period?.end ?? null;
      return end !== null && (latest === null || end > latest) ? end : latest;
    }, null);
    const lately = last === null ? '' : Temporal.PlainDate.from(last).subtract({ days: latelyDays }).toString();
    const rank = (alert: (typeof told)[number]['alert']): number => (alert.on ? 0 : alert.state === 'pending' ? 1 : alert.fired ? 2 : 3);
    const shown = told
      .map(({ alert }) => alert)
      .filter((alert) => {
        if (show === 'on') return alert.on;
        if (show === 'all') return alert.fired !== null || alert.state !== 'normal';
        return (
          alert.state !== 'normal' || (alert.points.at(-1)?.end ?? '') <= lately || (alert.fired !== null && alert.fired.end >= lately)
        );
      })
      .filter((alert) => show === 'all' || alert.state !== 'normal' || alert.fired !== null)
      .toSorted(
        (one, other) =>
          rank(one) - rank(other) ||
          (other.fired?.start ?? '').localeCompare(one.fired?.start ?? '') ||
          (one.chance ?? 1) - (other.chance ?? 1),
      );
    const on = shown.filter((alert) => alert.on);
    const causes = causesOf(
      on.map((alert) => ({
        key: alert.id,
        kpi: alert.kpi,
        scope: alert.scope,
        since: alert.fired?.start ?? alert.since ?? '',
        p: alert.chance,
        daysOld: alert.kind === 'stale' ? alert.value : null,
      })),
      connectedIn(catalogue),
    );
    const placeOf = ({ key }: { readonly key: string }): number => shown.findIndex(({ id }) => id === key);
    return {
      says: tellStanding({ on: on.length, causes: causes.length, judged: alerts.length }, language),
      judged_at: told.reduce<string | null>((latest, { updated }) => (latest === null || updated > latest ? updated : latest), null),
      states: alertStates.map((state) => ({ state, count: told.filter(({ alert }) => alert.state === state).length })),
      alerts: shown,
      causes: causes.map(({ lead, others, member }) => ({ lead: placeOf(lead), others: others.map(placeOf), member })),
    };
  },
});

const effectSchema = z.strictObject({
  dimension: z.string(),
  effects: z
    .array(z.strictObject({ group: z.string().nullable(), before: z.number().nullable(), after: z.number().nullable(), total: z.number() }))
    .describe('The greatest first, at most five.'),
});

const detailOutput = z.strictObject({
  alert: alertSchema,
  events: z.array(
    z.strictObject({
      kind: z.string(),
      says: z.string(),
      period: periodSchema.nullable(),
      at: z.string(),
      by: z.string().nullable(),
      was: z.number().nullable(),
      is: z.number().nullable(),
      note: z.string().nullable(),
    }),
  ),
  explained: z
    .strictObject({
      unit: unitSchema.describe('Of the KPI itself: an alert of another kind may be in another.'),
      before: z.number().nullable(),
      after: z.number().nullable(),
      change: z.number(),
      dimensions: z.array(effectSchema),
    })
    .nullable()
    .describe('What of the change against the period before is due to what; null: it cannot be split.'),
  readings: z.array(z.strictObject({ says: z.string(), next: z.string(), tone: z.string() })),
  records: z
    .strictObject({ kpi: z.string(), from: z.iso.date(), to: z.iso.date(), where: z.array(conditionSchema) })
    .nullable()
    .describe('What to ask `records` for the rows behind it; null: it is of no period.'),
});

export type AlertOutput = Frozen<z.output<typeof detailOutput>>;

/** What cannot be told of is left out: it is an explanation, not the alert. */
const orNull = async <T>(work: Promise<T>): Promise<T | null> =>
  work.catch((error: unknown) => {
    if (!(error instanceof CuadroError)) throw error;
    return null;
  });

type Explained = AlertOutput['explained'];

async function explainedOf(
  context: OperationContext,
  asked: NonNullable<AlertOutput['records']>,
  { against, unit }: { readonly against: 'previous' | 'year'; readonly unit: string | undefined },
): Promise<Explained> {
  const found = await orNull(explainOperation.run(context, explainOperation.input.parse({ ...asked, against })));
  if (found === null) return null;
  const strength = (effects: readonly { readonly total: number }[]): number => Math.max(0, ...effects.map(({ total }) => Math.abs(total)));
  return {
    unit: unitSchema.parse(unit ?? 'count'),
    before: found.before.value,
    after: found.after.value,
    change: found.change,
    dimensions: found.dimensions
      // Its own scope is not what it is due to.
      .filter(({ dimension }) => asked.where.every((one) => one.dimension !== dimension))
      .toSorted((one, other) => strength(other.effects) - strength(one.effects))
      .map(({ dimension, effects }) => ({
        dimension,
        effects: effects
          .toSorted((one, other) => Math.abs(other.total) - Math.abs(one.total))
          .slice(0, 5)
          .map(({ group, before, after, total }) => ({ group, before, after, total })),
      })),
  };
}

const factsSchema = z.object({
  was: z.number().nullable().default(null),
  is: z.number().nullable().default(null),
  note: z.string().nullable().default(null),
});

/** One alert with its explanation, its reading, the way to its records and all that happened to it. */
export const alertOperation = defineOperation({
  id: 'alert',
  words: {
    es: 'una alerta: por qué ha saltado, qué dice el indicador, sus registros y lo que ha pasado con ella',
    en: 'an alert: why it has fired, what the KPI says, its records and what has happened to it',
  },
  input: z.strictObject({ alert: z.string().min(1).max(100), language: z.enum(['es', 'en']) }),
  output: detailOutput,
  rest: { method: 'GET', path: '/alerts/{alert}' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, { alert: id, language }): Promise<AlertOutput> => {
    const { db, alert, telling } = await requireAlert(context, id);
    const shown = toldAlert(alert, telling, language);
    const rows = await db.selectFrom('alert_event').selectAll().where('alert_id', '=', id).orderBy('at').orderBy('period_start').execute();
    const names = await namesOf(
      db,
      rows.map(({ member_id }) => member_id),
    );
    const where = conditionsOfScope(shown.scope);
    const { kind } = alert.kept.rule.condition;
    const period = kind === 'stale' || shown.state === 'error' ? null : (shown.fired ?? shown.period);
    const records = period === null || where === null ? null : { kpi: shown.kpi, from: period.start, to: period.end, where: [...where] };
    const { condition } = alert.kept.rule;
    const against = condition.kind === 'change' && condition.against === 'year' ? 'year' : 'previous';
    const read =
      records &&
      (await orNull(
        readOperation.run(context, readOperation.input.parse({ kpis: [shown.kpi], to: records.to, where: records.where, language })),
      ));
    return {
      alert: shown,
      events: rows.map((row) => {
        const { was, is, note } = factsSchema.parse(JSON.parse(row.facts));
        return {
          kind: row.kind,
          says: alertEventWords[row.kind]?.[language] ?? row.kind,
          period: row.period_start === '' ? null : { start: row.period_start, end: row.period_end },
          at: row.at,
          by: row.member_id === null ? null : (names.get(row.member_id) ?? null),
          was,
          is,
          note,
        };
      }),
      explained: records && (await explainedOf(context, records, { against, unit: telling.catalogue.kpis.get(shown.kpi)?.unit })),
      // That chance often makes a step like the last one is no answer to what was judged by a longer past.
      readings: (read?.readings ?? []).filter(({ outcome }) => outcome !== 'noise').map(({ says, next, tone }) => ({ says, next, tone })),
      records,
    };
  },
});
