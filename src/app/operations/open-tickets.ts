import { z } from 'zod';
import type { Asked } from '../../metrics/asked.ts';
import { openCount } from '../../metrics/build.ts';
import { answer, type Engine, watermarkOf } from '../../metrics/engine.ts';
import { all, any, day, isKnown, isNot, isOneOf, not } from '../../metrics/expression.ts';
import type { StockMetric } from '../../metrics/metric.ts';
import { isBeyond } from '../../metrics/plan/limit.ts';
import { querySchema } from '../../metrics/query.ts';
import { CuadroError } from '../../model/error.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { answeredShape } from '../output/answered.ts';
import { countSchema, instantSchema } from '../output/period.ts';
import { openTotals } from '../rights/totals.ts';

const { from, where, asOf, knownAt } = querySchema.shape;
const date = from.unwrap();

const input = z.strictObject({
  /** The day at whose close they are counted. Default: the last complete day. */
  at: date.optional(),
  /** An earlier day to compare with. Default: the last day of the month before `at`. */
  against: date.optional(),
  where,
  asOf,
  knownAt,
});

const stock = z
  .strictObject({
    day: date,
    open: countSchema.nullable().describe('Opened and not resolved at the close of the day.'),
    overdue: countSchema.nullable().describe('Of them, past the time by which they were to be resolved. Null: no ticket has such a time.'),
    old: countSchema.nullable().describe('Of them, opened a week ago or earlier.'),
  })
  .meta({ id: 'OpenTickets' });

const output = z.strictObject({
  query: z.strictObject({ ...answeredShape(input.shape), at: date.nullable(), against: date.nullable() }),
  now: stock,
  before: stock,
  watermark: instantSchema.nullable(),
});

export type OpenTicketsOutput = Frozen<z.output<typeof output>>;
type Stock = OpenTicketsOutput['now'];

/** Some sources say that a ticket is resolved, but not when: those are not open either. */
const isNotOver = all(isNot('status', 'cancelled'), any(isKnown('resolved_at'), not(isOneOf('status', ['resolved', 'closed']))));
const span = { from: 'opened_at', to: 'resolved_at' } as const;
const open = openCount('ticket', { span, where: isNotOver });
const metrics: Readonly<Record<'open' | 'overdue' | 'old', StockMetric>> = {
  open,
  overdue: openCount('ticket', { span, where: all(isNotOver, isKnown('sla_due_at')), since: [day('sla_due_at')] }),
  old: openCount('ticket', { span, where: isNotOver, since: [day('opened_at', 7)] }),
};

/** Tickets still open: how many, how many late, how many for long; beside an earlier day. */
export const openTicketsOperation = defineOperation({
  id: 'open_tickets',
  words: {
    es: 'los casos abiertos en un día: cuántos, cuántos fuera de plazo y cuántos llevan más de una semana',
    en: 'tickets open on a day: how many, how many late, how many for more than a week',
  },
  input,
  output,
  rest: { method: 'GET', path: '/open-tickets' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, asked): Promise<OpenTicketsOutput> =>
    answerOpenTickets(asked, openTotals(await openEngine(context, asked), { metrics: Object.values(metrics), by: [], where: asked.where })),
});

/** @throws CuadroError `kpi_unavailable` where no ticket has a day, `no_rights`, `range_reversed`, `unknown_dimension`, `segment_*` */
export async function answerOpenTickets(asked: z.output<typeof input>, engine: Engine): Promise<OpenTicketsOutput> {
  const { catalog } = engine;
  const watermark = watermarkOf(open, catalog);
  const at = asked.at ?? watermark?.lastCompleteDay ?? null;
  if (at === null || catalog.filled('ticket', 'opened_at') === 0)
    throw new CuadroError({ code: 'kpi_unavailable', where: 'open_tickets', found: 'ticket.opened_at' });
  if (isBeyond('ticket', catalog)) throw new CuadroError({ code: 'no_rights', where: 'open_tickets' });
  const against = asked.against ?? Temporal.PlainDate.from(at).with({ day: 1 }).subtract({ days: 1 }).toString();
  if (against > at) throw new CuadroError({ code: 'range_reversed', where: '--against', found: `${against} … ${at}` });
  const hasDue = catalog.filled('ticket', 'sla_due_at') > 0;
  const questions = Object.entries(metrics)
    .filter(([name]) => hasDue || name !== 'overdue')
    .map(([kpi, metric]): Asked => ({ kpi, variant: 'default', version: '', metric, missing: [], minimumSample: 0 }));
  const on = async (close: string): Promise<Stock> => {
    const query = querySchema.parse({
      kpis: questions.map(({ kpi }) => kpi),
      grain: 'total',
      from: close,
      to: close,
      periods: 'partial',
      where: asked.where,
    });
    const { cells } = await answer(query, questions, engine);
    const counted = (name: string): number | null => cells.find(({ kpi }) => kpi === name)?.value ?? null;
    return { day: close, open: counted('open'), overdue: counted('overdue'), old: counted('old') };
  };
  return { query: { ...asked, at, against }, now: await on(at), before: await on(against), watermark: watermark?.instant ?? null };
}
