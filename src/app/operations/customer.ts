import { z } from 'zod';
import { isBeyond } from '../../metrics/plan/limit.ts';
import { Rows } from '../../metrics/plan/rows.ts';
import { querySchema } from '../../metrics/query.ts';
import { conjunction, lines } from '../../metrics/sql/filter.ts';
import { CuadroError } from '../../model/error.ts';
import { lifeStages } from '../../model/segment.ts';
import { hiddenOf, momentOf } from '../customers/ask.ts';
import { customerFactsSql } from '../customers/facts.ts';
import { listSchemas, listsOf } from '../customers/lists.ts';
import { customerOf, customerSchema } from '../customers/row.ts';
import { type CustomerEvent, eventKinds, timelineOf } from '../customers/timeline.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { answeredShape } from '../output/answered.ts';
import { instantSchema } from '../output/period.ts';
import { schemaOf } from '../output/schema-of.ts';

const { asOf, knownAt } = querySchema.shape;

const input = z.strictObject({
  id: z.string().min(1),
  /** The connection that it came by, where ids of several may be the same. */
  source: z.string().min(1).optional(),
  asOf,
  knownAt,
});

const eventSchema = schemaOf<CustomerEvent>()(
  z
    .strictObject({
      on: z.iso.date(),
      kind: z.enum(eventKinds),
      id: z.string().describe('Of the record that tells of it; of a stage, the stage.'),
      text: z.string().nullable(),
      type: z.string().nullable(),
      amount: z.number().nullable(),
    })
    .meta({ id: 'CustomerEvent' }),
);

const output = z.strictObject({
  query: z.strictObject(answeredShape(input.shape)),
  day: z.iso.date().describe('All of it as of the close of this day.'),
  watermark: instantSchema,
  hidden: z.array(z.enum(['amounts', 'receivables'])).describe('What is left out for want of rights.'),
  customer: customerSchema,
  stages: z.array(z.strictObject({ stage: z.enum(lifeStages), from: z.iso.date().nullable() })).describe('Of its life, the latest first.'),
  lists: z.strictObject(listSchemas).meta({ id: 'CustomerLists' }),
  timeline: z.array(eventSchema).describe('What happened, the latest first.'),
});

export type CustomerOutput = Frozen<z.output<typeof output>>;

const timelineLimit = 80;

/** All there is to know of one customer, for whoever is about to call them. */
export const customerOperation = defineOperation({
  id: 'customer',
  words: {
    es: 'todo lo que hay de un cliente: etapa, valor, riesgo, pedidos, oportunidades, cobros y contactos',
    en: 'all there is of a customer: stage, value, risk, orders, deals, what they owe and contacts',
  },
  input,
  output,
  rest: { method: 'GET', path: '/customers/{id}' },
  effect: 'read',
  on: 'warehouse',
  permission: 'records.read',
  audit: () => ({ rows: 1 }),
  run: async (context, asked): Promise<CustomerOutput> => {
    const engine = await openEngine(context, asked);
    const { catalog, dialect } = engine;
    const { day, watermark, threshold } = momentOf(engine, 'customer');
    const account = { id: asked.id, source: asked.source ?? null };
    const [row] = await engine.run(`${customerFactsSql({ where: [], search: null, account, day }, engine)}\norder by a.source\nlimit 1`);
    if (row === undefined) throw new CuadroError({ code: 'customer_unknown', where: 'customer', found: asked.id });
    const customer = customerOf(row, { day, threshold, catalog });
    const lists = await listsOf(customer, engine);
    const stages: { stage: (typeof lifeStages)[number]; from: string | null }[] = [];
    if (!isBeyond('account_stage_span', catalog)) {
      const rows = new Rows('account_stage_span', { dialect, catalog, attributes: 'now' });
      const [stage, from, whose] = [rows.value('stage').sql, rows.day('valid_from'), rows.value('account_id').sql];
      const found = await engine.run(
        lines(
          `select ${stage} as stage, ${dialect.asText(from, 'date')} as begins`,
          rows.from(),
          conjunction(
            `${rows.source} = ${dialect.text(customer.source)}`,
            `${whose} = ${dialect.text(customer.id)}`,
            `(${from} is null or ${from} <= ${dialect.date(day)})`,
          ),
          'order by 2 desc',
        ),
      );
      for (const one of found) {
        const known = lifeStages.find((name) => name === one.stage);
        if (known) stages.push({ stage: known, from: one.begins === null ? null : String(one.begins).slice(0, 10) });
      }
    }
    return {
      query: asked,
      day,
      watermark,
      hidden: [...hiddenOf(engine)],
      customer,
      stages,
      lists,
      timeline: timelineOf(lists, stages, { day, limit: timelineLimit }),
    };
  },
});
