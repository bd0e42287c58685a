import { duckdbDialect } from '../duckdb/dialect.ts';
import type { Scope } from './incremental.ts';
import { isLive } from './moment.ts';
import { otherwiseSlowSql } from './opportunity_state_span.ts';

/** How rows of one input bear on the keys of a derived dataset. */
interface InputRule {
  /** SELECTs of `_source` and the key of whatever a changed row of the input bears on; null: of everything. */
  readonly affected: ((scope: Scope) => string | readonly string[]) | null;
  /** A SELECT of those of the input's rows that the keys are made of; null: all rows are at hand. */
  readonly taken: ((scope: Scope) => string) | null;
}

/** How a derived dataset is made anew in part. Its rows of one key stand on nothing but the rows `taken` for that key. */
export interface IncrementalRule {
  /** Beside `_source`, the columns of the dataset that name one unit of work. */
  readonly key: readonly string[];
  /** By input, in an order in which `part` may be asked for. */
  readonly inputs: Readonly<Record<string, InputRule>>;
  /** What an entity's watermark bears on: a SELECT of keys. */
  readonly reach?: ReadonlyMap<string, (scope: Scope) => string>;
  /** A statement that gives a row when only the whole will do. */
  readonly wholeIf?: (scope: Scope) => string;
}

/** Rows of the input itself whose `column` is among the keys. */
const byKey =
  (input: string, column: string, key: string) =>
  ({ main, keys }: Scope): string =>
    `select x.* from ${main(input)} as x semi join ${keys} as k on k._source = x._source and k."${key}" = x."${column}"`;

const keysOf =
  (input: string, column: string, where = 'true') =>
  ({ changed }: Scope): string =>
    `select c._source, c."${column}" from ${changed(input)} as c where ${where}`;

/** An input whose rows name their key in a column. */
const owned = (input: string, column: string, key = column): InputRule => ({
  affected: keysOf(input, column),
  taken: byKey(input, column, key),
});

/** Changes of fields of one entity. */
const changesOf = (entity: string, key: string): InputRule => ({
  affected: keysOf('field_change', 'record_id', `c.entity = '${entity}'`),
  taken: ({ main, keys }) =>
    `select x.* from ${main('field_change')} as x semi join ${keys} as k on k._source = x._source and k."${key}" = x.record_id where x.entity = '${entity}'`,
});

const contractsByAccount = owned('contract', 'account_id');

const contractTerms: InputRule = {
  affected: ({ changed }) => [
    `select c._source, c.id from ${changed('contract')} as c`,
    `select c._source, c.previous_id from ${changed('contract')} as c`,
  ],
  taken: ({ main, keys }) => {
    const own = `select x.* from ${main('contract')} as x semi join ${keys} as k on k._source = x._source and k.contract_id = x.id`;
    const after = `select x.* from (select x.* from ${main('contract')} as x anti join ${keys} as k on k._source = x._source and k.contract_id = x.id) as x semi join ${keys} as k on k._source = x._source and k.contract_id = x.previous_id`;
    return `${own}\nunion all\n${after}`;
  },
};

/** Rows with an account of their own, and those that have it from the record that `through` names. */
const byAccountOr = (input: string, through: string, holder: string): InputRule['taken'] => {
  return ({ main, keys, part }) =>
    `select x.* from ${main(input)} as x semi join ${keys} as k on k._source = x._source and k.account_id = x.account_id
union all
select x.* from ${main(input)} as x semi join ${part(holder)} as h on h._source = x._source and h.id = x."${through}" where x.account_id is null`;
};

const accountOr =
  (input: string, through: string, holder: string): InputRule['affected'] =>
  ({ main, changed }) =>
    `select c._source, coalesce(c.account_id, h.account_id) from ${changed(input)} as c left join ${main(holder)} as h on h._source = c._source and h.id = c."${through}"`;

const paysAlready = ({ main, changed, batch }: Scope): string => `select 1 as whole
from (select distinct c._source from (select _source from ${changed('payment')} union all select _source from ${changed('invoice')}) as c) as c
where not exists (
  select 1 from ${main('payment')} as p left join ${main('invoice')} as i on i._source = p._source and i.id = p.invoice_id
  where p._source = c._source and p._batch < ${batch} and ${isLive('p')} and p.paid_at is not null and coalesce(p.amount, 1) > 0
    and (p.account_id is not null or (i.account_id is not null and i._batch < ${batch}))
)`;

