import { z } from 'zod';
import { querySchema } from '../../metrics/query.ts';
import { reachableSegments } from '../../metrics/segments.ts';
import { CuadroError } from '../../model/error.ts';
import { lifeStages, rfmClasses } from '../../model/segment.ts';
import { hiddenOf, momentOf } from '../customers/ask.ts';
import { customerFactsSql } from '../customers/facts.ts';
import { customerOf, customerSchema, needs } from '../customers/row.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { answeredShape } from '../output/answered.ts';
import { countSchema, instantSchema } from '../output/period.ts';
import { columnShown } from '../rights/seen.ts';

const { where, asOf, knownAt } = querySchema.shape;

/** What the list can be put in order by, and whether that tells of amounts. */
const orders = {
  attention: { sql: 'attention', descending: true, amounts: false },
  name: { sql: 'lower(f.name)', descending: false, amounts: false },
  historical: { sql: 'f.historical', descending: true, amounts: true },
  expected: { sql: 'f.expected', descending: true, amounts: true },
  risk: { sql: 'f.score', descending: true, amounts: false },
  overdue: { sql: 'f.overdue', descending: true, amounts: true },
  next: { sql: 'f.next_on', descending: false, amounts: false },
  last_contact: { sql: 'f.last_contact_on', descending: false, amounts: false },
  open_value: { sql: 'f.open_value', descending: true, amounts: true },
} as const;
const orderNames = Object.keys(orders) as [keyof typeof orders, ...(keyof typeof orders)[]];

const input = z.strictObject({
  where,
  /** In the name or the code. */
  search: z.string().trim().min(1).max(100).optional(),
  stage: z.enum(lifeStages).optional(),
  rfm: z.enum(rfmClasses).optional(),
  /** Only those that need somebody for this. */
  need: z.enum(needs).optional(),
  order: z.enum(orderNames).default('attention'),
  reverse: z.boolean().default(false),
  limit: z.int().min(1).max(5000).default(100),
  offset: z.int().min(0).default(0),
  asOf,
  knownAt,
});

const output = z.strictObject({
  query: z.strictObject(answeredShape(input.shape)),
  day: z.iso.date().describe('All of it as of the close of this day.'),
  watermark: instantSchema,
  hidden: z.array(z.enum(['amounts', 'receivables'])).describe('What is left out for want of rights.'),
  total: countSchema.describe('Accounts that the filters leave, on all pages.'),
  needs: z
    .array(z.strictObject({ need: z.enum(needs), accounts: countSchema }))
    .describe('Accounts that need somebody, by why, whatever `need` is asked for.'),
  rfm: z
    .array(z.strictObject({ class: z.enum(rfmClasses), accounts: countSchema, historical: z.number().nullable() }))
    .describe('Accounts by class, whatever `rfm` is asked for.'),
  rfm_lacks: z
    .enum(['segment', 'orders', 'match'])
    .nullable()
    .describe('Why there is no class: no segment asks for any, there are no orders, or nobody fits the filter. Null: there are.'),
  customers: z.array(customerSchema),
});

export type CustomersOutput = Frozen<z.output<typeof output>>;

