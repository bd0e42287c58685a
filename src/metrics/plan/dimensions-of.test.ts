import { expect, test } from 'vitest';
import { conversion, count, duration, input, openCount, ratio } from '../build.ts';
import type { Metric } from '../metric.ts';
import { testCatalog } from '../testing/catalog.ts';
import { dimensionsOf, grouped } from './dimensions-of.ts';

const catalog = testCatalog();
const calls = count('activity', { at: 'occurred_at', dimensions: { channel: 'type' } });
const costs = count('cost_day', { at: 'day' });
const deals = count('opportunity', { at: 'closed_at' });
const datasets = (metric: Metric): readonly string[] => grouped(metric).map(({ dataset, aliases }) => [dataset, ...aliases].join(' '));

test('whose rows are grouped: of each input its own, of what is counted only the side that is divided', () => {
  expect(datasets(calls)).toEqual(['activity channel']);
  expect(datasets(ratio(calls, costs))).toEqual(['activity channel', 'cost_day']);
  expect(datasets({ kind: 'derived', expression: input('a'), metrics: { a: { metric: calls }, b: { metric: deals } } })).toEqual([
    'activity channel',
    'opportunity',
  ]);
  expect(datasets({ kind: 'cumulative', of: calls, to_date: 'year' })).toEqual(['activity channel']);
  expect(datasets(openCount('opportunity_span'))).toEqual(['opportunity_span']);
  expect(datasets(openCount('opportunity_span', { dimensions: { phase: 'stage' } }))).toEqual(['opportunity_span phase']);
  const base = { dataset: 'lead', entity: 'id', at: 'created_at' };
  const converted = { same_row: false, dataset: 'opportunity', entity: 'lead_id', at: 'closed_at' } as const;
  expect(datasets(conversion({ base, converted, window: 30 }))).toEqual(['lead']);
  expect(datasets(conversion({ base: { ...base, dimensions: { channel: 'source' } }, converted, window: 30 }))).toEqual(['lead channel']);
  expect(datasets(duration({ dataset: 'ticket', start: 'opened_at', end: 'closed_at', unit: 'day', time: 'calendar' })('mean'))).toEqual([
    'ticket',
  ]);
  expect(datasets({ kind: 'retention', dataset: 'mrr_span', entity: 'account_id', mode: 'rate', weighting: 'entity' })).toEqual([
    'mrr_span',
  ]);
  expect(datasets({ kind: 'computed', inputs: { a: calls }, panels: { p: { metric: deals } }, compute: () => ({ value: 1 }) })).toEqual([
    'activity channel',
    'opportunity',
  ]);
  expect(datasets({ kind: 'built_in', name: 'days' })).toEqual([]);
});

test('the dimensions to offer are those that every input has', () => {
  expect(dimensionsOf(deals, catalog)).toEqual(expect.arrayContaining(['status', 'competitor', 'owner.team']));
  // Calls have a type, which they lend as channel; costs have a channel, and no type.
  const costOfCall = dimensionsOf(ratio(costs, calls), catalog);
  expect(costOfCall).toEqual(expect.arrayContaining(['channel', 'owner.team']));
  expect(costOfCall).not.toContain('type');
  expect(costOfCall).not.toContain('category');
  expect(dimensionsOf(calls, catalog)[0]).toBe('channel');
});

test('of days by themselves there are none', () => {
  expect(dimensionsOf({ kind: 'built_in', name: 'days' }, catalog)).toEqual([]);
});
