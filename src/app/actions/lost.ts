import { medianOf } from '../../estimators/numbers.ts';
import type { Lost } from '../../insights/reengage/changed.ts';
import type { Engine } from '../../metrics/engine.ts';
import { money } from '../../metrics/expression.ts';
import { isBeyond } from '../../metrics/plan/limit.ts';
import { Rows } from '../../metrics/plan/rows.ts';
import { printExpression } from '../../metrics/sql/expression.ts';
import { conjunction, lines } from '../../metrics/sql/filter.ts';
import { dayOf, numberOf, textOf } from '../read-cell.ts';

/** A lost lead or deal as the data tell of it, and what they tell since. */
export interface LostRecord extends Lost {
  readonly entity: 'lead' | 'opportunity';
  readonly source: string;
  readonly id: string;
  /** Personal of a lead. */
  readonly name: string | null;
  readonly company: string | null;
  readonly account: { readonly id: string; readonly name: string | null } | null;
  readonly owner: { readonly id: string; readonly name: string | null } | null;
  /** In the workspace's currency. */
  readonly amount: number | null;
}

type Cells = Readonly<Record<string, unknown>>;
type Part = Pick<Engine, 'catalog' | 'dialect' | 'run'>;

const key = (source: unknown, id: unknown): string => JSON.stringify([String(source), String(id)]);

/** Rows of a dataset that whoever asks may see, with these columns; none where it is empty or not theirs. */
async function read(
  dataset: string,
  { catalog, dialect, run }: Part,
  columns: (rows: Rows) => Readonly<Record<string, string>>,
  where: (rows: Rows) => readonly (string | null)[],
  more = '',
): Promise<readonly Cells[]> {
  if (catalog.rows(dataset) === 0 || isBeyond(dataset, catalog)) return [];
  const rows = new Rows(dataset, { dialect, catalog, attributes: 'now' });
  const list = Object.entries({ source: rows.source, ...columns(rows) }).map(([name, sql]) => `${sql} as ${dialect.identifier(name)}`);
  const limits = [rows.live(), ...where(rows)];
  return run(lines(`select ${list.join(', ')}`, rows.from(), conjunction(...limits), more));
}

/** The last day of something by what it happened to, and what it was about: where there are several of that day, the first by name. */
async function lastDays(
  dataset: string,
  part: Part,
  of: string,
  at: string,
  where: (rows: Rows) => readonly (string | null)[] = () => [],
  what?: string,
): Promise<ReadonlyMap<string, { readonly on: string; readonly what: string | null }>> {
  const { dialect } = part;
  const found = await read(
    dataset,
    part,
    (rows) => ({
      id: rows.value(of).sql,
      what: what === undefined ? dialect.nullOf('text') : rows.value(what).sql,
      on: `max(${dialect.asText(rows.day(at), 'date')})`,
    }),
    (rows) => [`${rows.value(of).sql} is not null`, `${rows.day(at)} is not null`, ...where(rows)],
    'group by 1, 2, 3 order by 1, 2, 4 desc, 3',
  );
  const last = new Map<string, { readonly on: string; readonly what: string | null }>();
  for (const row of found) {
    const [own, on] = [key(row.source, row.id), dayOf(row.on)];
    if (on !== null && !last.has(own)) last.set(own, { on, what: textOf(row.what) });
  }
  return last;
}

/** Lost since a day, and not taken up again. */
const stillLost = (rows: Rows, at: string, from: string, { dialect }: Part): readonly string[] => [
  `${rows.value('status').sql} = ${dialect.text('lost')}`,
  `${rows.day(at)} >= ${dialect.date(from)}`,
  `(${rows.value('reopened_at').sql} is null or ${rows.value('reopened_at').sql} < ${rows.value(at).sql})`,
];

/** What a lost lead and a lost deal have in common. */
const lostColumns = (rows: Rows, at: string, amount: string, part: Part) => ({
  id: rows.value('id').sql,
  name: rows.value('name').sql,
  owner: rows.value('owner_id').sql,
  owner_name: rows.value('owner.name').sql,
  lost_on: part.dialect.asText(rows.day(at), 'date'),
  reason: rows.value('lost_reason').sql,
  note: rows.value('lost_note').sql,
  amount: part.dialect.double(printExpression(money(amount, at), rows)),
});

const lostLeads = (part: Part, from: string): Promise<readonly Cells[]> =>
  read(
    'lead',
    part,
    (rows) => ({ ...lostColumns(rows, 'lost_at', 'estimated_value', part), company: rows.value('company').sql }),
    (rows) => stillLost(rows, 'lost_at', from, part),
  );