/** Customers, those first who need somebody most. */
export const customersOperation = defineOperation({
  id: 'customers',
  words: {
    es: 'los clientes, primero los que más atención piden',
    en: 'customers, those first who need attention most',
  },
  input,
  output,
  rest: { method: 'GET', path: '/customers' },
  effect: 'read',
  on: 'warehouse',
  permission: 'records.read',
  audit: (_, { customers, total }) => ({ rows: customers.length, total }),
  run: async (context, asked): Promise<CustomersOutput> => {
    const engine = await openEngine(context, asked);
    const { catalog, dialect } = engine;
    const moment = momentOf(engine, 'customers');
    reachableSegments(asked.where, ['account'], 'customers', catalog);
    const hidden = hiddenOf(engine);
    const hidesAmounts = hidden.includes('amounts');
    const order = orders[asked.order];
    // In which order amounts stand would tell them, one question after another; what a pseudonym stands for, too.
    if (order.amounts && hidesAmounts) throw new CuadroError({ code: 'field_hidden', where: '--order', found: asked.order });
    const isNamed = columnShown('account', 'name', catalog) === 'whole';
    if (!isNamed && (asked.search !== undefined || asked.order === 'name'))
      throw new CuadroError({ code: 'field_hidden', where: '--search', found: 'account.name' });
    const day = dialect.text(moment.day);
    const isNeeded: Readonly<Record<(typeof needs)[number], string>> = {
      risk: `coalesce(f.score, 0) >= ${dialect.number(moment.threshold)}`,
      debt: 'coalesce(f.overdue, 0) > 0',
      order_overdue: `f.next_to < ${day} and (f.lapsed_on is null or f.lapsed_on > ${day})`,
      order_due: `f.next_from <= ${day} and f.next_to >= ${day}`,
      ticket: 'coalesce(f.open_tickets, 0) > 0',
    };
    const isAwaited = `(${isNeeded.order_due}) or (${isNeeded.order_overdue})`;
    const score = 'coalesce(f.score, 0) / 100.0';
    // What is at stake of a year's revenue, what is owed too long, and one order where one is awaited.
    const attention = hidesAmounts
      ? score
      : `${score} * coalesce(f.at_stake, 0) + greatest(coalesce(f.overdue, 0), 0) + case when ${isAwaited} then coalesce(f.one_order, 0) else 0 end`;
    const facts = customerFactsSql({ where: asked.where, search: asked.search ?? null, account: null, day: moment.day }, engine);
    const all = `(\nselect f.*, ${attention} as attention\nfrom (\n${facts}\n) as f\n)`;
    const only = {
      stage: asked.stage ? `f.stage = ${dialect.text(asked.stage)}` : null,
      rfm: asked.rfm ? `f.rfm = ${dialect.text(asked.rfm)}` : null,
      need: asked.need ? `(${isNeeded[asked.need]})` : null,
    };
    const those = (...conditions: readonly (string | null)[]): string => {
      const due = conditions.filter((one) => one !== null);
      return due.length === 0 ? '' : `where ${due.join(' and ')}`;
    };
    const [counted] = await engine.run(
      `select count(*) as total, ${needs.map((need) => `sum(case when ${isNeeded[need]} then 1 else 0 end) as ${need}`).join(', ')}
from ${all} as f
${those(only.stage, only.rfm)}`,
    );
    const classes =
      catalog.rows('account_rfm') === 0
        ? []
        : await engine.run(
            `select f.rfm as class, count(*) as accounts, sum(f.historical) as historical from ${all} as f ${those(only.stage, only.need, 'f.rfm is not null')} group by 1`,
          );
    const asksForClasses = Object.values(catalog.settings.segments).some(({ rfm }) => rfm !== undefined);
    const descending = order.descending !== asked.reverse;
    const place = order.sql === 'attention' ? 'f.attention' : order.sql;
    const rows = await engine.run(
      `select f.* from ${all} as f
${those(only.stage, only.rfm, only.need)}
order by case when ${place} is null then 1 else 0 end, ${place} ${descending ? 'desc' : 'asc'}, coalesce(f.score, 0) desc, f.source, f.id
limit ${asked.limit} offset ${asked.offset}`,
    );
    const total = asked.need === undefined ? Number(counted?.total ?? 0) : Number(counted?.[asked.need] ?? 0);
    return {
      query: asked,
      day: moment.day,
      watermark: moment.watermark,
      hidden,
      total,
      needs: needs.map((need) => ({ need, accounts: Number(counted?.[need] ?? 0) })),
      rfm: rfmClasses.flatMap((name) => {
        const found = classes.find((row) => row.class === name);
        return found
          ? [{ class: name, accounts: Number(found.accounts), historical: hidesAmounts ? null : Number(found.historical ?? 0) }]
          : [];
      }),
      rfm_lacks: !asksForClasses ? 'segment' : catalog.rows('order') === 0 ? 'orders' : classes.length === 0 ? 'match' : null,
      customers: rows.map((row) => customerOf(row, { day: moment.day, threshold: moment.threshold, catalog })),
    };
  },
});
