import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { Catalog } from '../catalog.ts';
import type { Limit, Owner, Sight } from '../sight.ts';
import { openSight, testCatalog } from '../testing/catalog.ts';
import { isBeyond, limitedRows } from './limit.ts';

// A company of two salespeople, Ana and Eva, told in a few rows. The SELECTs are run by the SQLite that Node brings: what matters is
// which rows they give, and they are plain enough for it.
type Row = Readonly<Record<string, string | null>>;
const company: Readonly<Record<string, readonly Row[]>> = {
  user: [{ id: 'ana' }, { id: 'eva' }],
  account: [
    { id: 'of-ana', owner_id: 'ana' },
    { id: 'of-eva', owner_id: 'eva' },
    { id: 'of-nobody', owner_id: null },
    { id: 'of-ana', owner_id: 'ana', _source: 'other' },
  ],
  contact: [
    { id: 'at-ana', owner_id: null, account_id: 'of-ana' },
    { id: 'at-eva', owner_id: null, account_id: 'of-eva' },
  ],
  opportunity: [
    { id: 'own', owner_id: 'ana', account_id: 'of-eva' },
    { id: 'of-eva-at-ana', owner_id: 'eva', account_id: 'of-ana' },
    { id: 'by-account', owner_id: null, account_id: 'of-ana' },
    { id: 'by-eva-account', owner_id: null, account_id: 'of-eva' },
    { id: 'of-nobody', owner_id: null, account_id: 'of-nobody' },
    { id: 'unknown', owner_id: null, account_id: null },
    { id: 'lost-account', owner_id: null, account_id: 'gone' },
    { id: 'namesake', owner_id: 'ana', account_id: null, _source: 'other' },
    { id: 'account-there', owner_id: null, account_id: 'of-eva', _source: 'other' },
  ],
  order: [
    { id: 'o-own', owner_id: 'ana', opportunity_id: null, account_id: null, contact_id: null },
    { id: 'o-deal', owner_id: null, opportunity_id: 'by-account', account_id: 'of-eva', contact_id: null },
    { id: 'o-eva-deal', owner_id: null, opportunity_id: 'of-eva-at-ana', account_id: 'of-ana', contact_id: null },
    { id: 'o-free-deal', owner_id: null, opportunity_id: 'of-nobody', account_id: 'of-ana', contact_id: null },
    { id: 'o-contact', owner_id: null, opportunity_id: null, account_id: null, contact_id: 'at-ana' },
    { id: 'o-free', owner_id: null, opportunity_id: null, account_id: null, contact_id: null },
  ],
  order_line: [
    { id: 'l-own', order_id: 'o-own', product_id: 'p' },
    { id: 'l-deal', order_id: 'o-deal', product_id: 'p' },
    { id: 'l-eva', order_id: 'o-eva-deal', product_id: 'q' },
    { id: 'l-free', order_id: 'o-free', product_id: 'q' },
    { id: 'l-none', order_id: null, product_id: null },
  ],
  invoice: [
    { id: 'i-eva-to-ana', owner_id: 'eva', account_id: 'of-ana', order_id: null },
    { id: 'i-order', owner_id: 'eva', account_id: 'of-eva', order_id: 'o-own' },
    { id: 'i-eva', owner_id: 'eva', account_id: 'of-eva', order_id: 'o-eva-deal' },
    { id: 'i-free', owner_id: null, account_id: null, order_id: null },
  ],
  payment: [
    { id: 'p-ana', invoice_id: 'i-order', account_id: null },
    { id: 'p-eva', invoice_id: 'i-eva', account_id: 'of-eva' },
  ],
  lead: [
    { id: 'l-converted', owner_id: 'eva', converted_account_id: 'of-ana' },
    { id: 'l-not', owner_id: 'ana', converted_account_id: null },
  ],
};

const database = new DatabaseSync(':memory:');
for (const [name, rows] of Object.entries(company)) {
  const columns = ['_source', ...Object.keys(rows[0] ?? {})];
  database.exec(`create table "${name}" (${columns.join(', ')})`);
  const places = columns.map(() => '?').join(', ');
  for (const row of rows) {
    database
      .prepare(`insert into "${name}" values (${places})`)
      .run(...columns.map((column) => row[column] ?? (column === '_source' ? 'crm' : null)));
  }
}

