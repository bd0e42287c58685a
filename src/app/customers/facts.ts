import { riskSignals } from '../../estimators/risk_score.ts';
import type { Engine } from '../../metrics/engine.ts';
import { money } from '../../metrics/expression.ts';
import { Rows, type World } from '../../metrics/plan/rows.ts';
import type { Condition } from '../../metrics/query.ts';
import { printExpression } from '../../metrics/sql/expression.ts';
import { conjunction, lines, printFilters } from '../../metrics/sql/filter.ts';
import { holdsAt, printPart } from './part.ts';

/** Without capitals and accents, in SQL that every engine reads; and the same of what is sought. */
const fold = (sql: string): string =>
  ['áa', 'ée', 'íi', 'óo', 'úu', 'üu', 'ñn'].reduce((text, pair) => `replace(${text}, '${pair[0]}', '${pair[1]}')`, `lower(${sql})`);
const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '');

/** Of what there is none where there is no row. */
const none: ReadonlySet<string> = new Set(['owed', 'overdue', 'open_deals', 'open_value', 'open_tickets', 'complaints']);

export interface Asked {
  readonly where: readonly Condition[];
  /** In the name or the code of the account; null: any. */
  readonly search: string | null;
  /** Only this one. */
  readonly account: { readonly id: string; readonly source: string | null } | null;
  /** The close at which all of it is told. */
  readonly day: string;
}

/**
 * One row an account that may be seen, with what each dataset says of it at the close of a day; null where it says nothing, or nothing that may be seen.
 * All money in the workspace's currency.
 */
