import { expect, test } from 'vitest';
import type { Need } from '../../kpis/kpi.ts';
import type { Catalog } from '../../metrics/catalog.ts';
import { settingsSchema } from '../../model/settings.ts';
import { readinessOf } from './readiness.ts';
import { kpiLike } from './testing/kpi.ts';

/** A workspace of which only the number of filled rows is known. */
const catalogOf = (rows: Readonly<Record<string, number>>, filled: Readonly<Record<string, number>>): Catalog => ({
  settings: settingsSchema.parse({}),
  relation: (dataset) => dataset,
  rows: (dataset) => rows[dataset] ?? 0,
  filled: (dataset, field) => filled[`${dataset}.${field}`] ?? 0,
  custom: () => new Map(),
  hasHistory: () => false,
  hasForeignMoney: () => false,
  onlySource: () => null,
  watermark: () => null,
  dataVersion: () => '',
});

const needing = (...needs: readonly Need[]) => kpiLike('x', { needs });

test('counts the records of the scarcest field and how full the fields are that every record should have', () => {
  const catalog = catalogOf(
    { opportunity: 200 },
    { 'opportunity.created_at': 200, 'opportunity.amount': 150, 'opportunity.closed_at': 40 },
  );
  const readiness = readinessOf(needing('opportunity.created_at', 'opportunity.amount', 'opportunity.closed_at'), catalog);
  expect(readiness).toMatchObject({ computable: true, missing: [], records: 40, coverage: 0.75 });
  expect(readiness.needs).toEqual([
    { need: 'opportunity.created_at', rows: 200, filled: 200 },
    { need: 'opportunity.amount', rows: 200, filled: 150 },
    { need: 'opportunity.closed_at', rows: 200, filled: 40 },
  ]);
});

test('of alternatives, the best filled one counts', () => {
  const catalog = catalogOf({ order: 10, contract: 90 }, { 'order.account_id': 10, 'contract.account_id': 81 });
  const readiness = readinessOf(needing(['order.account_id', 'contract.account_id']), catalog);
  expect(readiness).toMatchObject({ computable: true, records: 81, coverage: 0.9 });
  expect(readiness.needs.map(({ need }) => need)).toEqual(['contract.account_id']);
});

test('without data, it says what is missing', () => {
  const readiness = readinessOf(
    needing('lead.created_at', ['order.amount', 'invoice.amount'], 'quote'),
    catalogOf({ lead: 5 }, { 'lead.created_at': 5 }),
  );
  expect(readiness).toMatchObject({
    computable: false,
    missing: ['order.amount|invoice.amount', 'quote'],
    records: 0,
    coverage: 1,
  });
});

test('a KPI that needs nothing has neither records nor coverage', () => {
  expect(readinessOf(needing(), catalogOf({}, {}))).toMatchObject({ computable: true, records: 0, coverage: null });
});

test('a field that is known only later does not count as a gap; the day a record begins, and what it must be, does', () => {
  const half = (...fields: readonly string[]) =>
    readinessOf(
      needing(...fields.map((field) => `opportunity.${field}`)),
      catalogOf({ opportunity: 100 }, Object.fromEntries(fields.map((field) => [`opportunity.${field}`, 50]))),
    ).coverage;
  expect(half('created_at')).toBe(0.5);
  expect(half('status')).toBe(0.5);
  expect(half('expected_close_on')).toBe(0.5);
  expect(half('closed_at')).toBeNull();
  expect(half('lost_reason')).toBeNull();
});

test('of a dataset as a whole every row counts; a column of their own is no field of every record', () => {
  const readiness = readinessOf(needing('quote', 'lead.custom.colour'), catalogOf({ quote: 7, lead: 9 }, { 'lead.custom.colour': 3 }));
  expect(readiness.needs).toEqual([
    { need: 'quote', rows: 7, filled: 7 },
    { need: 'lead.custom.colour', rows: 9, filled: 3 },
  ]);
  expect(readiness).toMatchObject({ records: 3, coverage: null });
});
