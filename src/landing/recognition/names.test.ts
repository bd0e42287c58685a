import { expect, it } from 'vitest';
import { fullSubjectOf, normalise, readings, subjectOf } from './names.ts';

it.each([
  ['Fecha de creación', 'fecha de creacion'],
  ['fechaCreación', 'fecha creacion'],
  ['Is Delayed?', 'is delayed'],
  ['property_hs_lastmodifieddate', 'property hs lastmodifieddate'],
  ['Call Duration (in seconds)', 'call duration in seconds'],
  ['  ', ''],
])('normalises %j to %j', (name, expected) => {
  expect(normalise(name)).toBe(expected);
});

it.each([
  ['sf_Accounts_2026-01-31', 'account'],
  ['Sales_Order_Line_Items', 'sales order line item'],
  ['Export Oportunidades 2025', 'oportunidad'],
  ['companies', 'company'],
  ['Reclamaciones', 'reclamacion'],
  ['sf_product_2_data', 'product'],
  ['sales_orders', 'sales order'],
])('%j holds %j', (stem, expected) => {
  expect(subjectOf(stem)).toBe(expected);
});

it('keeps the words that tell tables apart', () => {
  expect(fullSubjectOf('contact_list_data')).toBe('contact list');
});

it('reads a column without the prefix of its vendor or its own table', () => {
  expect(readings('property hs pipeline', []).map(({ name }) => name)).toEqual(['property hs pipeline', 'pipeline']);
  expect(readings('lead status', ['lead']).map(({ name }) => name)).toEqual(['lead status', 'status']);
  expect(readings('nombre de cuenta', ['cuenta']).map(({ name }) => name)).toEqual(['nombre de cuenta', 'nombre']);
});