const of = (id: string, source = 'crm'): Owner => ({ source, id });
const users = (...users: readonly Owner[]): Limit => ({ kind: 'users', users, receivables: true });
const members = (of: string, ids: readonly string[]): Limit => ({
  kind: 'members',
  of,
  sql: `select _source as source, id from "${of}" where _source = 'crm' and id in (${ids.map((id) => `'${id}'`).join(', ')})`,
  reads: [of, 'account_rfm'],
});
const under = (rows: Sight['rows'], facts: Partial<Catalog> = {}): Catalog =>
  testCatalog({ relation: (dataset) => `"${dataset}"`, sight: { ...openSight, rows }, ...facts });
const limited = (dataset: string, catalog: Catalog) => limitedRows(dataset, { dialect: duckdbDialect, catalog, attributes: 'then' });
const seen = (dataset: string, limit: Limit, facts: Partial<Catalog> = {}): readonly unknown[] =>
  database
    .prepare(`select id from ${limited(dataset, under(limit, facts))?.sql}`)
    .all()
    .map((row) => row.id);
const without =
  (...empty: readonly string[]) =>
  (dataset: string, field: string): number =>
    empty.includes(`${dataset}.${field}`) ? 0 : 100;

describe('who sees the rows of some users', () => {
  const ana = users(of('ana'));

  test('sees theirs: the owner decides, and only without one the record that the row belongs to', () => {
    expect(seen('user', ana)).toEqual(['ana']);
    expect(seen('account', ana)).toEqual(['of-ana']);
    expect(seen('opportunity', ana)).toEqual(['own', 'by-account']);
    expect(seen('opportunity', users(of('eva')))).toEqual(['of-eva-at-ana', 'by-eva-account']);
  });

  test('a user of another connection with the same id is another', () => {
    expect(seen('opportunity', users(of('ana', 'other')))).toEqual(['namesake']);
    expect(seen('opportunity', users(of('ana'), of('ana', 'other')))).toEqual(['own', 'by-account', 'namesake']);
    expect(seen('opportunity', users(of('ana'), of('eva')))).toEqual(['own', 'of-eva-at-ana', 'by-account', 'by-eva-account']);
  });

  test('sees nothing where they are nobody', () => {
    expect(seen('opportunity', users())).toEqual([]);
    expect(seen('order_line', users())).toEqual([]);
    expect(seen('invoice', users(of('someone')))).toEqual([]);
  });

  test('what belongs to nobody passes the question to the next record; what is somebody’s does not', () => {
    expect(seen('order', ana)).toEqual(['o-own', 'o-deal', 'o-free-deal', 'o-contact']);
    expect(seen('order_line', ana)).toEqual(['l-own', 'l-deal']);
  });

  test('receivables are each one’s: of who wrote the invoice, of the customer’s salesperson, of the order’s', () => {
    expect(seen('invoice', ana)).toEqual(['i-eva-to-ana', 'i-order']);
    expect(seen('payment', ana)).toEqual(['p-ana']);
    expect(seen('invoice', users(of('eva')))).toEqual(['i-eva-to-ana', 'i-order', 'i-eva']);
  });

  test('references that no row has are not followed', () => {
    const facts = { filled: without('opportunity.owner_id') };
    expect(seen('opportunity', ana, facts)).toEqual(['of-eva-at-ana', 'by-account']);
    expect(limited('opportunity', under(ana, facts))?.reads).toEqual(['account']);
    const noAccounts = { filled: without('account.owner_id') };
    expect(seen('opportunity', ana, noAccounts)).toEqual(['own']);
    expect(limited('opportunity', under(ana, noAccounts))?.reads).toEqual([]);
  });

  test('says by which other records it is told, for what is kept of an answer', () => {
    const reads = (dataset: string) => limited(dataset, under(ana))?.reads.toSorted();
    expect(reads('account')).toEqual([]);
    expect(reads('opportunity')).toEqual(['account']);
    expect(reads('order_line')).toEqual(['account', 'contact', 'opportunity', 'order']);
  });
});

