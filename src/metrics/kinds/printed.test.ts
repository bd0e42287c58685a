import { describe, expect, test } from 'vitest';
import { clickhouseDialect } from '../../warehouse/clickhouse/dialect.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { Asked } from '../asked.ts';
import { average, conversion, count, countDistinct, duration, openCount, proportion, ratio, sumMoney } from '../build.ts';
import { explainSql } from '../engine.ts';
import { day, is, isOneOf, money } from '../expression.ts';
import type { Metric } from '../metric.ts';
import { type QueryInput, querySchema } from '../query.ts';
import { testCatalog } from '../testing/catalog.ts';

/**
 * The SQL of each kind, as people read it, in `printed/<kind>.<dialect>.sql`. After a wanted change: `npm run unit -- src/metrics -u`,
 * and read the difference.
 */
const won = { at: 'closed_at', where: is('status', 'won') };
const metrics: Readonly<
  Record<string, { readonly metric: Metric; readonly query?: Partial<QueryInput>; readonly history?: boolean; readonly foreign?: boolean }>
> = {
  simple: { metric: count('opportunity', won) },
  'simple-money': { metric: sumMoney('opportunity', 'amount', won), foreign: true },
  'simple-attributes-then': { metric: count('opportunity', won), query: { by: ['owner.office'] }, history: true },
  'simple-attributes-now': { metric: count('opportunity', won), query: { by: ['owner.office'], attributes: 'now' }, history: true },
  'simple-filtered': {
    metric: average('opportunity', money('amount', 'closed_at'), won),
    query: {
      where: [
        { dimension: 'owner.name', op: '=', value: 'Ana' },
        { dimension: 'owner.name', op: '=', value: "O'Hara" },
        { dimension: 'stage', op: '!=', value: 'Lost' },
        { dimension: 'amount', op: '>=', value: '1000' },
        { dimension: 'account.industry', op: '=', value: null },
      ],
    },
  },
  'simple-repeated': { metric: { ...countDistinct('order', 'account_id', { at: 'ordered_at' }), at_least: { count: 2 } } },
  ratio: {
    metric: proportion('opportunity', { at: 'closed_at', where: isOneOf('status', ['won', 'lost']), part: is('status', 'won') }),
    query: { by: ['owner.name'] },
  },
  'ratio-of-datasets': {
    metric: ratio(sumMoney('cost', 'amount', { at: 'incurred_on' }), count('lead', { at: 'created_at' })),
    query: { grain: 'quarter' },
  },
  cumulative: { metric: { kind: 'cumulative', of: countDistinct('order', 'account_id', { at: 'ordered_at' }), window: { days: 90 } } },
  stock: { metric: openCount('opportunity_span', { where: is('status', 'open') }), query: { by: ['stage'] } },
  'stock-since': {
    metric: {
      kind: 'stock',
      dataset: 'receivable_span',
      aggregate: 'sum',
      of: money('balance', 'valid_from'),
      since: [day('due_on', 1)],
      at: 'closing',
    },
  },
  'stock-median': {
    metric: {
      kind: 'stock',
      dataset: 'opportunity_span',
      aggregate: 'median',
      of: money('amount', 'valid_from'),
      where: is('status', 'open'),
      at: 'closing',
    },
  },
  'stock-records': {
    metric: {
      ...openCount('quote', { where: is('status', 'sent') }),
      span: { from: 'sent_at', to: 'decided_at' },
      until: [day('valid_until', 1)],
    },
  },
  'stock-within': {
    metric: {
      kind: 'stock',
      dataset: 'opportunity_span',
      aggregate: 'sum',
      of: money('amount', 'valid_from'),
      where: is('status', 'open'),
      within: 'expected_close_on',
      at: 'opening',
    },
  },
  conversion: {
    metric: conversion({
      base: { dataset: 'lead', entity: 'id', at: 'created_at' },
      converted: { same_row: true, at: 'converted_at' },
      window: 90,
    }),
  },
  'conversion-of-datasets': {
    metric: conversion({
      base: { dataset: 'web_session', entity: 'visitor_id', at: 'started_at' },
      converted: { same_row: false, dataset: 'web_event', entity: 'visitor_id', at: 'occurred_at', where: is('type', 'purchase') },
      window: 7,
    }),
    query: { by: ['source'] },
  },
  retention: { metric: { kind: 'retention', dataset: 'customer_span', entity: 'account_id', mode: 'rate', weighting: 'entity' } },
  'retention-value': {
    metric: {
      kind: 'retention',
      dataset: 'mrr_span',
      entity: 'account_id',
      mode: 'net',
      weighting: 'value',
      value: money('mrr', 'valid_from'),
    },
    query: { where: [{ dimension: 'account.industry', op: '=', value: 'Retail' }] },
  },
  'retention-brought': {
    metric: {
      kind: 'retention',
      dataset: 'customer_span',
      entity: 'account_id',
      mode: 'kept',
      weighting: 'entity',
      brought: { dataset: 'order', entity: 'account_id', at: 'ordered_at', of: money('amount', 'ordered_at') },
    },
    query: { by: ['account.industry'] },
  },
  duration: { metric: duration({ dataset: 'ticket', start: 'opened_at', end: 'resolved_at', unit: 'hour', time: 'calendar' })('median') },
  'duration-business': {
    metric: duration({ dataset: 'ticket', start: 'opened_at', end: 'resolved_at', unit: 'hour', time: 'business' })('mean'),
  },
  'duration-survival': {
    metric: duration({ dataset: 'opportunity', start: 'created_at', end: 'closed_at', unit: 'day', time: 'calendar' })('km_median'),
  },
  'computed-panels': {
    metric: {
      kind: 'computed',
      inputs: { own: count('lead', { at: 'created_at' }) },
      panels: {
        monthly: { metric: count('lead', { at: 'created_at' }), grain: 'month', back: 6 },
        reps: { metric: count('opportunity', won), by: ['owner.name'] },
      },
      compute: () => ({ value: null }),
    },
    query: { grain: 'quarter', from: '2024-01-01', to: '2024-06-30', by: ['owner.office'] },
  },
};