const lostDeals = (part: Part, from: string): Promise<readonly Cells[]> =>
  read(
    'opportunity',
    part,
    (rows) => ({
      ...lostColumns(rows, 'closed_at', 'amount', part),
      account: rows.value('account_id').sql,
      account_name: rows.value('account.name').sql,
      product: rows.value('product_id').sql,
    }),
    (rows) => stillLost(rows, 'closed_at', from, part),
  );

/** When each account's last deal began: where one came after, somebody is at it already. */
const lastDealOf = (part: Part) => lastDays('opportunity', part, 'account_id', 'created_at');

interface Product {
  readonly source: string;
  readonly name: string;
  readonly category: string | null;
  readonly price: number | null;
  readonly isSold: boolean;
  readonly since: string | null;
  /** Prices before, the latest change first. */
  readonly changes: readonly { readonly on: string; readonly before: number }[];
}

async function productsOf(part: Part): Promise<ReadonlyMap<string, Product>> {
  const { dialect, catalog } = part;
  const found = await read(
    'product',
    part,
    (rows) => ({
      id: rows.value('id').sql,
      name: rows.value('name').sql,
      category: rows.value('category').sql,
      price: dialect.double(rows.value('price').sql),
      currency: rows.value('currency').sql,
      active: rows.value('is_active').sql,
      gone: dialect.asText(rows.day('discontinued_at'), 'date'),
      since: dialect.asText(rows.day('created_at'), 'date'),
    }),
    () => [],
  );
  const changed = await read(
    'field_change',
    part,
    (rows) => ({
      id: rows.value('record_id').sql,
      on: dialect.asText(rows.day('changed_at'), 'date'),
      before: rows.value('old_value').sql,
    }),
    (rows) => [`${rows.value('entity').sql} = ${dialect.text('product')}`, `${rows.value('field').sql} = ${dialect.text('price')}`],
  );
  const prices = Map.groupBy(changed, (row) => key(row.source, row.id));
  return new Map(
    found.map((row) => {
      const own = key(row.source, row.id);
      // A list price has no day by whose rate it could be another currency's.
      const isOwn = (textOf(row.currency) ?? catalog.settings.currency) === catalog.settings.currency;
      const changes = (isOwn ? (prices.get(own) ?? []) : []).flatMap((one) => {
        const [on, before] = [dayOf(one.on), Number(one.before)];
        return on === null || !Number.isFinite(before) || textOf(one.before) === null ? [] : [{ on, before }];
      });
      return [
        own,
        {
          source: String(row.source),
          name: textOf(row.name) ?? String(row.id),
          category: textOf(row.category),
          price: isOwn ? numberOf(row.price) : null,
          isSold: row.active !== false && textOf(row.gone) === null,
          since: dayOf(row.since),
          changes: changes.toSorted((one, other) => (one.on < other.on ? -1 : 1)),
        },
      ] as const;
    }),
  );
}

/** What it cost on a day: what the next change after it says it was before. */
const priceOn = ({ changes, price }: Product, on: string): number | null => changes.find((one) => one.on > on)?.before ?? price;

interface Delivered {
  readonly on: string;
  readonly days: number;
}

async function deliveriesOf(part: Part, from: string): Promise<ReadonlyMap<string, readonly Delivered[]>> {
  const { dialect } = part;
  const found = await read(
    'delivery',
    part,
    (rows) => ({
      id: rows.value('product_id').sql,
      on: dialect.asText(rows.day('delivered_at'), 'date'),
      days: dialect.daysBetween(rows.day('order.ordered_at'), rows.day('delivered_at')),
    }),
    (rows) => [
      `${rows.value('product_id').sql} is not null`,
      `${rows.day('delivered_at')} >= ${dialect.date(from)}`,
      `${rows.day('order.ordered_at')} is not null`,
    ],
  );
  const all = found.flatMap((row) => {
    const [on, took] = [dayOf(row.on), numberOf(row.days)];
    return on === null || took === null ? [] : [{ of: key(row.source, row.id), on, days: took }];
  });
  return Map.groupBy(all, ({ of }) => of);
}

const leastDeliveries = 5;
const around = 90;

/** The median of the deliveries of the 90 days up to a day; null for less than five. */
function leadTime(all: readonly Delivered[], until: string): number | null {
  const from = Temporal.PlainDate.from(until).subtract({ days: around }).toString();
  const own = all.flatMap(({ on, days }) => (on > from && on <= until ? [days] : []));
  return own.length < leastDeliveries ? null : medianOf(own);
}

type In = NonNullable<Lost['lastIn']>;

/** Of several signs of life the last one. */
const latest = (some: readonly (In | null)[]): In | null =>
  some.reduce<In | null>((best, one) => (one !== null && (best === null || one.on > best.on) ? one : best), null);

