import { describe, expect, test } from 'vitest';
import { conversion, count, duration, input, openCount, ratio } from '../build.ts';
import type { Metric } from '../metric.ts';
import { testCatalog } from '../testing/catalog.ts';
import { entitiesBehind, readingsOf, timedEntities } from './metrics-within.ts';

const deals = count('opportunity', { at: 'closed_at' });
const leads = count('lead', { at: 'created_at' });
const reads = (metric: Metric): readonly string[] => readingsOf(metric).map(({ dataset, times }) => [dataset, ...times].join(' '));

test('what a metric reads, with the times by which it does', () => {
  expect(reads(deals)).toEqual(['opportunity closed_at']);
  expect(reads(ratio(deals, leads))).toEqual(['opportunity closed_at', 'lead created_at']);
  expect(reads({ kind: 'cumulative', of: deals, to_date: 'year' })).toEqual(['opportunity closed_at']);
  expect(reads({ kind: 'derived', expression: input('a'), metrics: { a: { metric: deals }, b: { metric: leads, offset: 1 } } })).toEqual([
    'opportunity closed_at',
    'lead created_at',
  ]);
  expect(reads({ kind: 'computed', inputs: { a: deals }, panels: { p: { metric: leads } }, compute: () => ({ value: 1 }) })).toEqual([
    'opportunity closed_at',
    'lead created_at',
  ]);
  expect(reads(openCount('opportunity_span'))).toEqual(['opportunity_span valid_from valid_to']);
  expect(reads(openCount('quote', { span: { from: 'sent_at', to: 'decided_at' } }))).toEqual(['quote sent_at decided_at']);
  expect(reads(openCount('quote', { span: { from: 'sent_at', to: null } }))).toEqual(['quote sent_at']);
  const base = { dataset: 'lead', entity: 'id', at: 'created_at' };
  expect(reads(conversion({ base, converted: { same_row: true, at: 'converted_at' }, window: 30 }))).toEqual(['lead created_at']);
  const won = { same_row: false, dataset: 'opportunity', entity: 'lead_id', at: 'closed_at' } as const;
  expect(reads(conversion({ base, converted: won, window: 30 }))).toEqual(['lead created_at', 'opportunity closed_at']);
  const kept = { kind: 'retention', dataset: 'mrr_span', entity: 'account_id', mode: 'kept', weighting: 'entity' } as const;
  expect(reads(kept)).toEqual(['mrr_span valid_from valid_to']);
  const brought = { dataset: 'order', entity: 'account_id', at: 'ordered_at', of: { op: 'field', path: 'amount' } } as const;
  expect(reads({ ...kept, brought })).toEqual(['mrr_span valid_from valid_to', 'order ordered_at']);
  expect(reads(duration({ dataset: 'ticket', start: 'opened_at', end: 'closed_at', unit: 'day', time: 'calendar' })('mean'))).toEqual([
    'ticket opened_at closed_at',
  ]);
  expect(reads({ kind: 'built_in', name: 'days' })).toEqual([]);
});

describe('whose times decide how far the data reach', () => {
  const catalog = testCatalog({ rows: (dataset) => (dataset === 'payment' ? 0 : 10) });

  test('those of the rows, or of the record that holds the time', () => {
    expect(timedEntities(deals, catalog)).toEqual(['opportunity']);
    expect(timedEntities(count('order_line', { at: 'order.ordered_at' }), catalog)).toEqual(['order']);
    expect(timedEntities(count('order_line', { at: 'nothing.ordered_at' }), catalog)).toEqual(['order_line']);
    expect(timedEntities(ratio(deals, ratio(leads, deals)), catalog)).toEqual(['opportunity', 'lead']);
    // A time of its own is the deal’s, whatever else the row refers to.
    expect(
      timedEntities(
        duration({ dataset: 'opportunity', start: 'lead.created_at', end: 'closed_at', unit: 'day', time: 'calendar' })('mean'),
        catalog,
      ),
    ).toEqual(['lead', 'opportunity']);
  });

  test('of a dataset made from others theirs; an entity without rows says nothing', () => {
    expect(entitiesBehind('order')).toEqual(['order']);
    expect(entitiesBehind('order_sequence')).toEqual(['order']);
    expect(entitiesBehind('opportunity_span')).toEqual(['opportunity']);
    expect(entitiesBehind('nothing')).toEqual([]);
    expect(entitiesBehind('receivable_span')).toEqual(['invoice', 'payment']);
    expect(timedEntities(openCount('receivable_span'), catalog)).toEqual(['invoice']);
  });
});