describe('nothing of a dataset may be seen', () => {
  const ana = users(of('ana'));
  const salesperson: Limit = { kind: 'users', users: [of('ana')], receivables: false };
  const refused = (dataset: string) => expect.objectContaining({ code: 'no_rights', where: dataset });

  test('that is the company’s', () => {
    for (const dataset of ['stage', 'product', 'target', 'exchange_rate']) {
      expect(isBeyond(dataset, under(ana))).toBe(true);
      expect(() => limited(dataset, under(ana))).toThrowError(refused(dataset));
    }
  });

  test('that customers owe, where it is not the salesperson’s to know', () => {
    for (const dataset of ['invoice', 'payment', 'receivable_span', 'credit_exposure_span']) {
      expect(isBeyond(dataset, under(ana))).toBe(false);
      expect(isBeyond(dataset, under(salesperson))).toBe(true);
      expect(() => limited(dataset, under(salesperson))).toThrowError(refused(dataset));
    }
    expect(isBeyond('order', under(salesperson))).toBe(false);
  });

  test('of which no row says whose it is, nor leads to one that does', () => {
    const nobodys = under(ana, { filled: without('account.owner_id') });
    expect(isBeyond('account', nobodys)).toBe(true);
    expect(() => limited('account', nobodys)).toThrowError(refused('account'));
    expect(isBeyond('opportunity', nobodys)).toBe(false);
    expect(isBeyond('opportunity', under(ana, { filled: without('opportunity.owner_id') }))).toBe(false);
    expect(isBeyond('opportunity', under(ana, { filled: without('opportunity.owner_id', 'account.owner_id') }))).toBe(true);
    expect(isBeyond('customer_span', nobodys)).toBe(true);
  });

  test('an empty dataset hides nothing, but for the company’s', () => {
    const empty = (rows: Limit) => under(rows, { rows: () => 0, filled: () => 0 });
    expect(isBeyond('opportunity', empty(ana))).toBe(false);
    expect(isBeyond('stage', empty(ana))).toBe(true);
    expect(isBeyond('invoice', empty(ana))).toBe(false);
    expect(isBeyond('invoice', empty(salesperson))).toBe(true);
    expect(seen('opportunity', ana, { rows: () => 0, filled: () => 0 })).toEqual([]);
  });

  test('without a limit all may be seen', () => {
    for (const catalog of [under(null), testCatalog()]) {
      expect(isBeyond('stage', catalog)).toBe(false);
      expect(limited('stage', catalog)).toBeNull();
      expect(limited('opportunity', catalog)).toBeNull();
    }
  });
});

describe('who sees the records of a segment', () => {
  const hotels = members('account', ['of-ana']);

  test('sees those records and what leads to them, of the same connection', () => {
    expect(seen('account', hotels)).toEqual(['of-ana']);
    expect(seen('opportunity', hotels)).toEqual(['of-eva-at-ana', 'by-account']);
    expect(seen('contact', hotels)).toEqual(['at-ana']);
    expect(seen('lead', hotels)).toEqual(['l-converted']);
    expect(seen('opportunity', members('account', []))).toEqual([]);
    expect(seen('account', members('account', ['of-ana', 'of-nobody']))).toEqual(['of-ana', 'of-nobody']);
  });

  test('by a chain of references', () => {
    expect(seen('order_line', hotels)).toEqual(['l-eva']);
    expect(seen('order_line', members('account', ['of-eva']))).toEqual(['l-deal']);
    expect(seen('order_line', members('order', ['o-own', 'o-free']))).toEqual(['l-own', 'l-free']);
  });

  test('says what it reads: the records between, and what the segment is made of', () => {
    expect(limited('account', under(hotels))?.reads).toEqual(['account', 'account_rfm']);
    expect(limited('opportunity', under(hotels))?.reads).toEqual(['account', 'account_rfm']);
    expect(limited('order_line', under(hotels))?.reads).toEqual(['order', 'account', 'account_rfm']);
  });

  test('sees nothing of what leads to none', () => {
    // Not even of what belongs to somebody: no customer is behind a user or what they cost.
    for (const dataset of ['exchange_rate', 'user', 'cost']) expect(isBeyond(dataset, under(hotels))).toBe(true);
    expect(isBeyond('opportunity', under(hotels))).toBe(false);
    expect(() => limited('stage', under(hotels))).toThrowError(expect.objectContaining({ code: 'no_rights', where: 'stage' }));
  });
});