const signed = (kind: In['kind'], found: { readonly on: string; readonly what: string | null } | undefined): In | null =>
  found ? { kind, on: found.on, what: kind === 'demand' ? found.what : null } : null;

/**
 * Leads and deals that were lost since a day and have not been taken up again, with what the data say since. What whoever asks may not see says nothing.
 * @param until nothing after the close of this day
 */
export async function lostRecords(
  part: Part,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<readonly LostRecord[]> {
  const { dialect } = part;
  const upTo = (at: string) => (rows: Rows) => [`${rows.day(at)} <= ${dialect.date(until)}`];
  const bySelf = (rows: Rows) => [
    `${rows.value('direction').sql} = ${dialect.text('in')}`,
    // Calls about service are no sign that a deal is wanted after all.
    `coalesce(${rows.value('purpose').sql}, ${dialect.text('sales')}) not in (${dialect.text('service')}, ${dialect.text('retention')})`,
    ...upTo('occurred_at')(rows),
  ];
  const [leads, deals] = [await lostLeads(part, from), await lostDeals(part, from)];
  const lastDeal = await lastDealOf(part);
  const products = await productsOf(part);
  const deliveries = await deliveriesOf(part, Temporal.PlainDate.from(from).subtract({ days: around }).toString());
  const ofLead = {
    contact: await lastDays('activity', part, 'lead_id', 'occurred_at', bySelf),
    click: await lastDays('campaign_message', part, 'lead_id', 'clicked_at', upTo('clicked_at')),
  };
  const ofAccount = {
    contact: await lastDays('activity', part, 'account_id', 'occurred_at', bySelf),
    visit: await lastDays('web_session', part, 'contact.account_id', 'started_at', upTo('started_at')),
    click: await lastDays('campaign_message', part, 'contact.account_id', 'clicked_at', upTo('clicked_at')),
    demand: await lastDays('demand_signal', part, 'account_id', 'occurred_at', upTo('occurred_at'), 'product_name'),
  };
  const people = await lastDays('contact', part, 'account_id', 'created_at', upTo('created_at'));
  const shared = (row: Cells) => ({
    source: String(row.source),
    id: String(row.id),
    name: textOf(row.name),
    owner: textOf(row.owner) === null ? null : { id: String(row.owner), name: textOf(row.owner_name) },
    amount: numberOf(row.amount),
    reason: textOf(row.reason),
    note: textOf(row.note),
    lostOn: dayOf(row.lost_on) ?? from,
  });
  const empty = {
    priceThen: null,
    priceNow: null,
    newProducts: [],
    product: null,
    leadTimeThen: null,
    leadTimeNow: null,
    newPersonOn: null,
  };
  const asLead = (row: Cells): LostRecord => {
    const own = key(row.source, row.id);
    return {
      ...empty,
      entity: 'lead',
      ...shared(row),
      company: textOf(row.company),
      account: null,
      lastIn: latest([signed('contact', ofLead.contact.get(own)), signed('click', ofLead.click.get(own))]),
    };
  };
  const asDeal = (row: Cells): LostRecord => {
    const told = shared(row);
    const account = key(row.source, row.account);
    const product = products.get(key(row.source, row.product)) ?? null;
    const delivered = deliveries.get(key(row.source, row.product)) ?? [];
    const person = people.get(account)?.on ?? null;
    return {
      ...empty,
      entity: 'opportunity',
      ...told,
      company: null,
      account: textOf(row.account) === null ? null : { id: String(row.account), name: textOf(row.account_name) },
      priceThen: product && priceOn(product, told.lostOn),
      priceNow: product?.price ?? null,
      product: product && { name: product.name, category: product.category, isSold: product.isSold },
      newProducts: [...products.values()].flatMap(({ source, name, category, price, isSold, since }) =>
        source === told.source && isSold && since !== null && since > told.lostOn && since <= until
          ? [{ name, category, price, on: since }]
          : [],
      ),
      leadTimeThen: leadTime(delivered, told.lostOn),
      leadTimeNow: leadTime(delivered, until),
      newPersonOn: person !== null && person > told.lostOn ? person : null,
      lastIn: latest([
        signed('contact', ofAccount.contact.get(account)),
        signed('visit', ofAccount.visit.get(account)),
        signed('click', ofAccount.click.get(account)),
        signed('demand', ofAccount.demand.get(account)),
      ]),
    };
  };
  const isOpen = (row: Cells): boolean => (lastDeal.get(key(row.source, row.account))?.on ?? '') <= (dayOf(row.lost_on) ?? '');
  return [...leads.map(asLead), ...deals.filter((row) => textOf(row.account) === null || isOpen(row)).map(asDeal)];
}
