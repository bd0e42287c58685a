import { z } from 'zod';
import type { Engine } from '../../metrics/engine.ts';
import { money } from '../../metrics/expression.ts';
import { isBeyond } from '../../metrics/plan/limit.ts';
import { Rows, type World } from '../../metrics/plan/rows.ts';
import { printExpression } from '../../metrics/sql/expression.ts';
import { conjunction, lines } from '../../metrics/sql/filter.ts';
import type { Frozen } from '../operation.ts';
import { countSchema } from '../output/period.ts';
import { columnShown, recordShown } from '../rights/seen.ts';

/** So many of each kind, the latest first. */
export const listLimit = 50;

const text = z.string().nullable();
const day = z.iso.date().nullable();
const number = z.number().nullable();
const shapes = {
  contacts: { name: text, email: text, phone: text },
  deals: {
    name: text,
    pipeline: text,
    stage: text,
    status: text,
    amount: number,
    owner: text,
    createdOn: day,
    expectedCloseOn: day,
    nextStepOn: day,
    closedOn: day,
    lostReason: text,
  },
  orders: { on: day, status: text, amount: number, isReturn: z.boolean().nullable() },
  invoices: { number: text, status: text, issuedOn: day, dueOn: day, paidOn: day, amount: number },
  tickets: { type: text, topic: text, status: text, priority: text, openedOn: day, resolvedOn: day, owner: text },
  activities: { type: text, direction: text, on: day, topic: text, subject: text, owner: text, connected: z.boolean().nullable() },
  answers: { kind: text, score: number, scaleMin: number, scaleMax: number, on: day, theme: text, comment: text },
  contracts: { product: text, startedOn: day, endsOn: day, renewalDueOn: day, cancelledOn: day, amount: number, period: text },
} as const;

export type ListName = keyof typeof shapes;

const listOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({
    total: countSchema.describe('All there are; only the latest are listed.'),
    rows: z.array(z.strictObject({ id: z.string(), ...shape })),
  });

/** What hangs on an account. Fields that are hidden from who asks are null, personal ones under pseudonyms; null: nothing of it may be seen. */
export const listSchemas = {
  contacts: listOf(shapes.contacts).nullable(),
  deals: listOf(shapes.deals).nullable(),
  orders: listOf(shapes.orders).nullable(),
  invoices: listOf(shapes.invoices).nullable(),
  tickets: listOf(shapes.tickets).nullable(),
  activities: listOf(shapes.activities).nullable(),
  answers: listOf(shapes.answers).nullable(),
  contracts: listOf(shapes.contracts).nullable(),
} as const;

const schema = z.strictObject(listSchemas);
export type Lists = Frozen<z.output<typeof schema>>;

/** A field of a list: where a row has it, and how it is read. `on`: the day of an instant or date; `money`: at the rate of a time field. */
type Field =
  | { readonly kind: 'plain'; readonly path: string }
  | { readonly kind: 'on'; readonly path: string }
  | { readonly kind: 'money'; readonly path: string; readonly at: string };
const plain = (path: string): Field => ({ kind: 'plain', path });
const on = (path: string): Field => ({ kind: 'on', path });
const worth = (path: string, at: string): Field => ({ kind: 'money', path, at });

interface Source {
  readonly entity: string;
  /** The references that lead to the account: the first that is known does. */
  readonly account: readonly string[];
  readonly fields: Readonly<Record<string, Field>>;
  /** The field of which the latest come first. */
  readonly latest: string;
}