export function customerFactsSql(
  { where, search, account, day }: Asked,
  { catalog, dialect }: Pick<Engine, 'catalog' | 'dialect'>,
): string {
  const world: World = { dialect, catalog, attributes: 'now' };
  const close = dialect.date(day);
  const text = (value: string): string => dialect.text(value);
  const amount = (rows: Rows, path: string, on: string): string => dialect.double(printExpression(money(path, on), rows));
  const within = (rows: Rows, ...paths: readonly string[]): string => `coalesce(${paths.map((path) => rows.value(path).sql).join(', ')})`;
  const at = (rows: Rows): string => rows.value('account_id').sql;

  const parts: Readonly<Record<string, { readonly sql: string | null; readonly columns: readonly string[] }>> = {
    stage: {
      columns: ['stage'],
      sql: printPart('account_stage_span', world, (rows) => ({
        account: at(rows),
        columns: { stage: rows.value('stage').sql },
        where: [holdsAt(rows, close)],
      })),
    },
    span: {
      columns: ['since'],
      sql: printPart('customer_span', world, (rows) => ({
        account: at(rows),
        columns: { since: dialect.asText(rows.day('valid_from'), 'date') },
        where: [holdsAt(rows, close)],
      })),
    },
    rfm: {
      columns: ['rfm'],
      sql: printPart('account_rfm', world, (rows) => ({
        account: at(rows),
        columns: { rfm: rows.value('class').sql },
        // Scores of a month's end are kept as valid from the next day on; the close of that month is that very moment.
        where: [holdsAt(rows, dialect.addDays(close, 1))],
      })),
    },
    value: {
      columns: ['orders', 'last_order_on', 'p_alive', 'historical', 'expected', 'worth', 'one_order'],
      sql: printPart('account_value', world, (rows) => ({
        account: at(rows),
        columns: {
          orders: rows.value('orders').sql,
          last_order_on: dialect.asText(rows.day('last_bought_at'), 'date'),
          p_alive: rows.value('p_alive').sql,
          historical: amount(rows, 'historical_revenue', 'valid_from'),
          expected: amount(rows, 'expected_revenue', 'valid_from'),
          worth: amount(rows, 'value_revenue', 'valid_from'),
          one_order: `${amount(rows, 'historical_revenue', 'valid_from')} / nullif(${dialect.double(rows.value('orders').sql)}, 0)`,
        },
        where: [`${rows.value('is_latest').sql}`],
      })),
    },
    risk: {
      columns: ['score', 'at_stake', ...riskSignals],
      sql: printPart('account_risk', world, (rows) => ({
        account: at(rows),
        columns: {
          score: rows.value('score').sql,
          at_stake: amount(rows, 'revenue', 'valid_from'),
          ...Object.fromEntries(riskSignals.map((signal) => [signal, rows.value(signal).sql])),
        },
        where: [holdsAt(rows, close)],
      })),
    },
    next: {
      columns: ['next_on', 'next_from', 'next_to', 'lapsed_on', 'every_days'],
      sql: printPart('order_forecast', world, (rows) => ({
        account: at(rows),
        columns: {
          next_on: dialect.asText(rows.day('expected_on'), 'date'),
          next_from: dialect.asText(rows.day('lower_on'), 'date'),
          next_to: dialect.asText(rows.day('upper_on'), 'date'),
          lapsed_on: dialect.asText(rows.day('lapsed_on'), 'date'),
          every_days: rows.value('expected_days').sql,
        },
        where: [`${rows.value('level').sql} = ${text('account')}`, holdsAt(rows, close)],
      })),
    },
    debt: {
      columns: ['owed', 'overdue', 'overdue_since'],
      sql: printPart('receivable_span', world, (rows) => {
        const [balance, due] = [amount(rows, 'balance', 'invoice.issued_on'), rows.day('due_on')];
        const late = `${due} < ${close}`;
        return {
          account: at(rows),
          isMany: true,
          columns: {
            owed: `sum(${balance})`,
            overdue: `sum(case when ${late} then ${balance} else 0 end)`,
            overdue_since: dialect.asText(`min(case when ${late} then ${due} end)`, 'date'),
          },
          where: [holdsAt(rows, close)],
        };
      }),
    },
    deals: {
      columns: ['open_deals', 'open_value'],
      sql: printPart('opportunity_span', world, (rows) => ({
        account: rows.value('opportunity.account_id').sql,
        isMany: true,
        columns: { open_deals: 'count(*)', open_value: `sum(${amount(rows, 'amount', 'valid_from')})` },
        where: [`${rows.value('status').sql} = ${text('open')}`, holdsAt(rows, close)],
      })),
    },
    tickets: {
      columns: ['open_tickets', 'complaints'],
      sql: printPart('ticket', world, (rows) => {
        const done = ['resolved', 'closed', 'cancelled'].map(text).join(', ');
        return {
          account: within(rows, 'account_id', 'contact.account_id'),
          isMany: true,
          columns: {
            open_tickets: 'count(*)',
            complaints: `sum(case when ${rows.value('type').sql} = ${text('complaint')} then 1 else 0 end)`,
          },
          where: [`coalesce(${rows.value('status').sql}, ${text('open')}) not in (${done})`, `${rows.day('opened_at')} <= ${close}`],
        };
      }),
    },
    touched: {
      columns: ['last_contact_on'],
      sql: printPart('activity', world, (rows) => ({
        account: within(rows, 'account_id', 'contact.account_id', 'opportunity.account_id'),
        isMany: true,
        columns: { last_contact_on: dialect.asText(`max(${rows.day('occurred_at')})`, 'date') },
        where: [
          `${rows.value('type').sql} in (${['call', 'email', 'sms', 'meeting', 'demo'].map(text).join(', ')})`,
          `coalesce(${rows.value('connected').sql}, ${dialect.boolean(true)})`,
          `${rows.day('occurred_at')} <= ${close}`,
        ],
      })),
    },
  };

  const rows = new Rows('account', world);
  const filters = printFilters(where, rows, { kind: 'now' });
  const own: Readonly<Record<string, string>> = {
    ...Object.fromEntries(['industry', 'segment', 'city', 'region', 'country', 'type'].map((field) => [field, rows.value(field).sql])),
    owner: rows.value('owner.name').sql,
  };
  const [id, name] = [rows.value('id').sql, rows.value('name').sql];
  const sought = search === null ? null : text(folded(search));
  const found =
    sought === null ? null : `(${dialect.contains(fold(`coalesce(${name}, '')`), sought)} or ${dialect.contains(fold(id), sought)})`;
  const one = account === null ? null : `${id} = ${text(account.id)}`;
  const source = account?.source ? `${rows.source} = ${text(account.source)}` : null;
  const known = Object.entries(parts).filter(([, { sql }]) => sql !== null);
  const columns = Object.entries(parts).flatMap(([name, { sql, columns: names }]) =>
    names.map((column) => {
      if (sql === null) return `null as ${column}`;
      const told = `${name}_part.${column}`;
      return `${none.has(column) ? `coalesce(${told}, 0)` : told} as ${column}`;
    }),
  );
  const live = rows.live();
  return lines(
    `select a.*, ${columns.join(', ')}`,
    `from (\nselect ${rows.source} as source, ${id} as id, ${name} as name, ${Object.entries(own)
      .map(([name, sql]) => `${sql} as ${name}`)
      .join(', ')}`,
    rows.from(),
    conjunction(live, filters, found, one, source),
    ') as a',
    ...known.map(
      ([name, { sql }]) => `left join (\n${sql}\n) as ${name}_part on ${name}_part.source = a.source and ${name}_part.account = a.id`,
    ),
  );
}