describe.each([duckdbDialect, clickhouseDialect])('$name', (dialect) => {
  test.each(Object.entries(metrics))('%s', async (name, { metric, query, history, foreign }) => {
    const catalog = testCatalog({
      hasHistory: (entity, field) => history === true && ['opportunity.owner_id', 'user.office'].includes(`${entity}.${field}`),
      hasForeignMoney: () => foreign === true,
    });
    const asked: Asked = { kpi: name, variant: 'default', version: '1', metric, missing: [], minimumSample: 1 };
    const full = querySchema.parse({ kpis: [name], from: '2024-01-01', to: '2024-03-31', ...query });
    const sql = explainSql(full, [asked], { dialect, catalog, run: async () => [] });
    await expect(`${sql.join(';\n\n')};\n`).toMatchFileSnapshot(`printed/${name}.${dialect.name}.sql`);
  });
});

test('metrics over the same rows and time are one scan', () => {
  const asked = (metric: Metric): Asked => ({ kpi: 'x', variant: 'default', version: '1', metric, missing: [], minimumSample: 1 });
  const query = querySchema.parse({ kpis: ['x'], from: '2024-01-01', to: '2024-03-31' });
  const sql = explainSql(
    query,
    [
      asked(count('opportunity', won)),
      asked(sumMoney('opportunity', 'amount', won)),
      asked(proportion('opportunity', { at: 'closed_at', where: isOneOf('status', ['won', 'lost']), part: is('status', 'won') })),
      asked(count('opportunity', { at: 'created_at' })),
    ],
    { dialect: duckdbDialect, catalog: testCatalog(), run: async () => [] },
  );
  expect(sql).toHaveLength(2);
});