const sources: { readonly [Name in ListName]: Source & { readonly fields: { readonly [Key in keyof (typeof shapes)[Name]]: Field } } } = {
  contacts: {
    entity: 'contact',
    account: ['account_id'],
    fields: { name: plain('name'), email: plain('email'), phone: plain('phone') },
    latest: 'created_at',
  },
  deals: {
    entity: 'opportunity',
    account: ['account_id'],
    fields: {
      name: plain('name'),
      pipeline: plain('pipeline'),
      stage: plain('stage'),
      status: plain('status'),
      amount: worth('amount', 'created_at'),
      owner: plain('owner.name'),
      createdOn: on('created_at'),
      expectedCloseOn: on('expected_close_on'),
      nextStepOn: on('next_step_at'),
      closedOn: on('closed_at'),
      lostReason: plain('lost_reason'),
    },
    latest: 'created_at',
  },
  orders: {
    entity: 'order',
    account: ['account_id', 'contact.account_id'],
    fields: { on: on('ordered_at'), status: plain('status'), amount: worth('amount', 'ordered_at'), isReturn: plain('is_return') },
    latest: 'ordered_at',
  },
  invoices: {
    entity: 'invoice',
    account: ['account_id', 'order.account_id'],
    fields: {
      number: plain('number'),
      status: plain('status'),
      issuedOn: on('issued_on'),
      dueOn: on('due_on'),
      paidOn: on('paid_at'),
      amount: worth('amount', 'issued_on'),
    },
    latest: 'issued_on',
  },
  tickets: {
    entity: 'ticket',
    account: ['account_id', 'contact.account_id'],
    fields: {
      type: plain('type'),
      topic: plain('topic'),
      status: plain('status'),
      priority: plain('priority'),
      openedOn: on('opened_at'),
      resolvedOn: on('resolved_at'),
      owner: plain('owner.name'),
    },
    latest: 'opened_at',
  },
  activities: {
    entity: 'activity',
    account: ['account_id', 'contact.account_id', 'opportunity.account_id'],
    fields: {
      type: plain('type'),
      direction: plain('direction'),
      on: on('occurred_at'),
      topic: plain('topic'),
      subject: plain('subject'),
      owner: plain('owner.name'),
      connected: plain('connected'),
    },
    latest: 'occurred_at',
  },
  answers: {
    entity: 'survey_response',
    account: ['account_id', 'contact.account_id'],
    fields: {
      kind: plain('kind'),
      score: plain('score'),
      scaleMin: plain('scale_min'),
      scaleMax: plain('scale_max'),
      on: on('responded_at'),
      theme: plain('theme'),
      comment: plain('comment'),
    },
    latest: 'responded_at',
  },
  contracts: {
    entity: 'contract',
    account: ['account_id'],
    fields: {
      product: plain('product.name'),
      startedOn: on('started_at'),
      endsOn: on('ends_at'),
      renewalDueOn: on('renewal_due_on'),
      cancelledOn: on('cancelled_at'),
      amount: worth('amount', 'started_at'),
      period: plain('period'),
    },
    latest: 'started_at',
  },
};

type Row = Readonly<Record<string, unknown>>;

/** What a field shows of a row, as whoever asks may see it. */
function shownOf(entity: string, field: Field, value: unknown, catalog: Engine['catalog']): unknown {
  if (value === null || value === undefined) return null;
  const [dataset, column] = field.path.startsWith('owner.') ? ['user', 'name'] : [entity, field.path.replace(/^product\./, '')];
  if (columnShown(dataset, column, catalog) === 'hidden') return null;
  const shown = recordShown(dataset, { [column]: value }, catalog)[column];
  if (field.kind === 'on') return String(shown).slice(0, 10);
  if (field.kind === 'money') return Number(shown);
  return typeof shown === 'bigint' ? Number(shown) : shown;
}

/** The latest records of one kind that hang on an account, of those that may be seen. */
async function listed(name: ListName, account: { readonly id: string; readonly source: string }, engine: Engine) {
  const { catalog, dialect } = engine;
  const { entity, account: ways, fields, latest } = sources[name];
  if (catalog.rows(entity) > 0 && isBeyond(entity, catalog)) return null;
  if (catalog.rows(entity) === 0) return { total: 0, rows: [] };
  const world: World = { dialect, catalog, attributes: 'now' };
  const rows = new Rows(entity, world);
  const columns = Object.entries(fields).map(([key, field]) => {
    const sql =
      field.kind === 'on'
        ? dialect.asText(rows.day(field.path), 'date')
        : field.kind === 'money'
          ? dialect.double(printExpression(money(field.path, field.at), rows))
          : rows.value(field.path).sql;
    return `${sql} as ${dialect.identifier(key)}`;
  });
  const whose = `coalesce(${ways.map((path) => rows.value(path).sql).join(', ')})`;
  const [id, last, live] = [rows.value('id').sql, rows.value(latest).sql, rows.live()];
  const found = await engine.run(
    lines(
      `select ${id} as id, ${columns.join(', ')}, count(*) over () as all_rows`,
      rows.from(),
      conjunction(live, `${rows.source} = ${dialect.text(account.source)}`, `${whose} = ${dialect.text(account.id)}`),
      `order by case when ${last} is null then 1 else 0 end, ${last} desc, ${id}`,
      `limit ${listLimit}`,
    ),
  );
  return {
    total: Number(found[0]?.all_rows ?? 0),
    rows: found.map((row: Row) => ({
      id: String(row.id),
      ...Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, shownOf(entity, field, row[key], catalog)])),
    })),
  };
}

/** Everything that hangs on an account. */
export async function listsOf(account: { readonly id: string; readonly source: string }, engine: Engine): Promise<Lists> {
  const found: Record<string, unknown> = {};
  for (const name of Object.keys(sources) as ListName[]) found[name] = await listed(name, account, engine);
  return schema.parse(found);
}