/** Whether a source had activities of tickets, and changes of their owners, before. */
const talksAlready = ({ main, changed, batch }: Scope): string => `select 1 as whole
from (select distinct c._source from ${changed('activity')} as c where c.ticket_id is not null) as c
where not exists (select 1 from ${main('activity')} as a where a._source = c._source and a._batch < ${batch} and ${isLive('a')} and a.ticket_id is not null)
union all
select 1 from (select distinct c._source from ${changed('field_change')} as c where c.entity = 'ticket' and c.field = 'owner_id') as c
where not exists (select 1 from ${main('field_change')} as f where f._source = c._source and f._batch < ${batch} and ${isLive('f')} and f.entity = 'ticket' and f.field = 'owner_id' and f.record_id is not null and f.changed_at is not null)`;

/** Stages that deals are in and no stage on record names: their order is inferred from all deals. */
const stagesUnknown = ({ main }: Scope): string => `select 1 as whole
from (select distinct s._source, s.stage from ${main('opportunity_span')} as s where s.stage is not null) as s
anti join (
  select r._source, r.name as label from ${main('stage')} as r where ${isLive('r')} and r.name is not null
  union all
  select r._source, r.id as label from ${main('stage')} as r where ${isLive('r')}
) as l on l._source = s._source and l.label = s.stage
limit 1`;

const customerOf = (row: string): string =>
  `case when ${row}.contact_id is not null then 'contact ' || ${row}.contact_id when ${row}.account_id is not null then 'account ' || ${row}.account_id else 'ticket ' || ${row}.id end`;

/** Tickets that changed or were talked of, and all of the same customer and topic: each tells when the next was opened. */
const ticketsBeside = ({ main, changed }: Scope): readonly string[] => {
  const talked = `select a._source, a.ticket_id from ${changed('activity')} as a
    union all select f._source, f.record_id from ${changed('field_change')} as f where f.entity = 'ticket'`;
  const beside = `select t._source, t.id
from ${main('ticket')} as t
semi join (
  select d._source, ${customerOf('d')} as customer, coalesce(d.topic, '') as subject
  from (from ${changed('ticket')} union all by name select d.* from ${main('ticket')} as d semi join (${talked}) as i(_source, id) on i._source = d._source and i.id = d.id) as d
) as g on g._source = t._source and g.customer = ${customerOf('t')} and g.subject = coalesce(t.topic, '')`;
  return [`select c._source, c.id from ${changed('ticket')} as c`, beside];
};

const won = (row: string): string => `${isLive(row)} and ${row}.status = 'won' and ${row}.closed_at is not null`;

/** Won deals of people: their contact, lead, lead converted into them, or account's contact. */
const dealsOf = ({ main }: Scope, contacts: string, leads: string): readonly string[] => [
  `select o._source, o.id from ${main('opportunity')} as o semi join (${contacts}) as p(_source, id) on p._source = o._source and p.id = o.contact_id where ${won('o')}`,
  `select o._source, o.id from ${main('opportunity')} as o semi join (${leads}) as p(_source, id) on p._source = o._source and p.id = o.lead_id where ${won('o')}`,
  `select l._source, l.converted_opportunity_id from ${main('lead')} as l semi join (${leads}) as p(_source, id) on p._source = l._source and p.id = l.id where l.converted_opportunity_id is not null`,
  `select o._source, o.id from ${main('opportunity')} as o semi join (
    select t._source, t.account_id from ${main('contact')} as t semi join (${contacts}) as p(_source, id) on p._source = t._source and p.id = t.id
  ) as a on a._source = o._source and a.account_id = o.account_id where ${won('o')} and o.contact_id is null and o.lead_id is null`,
];

const dealsOfRows = (scope: Scope, rows: string): readonly string[] =>
  dealsOf(scope, `select r._source, r.contact_id from ${rows} as r`, `select r._source, r.lead_id from ${rows} as r`);

const clicked = ({ changed }: Scope): string => `(select m.* from ${changed('campaign_message')} as m where m.clicked_at is not null)`;

/** Campaigns that are new, gone or of another channel. */
const otherChannel = ({ changed }: Scope): string =>
  `(select c._source, c.id from ${changed('campaign')} as c group by c._source, c.id having count(*) = 1 or count(distinct coalesce(c.channel, '')) > 1)`;

const contactsOfKeys = ({ part }: Scope): string =>
  `(select o._source, o.contact_id as id from ${part('opportunity')} as o union select t._source, t.id from ${part('contact')} as t)`;
const leadsOfKeys = ({ part }: Scope): string =>
  `(select o._source, o.lead_id as id from ${part('opportunity')} as o union select l._source, l.id from ${part('lead')} as l)`;

/** Touches or messages of the people of the keys' deals. */
const ofPeople = (input: string, where: string) => (scope: Scope) => {
  const contact = (join: 'semi' | 'anti') => `${join} join ${contactsOfKeys(scope)} as p on p._source = x._source and p.id = x.contact_id`;
  return `select x.* from ${scope.main(input)} as x ${contact('semi')} where ${where}
union all
select x.* from (select x.* from ${scope.main(input)} as x ${contact('anti')} where ${where} and x.lead_id is not null) as x semi join ${leadsOfKeys(scope)} as l on l._source = x._source and l.id = x.lead_id`;
};

/** Deals of the account and name of one that changed: the one may repeat the other. */
const ofSameName = ({ main, changed }: Scope): string =>
  `select o._source, o.id from ${main('opportunity')} as o semi join ${changed('opportunity')} as c on c._source = o._source and c.account_id = o.account_id and lower(c.name) = lower(o.name)`;

const otherwiseSlow = ({ main }: Scope): string => otherwiseSlowSql({ dialect: duckdbDialect, relation: main });

/** Of each derived dataset that can be made in part, how. `business_day` and `rate_day` are always made whole: they are small. */
export const incrementalRules: Readonly<Record<string, IncrementalRule>> = {
  field_span: {
    key: ['entity', 'record_id'],
    inputs: {
      field_change: {
        affected: ({ changed }) => `select c._source, c.entity, c.record_id from ${changed('field_change')} as c`,
        taken: ({ main, keys }) =>
          `select x.* from ${main('field_change')} as x semi join ${keys} as k on k._source = x._source and k.entity = x.entity and k.record_id = x.record_id`,
      },
    },
  },
  opportunity_span: {
    key: ['opportunity_id'],
    inputs: { opportunity: owned('opportunity', 'id', 'opportunity_id'), field_change: changesOf('opportunity', 'opportunity_id') },
    reach: new Map([['opportunity', ({ main }) => `select o._source, o.id from ${main('opportunity')} as o where o.created_at is null`]]),
  },
  stage_span: {
    key: ['opportunity_id'],
    inputs: {
      opportunity: { affected: keysOf('opportunity', 'id'), taken: null },
      opportunity_span: owned('opportunity_span', 'opportunity_id'),
      field_change: changesOf('opportunity', 'opportunity_id'),
      stage: { affected: null, taken: null },
    },
    wholeIf: stagesUnknown,
  },
  opportunity_forecast: {
    key: ['opportunity_id'],
    inputs: {
      opportunity: owned('opportunity', 'id', 'opportunity_id'),
      account: {
        affected: ({ main, changed }) =>
          `select o._source, o.id from ${main('opportunity')} as o semi join ${changed('account')} as c on c._source = o._source and c.id = o.account_id`,
        taken: null,
      },
      opportunity_line: owned('opportunity_line', 'opportunity_id'),
      opportunity_span: owned('opportunity_span', 'opportunity_id'),
      stage_span: { affected: keysOf('stage_span', 'opportunity_id'), taken: null },
      stage: { affected: null, taken: null },
      // What is learned of a quarter's closings is used from the next one on: most batches leave it as it was.
      deal_model: { affected: null, taken: null },
    },
  },
  opportunity_state_span: {
    key: ['opportunity_id'],
    inputs: {
      opportunity: { affected: (scope) => [keysOf('opportunity', 'id')(scope), ofSameName(scope), otherwiseSlow(scope)], taken: null },
      opportunity_span: owned('opportunity_span', 'opportunity_id'),
      opportunity_forecast: owned('opportunity_forecast', 'opportunity_id'),
      activity: owned('activity', 'opportunity_id'),
      field_change: changesOf('opportunity', 'opportunity_id'),
      stage_span: { affected: otherwiseSlow, taken: null },
    },
  },
  customer_span: {
    key: ['account_id'],
    inputs: {
      account: owned('account', 'id', 'account_id'),
      contract: contractsByAccount,
      contact: owned('contact', 'account_id'),
      invoice: owned('invoice', 'account_id'),
      order: { affected: accountOr('order', 'contact_id', 'contact'), taken: byAccountOr('order', 'contact_id', 'contact') },
      payment: { affected: accountOr('payment', 'invoice_id', 'invoice'), taken: byAccountOr('payment', 'invoice_id', 'invoice') },
    },
    wholeIf: paysAlready,
  },
  account_stage_span: {
    key: ['account_id'],
    inputs: {
      lead: owned('lead', 'converted_account_id', 'account_id'),
      opportunity: owned('opportunity', 'account_id'),
      customer_span: owned('customer_span', 'account_id'),
    },
  },
  order_sequence: { key: ['account_id'], inputs: { order: owned('order', 'account_id') } },
  product_order_sequence: {
    key: ['account_id'],
    inputs: {
      order: owned('order', 'account_id'),
      order_line: {
        affected: ({ main, changed }) =>
          `select o._source, o.account_id from ${main('order')} as o semi join ${changed('order_line')} as c on c._source = o._source and c.order_id = o.id`,
        taken: ({ main, part }) =>
          `select x.* from ${main('order_line')} as x semi join ${part('order')} as o on o._source = x._source and o.id = x.order_id`,
      },
    },
  },
  renewal: { key: ['contract_id'], inputs: { contract: contractTerms } },
  receivable_span: {
    key: ['invoice_id'],
    inputs: { invoice: owned('invoice', 'id', 'invoice_id'), payment: owned('payment', 'invoice_id') },
    reach: new Map([
      [
        'invoice',
        // Those whose start is the watermark, and those paid in part nobody knows when.
        ({ main }) =>
          `select i._source, i.id from ${main('invoice')} as i where (i.issued_on is null and i.created_at is null) or (i.paid_at is null and i.balance <> coalesce(i.amount, i.balance))`,
      ],
    ]),
  },
  ticket_contact: {
    key: ['ticket_id'],
    inputs: {
      ticket: { affected: ticketsBeside, taken: byKey('ticket', 'id', 'ticket_id') },
      activity: { affected: ticketsBeside, taken: byKey('activity', 'ticket_id', 'ticket_id') },
      field_change: { ...changesOf('ticket', 'ticket_id'), affected: ticketsBeside },
    },
    wholeIf: talksAlready,
  },
  ticket_action: {
    key: ['ticket_id'],
    inputs: {
      ticket: owned('ticket', 'id', 'ticket_id'),
      activity: owned('activity', 'ticket_id'),
      field_change: changesOf('ticket', 'ticket_id'),
    },
  },
  attribution: {
    key: ['opportunity_id'],
    inputs: {
      opportunity: owned('opportunity', 'id', 'opportunity_id'),
      lead: owned('lead', 'converted_opportunity_id', 'opportunity_id'),
      contact: {
        affected: ({ main, changed }) =>
          `select o._source, o.id from ${main('opportunity')} as o semi join ${changed('contact')} as c on c._source = o._source and c.account_id = o.account_id where ${won('o')} and o.contact_id is null and o.lead_id is null`,
        taken: ({ main, part }) =>
          `select x.* from ${main('contact')} as x semi join ${part('opportunity')} as o on o._source = x._source and o.account_id = x.account_id and o.contact_id is null and o.lead_id is null`,
      },
      touch: { affected: (scope) => dealsOfRows(scope, scope.changed('touch')), taken: ofPeople('touch', 'true') },
      campaign_message: {
        affected: (scope) => dealsOfRows(scope, clicked(scope)),
        taken: ofPeople('campaign_message', 'x.clicked_at is not null'),
      },
      campaign: {
        affected: (scope) => [
          `select o._source, o.id from ${scope.main('opportunity')} as o semi join ${otherChannel(scope)} as c on c._source = o._source and c.id = o.campaign_id`,
          ...dealsOfRows(
            scope,
            `(select m.* from ${scope.main('campaign_message')} as m semi join ${otherChannel(scope)} as c on c._source = m._source and c.id = m.campaign_id where m.clicked_at is not null and m.channel is null)`,
          ),
        ],
        taken: null,
      },
    },
  },
  delivery_outcome: {
    key: ['delivery_id'],
    inputs: {
      delivery: owned('delivery', 'id', 'delivery_id'),
      ticket: {
        affected: ({ main, changed }) =>
          `select d._source, d.id from ${main('delivery')} as d semi join ${changed('ticket')} as c on c._source = d._source and c.order_id = d.order_id`,
        taken: ({ main, part }) =>
          `select x.* from ${main('ticket')} as x semi join ${part('delivery')} as d on d._source = x._source and d.order_id = x.order_id`,
      },
    },
  },
  cross_sell: {
    key: ['account_id'],
    inputs: { product: { affected: null, taken: null }, product_order_sequence: owned('product_order_sequence', 'account_id') },
  },
  cost_day: { key: ['cost_id'], inputs: { cost: owned('cost', 'id', 'cost_id') } },
  lead_nurturing: {
    key: ['lead_id'],
    inputs: {
      lead: owned('lead', 'id', 'lead_id'),
      activity: owned('activity', 'lead_id'),
      campaign_message: owned('campaign_message', 'lead_id'),
    },
  },
  lead_payment: {
    key: ['lead_id'],
    inputs: {
      lead: owned('lead', 'id', 'lead_id'),
      customer_span: {
        affected: ({ main, changed }) =>
          `select l._source, l.id from ${main('lead')} as l semi join ${changed('customer_span')} as c on c._source = l._source and c.account_id = l.converted_account_id`,
        taken: ({ main, part }) =>
          `select x.* from ${main('customer_span')} as x semi join ${part('lead')} as l on l._source = x._source and l.converted_account_id = x.account_id`,
      },
    },
  },
  mrr_span: { key: ['account_id'], inputs: { contract: contractsByAccount } },
};
