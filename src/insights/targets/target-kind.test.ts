import { describe, expect, test } from 'vitest';
import { arithmetic, average, conversion, count, countDistinct, duration, input, openCount, ratio, sum } from '../../metrics/build.ts';
import type { Cell } from '../../metrics/cell.ts';
import { field } from '../../metrics/expression.ts';
import type { DerivedExpression, DerivedMetric, Metric } from '../../metrics/metric.ts';
import { isShareOfTarget, measuredBy } from './measured.ts';
import { targetKindOf } from './target-kind.ts';

const deals = count('opportunity', { at: 'closed_at' });
const worth = sum('opportunity', field('amount'), { at: 'closed_at' });
const open = openCount('opportunity_span');
const people = countDistinct('order', 'account_id', { at: 'ordered_at' });

describe('what time does to a target', () => {
  test('counts and sums add up; the distinct do not; means hold throughout', () => {
    expect(targetKindOf(deals, 'count')).toBe('flow');
    expect(targetKindOf(worth, 'money')).toBe('flow');
    expect(targetKindOf(people, 'count')).toBe('whole');
    expect(targetKindOf(average('opportunity', field('amount'), { at: 'closed_at' }), 'money')).toBe('level');
    expect(targetKindOf({ kind: 'simple', dataset: 'order', aggregate: 'median', of: field('amount'), at: 'ordered_at' }, 'money')).toBe(
      'level',
    );
  });

  test('what is there holds at the end, its mean over the days throughout', () => {
    expect(targetKindOf(open, 'count')).toBe('stock');
    expect(targetKindOf({ ...open, kind: 'stock', dataset: 'opportunity_span', aggregate: 'count', at: 'opening' }, 'count')).toBe('stock');
    expect(targetKindOf({ kind: 'stock', dataset: 'opportunity_span', aggregate: 'count', at: 'average' }, 'count')).toBe('level');
    expect(targetKindOf({ kind: 'cumulative', of: deals, to_date: 'year' }, 'count')).toBe('stock');
  });

  test('rates, conversions and times hold throughout, whatever they are in', () => {
    expect(targetKindOf(ratio(worth, deals), 'money')).toBe('level');
    const parts = {
      base: { dataset: 'lead', entity: 'id', at: 'created_at' },
      converted: { same_row: true, at: 'converted_at' },
      window: 30,
    } as const;
    expect(targetKindOf(conversion(parts), 'rate')).toBe('level');
    const time = duration({ dataset: 'ticket', start: 'opened_at', end: 'closed_at', unit: 'day', time: 'calendar' });
    expect(targetKindOf(time('median'), 'days')).toBe('level');
  });

  test('of the rest, a number of things or an amount is told of its own stretch, all else throughout', () => {
    const kept: Metric = { kind: 'retention', dataset: 'customer_span', entity: 'account_id', mode: 'lost', weighting: 'entity' };
    const computed: Metric = { kind: 'computed', inputs: {}, compute: () => ({ value: 1 }) };
    for (const metric of [kept, computed, { kind: 'built_in', name: 'days' } as const]) {
      expect(targetKindOf(metric, 'count')).toBe('whole');
      expect(targetKindOf(metric, 'money')).toBe('whole');
      expect(targetKindOf(metric, 'rate')).toBe('level');
    }
  });
});

describe('arithmetic of metrics', () => {
  const [a, b] = [input('a'), input('b')];
  const of = (expression: DerivedExpression, left: Metric, right: Metric = left, offset?: number): string => {
    const metrics: DerivedMetric['metrics'] = { a: { metric: left }, b: { metric: right, ...(offset === undefined ? {} : { offset }) } };
    return targetKindOf({ kind: 'derived', expression, metrics }, 'count');
  };

  test('adds up where it adds what does', () => {
    expect(of(arithmetic(a, '+', b), deals)).toBe('flow');
    expect(of(arithmetic(a, '-', b), deals)).toBe('flow');
    expect(of(arithmetic(a, '-', b), open)).toBe('stock');
    expect(of(arithmetic(a, '+', b), deals, open)).toBe('whole');
    expect(of(arithmetic(a, '+', b), people)).toBe('whole');
    expect(of(arithmetic(a, '+', b), deals, deals, 1)).toBe('whole');
    expect(of(arithmetic(a, '+', b), deals, deals, 0)).toBe('flow');
  });

  test('times or by a number, too; with a number added, or by one another, no longer', () => {
    expect(of(arithmetic(a, '*', 2), deals)).toBe('flow');
    expect(of(arithmetic(2, '*', a), deals)).toBe('flow');
    expect(of(arithmetic(a, '/', 2), deals)).toBe('flow');
    expect(of(arithmetic(arithmetic(a, '-', b), '/', 2), deals)).toBe('flow');
    expect(of(arithmetic(a, '*', b), deals)).toBe('whole');
    expect(of(arithmetic(a, '/', b), deals)).toBe('whole');
    expect(of(arithmetic(2, '/', a), deals)).toBe('whole');
    expect(of(arithmetic(a, '+', 2), deals)).toBe('whole');
    expect(of(arithmetic(2, '-', a), deals)).toBe('whole');
    expect(of(arithmetic(2, '*', 3), deals)).toBe('whole');
    expect(of(arithmetic(arithmetic(a, '/', b), '*', 2), deals)).toBe('whole');
    expect(of(arithmetic(2, '*', arithmetic(a, '*', b)), deals)).toBe('whole');
    expect(of(arithmetic(arithmetic(a, '+', 1), '/', 2), deals)).toBe('whole');
  });
});

test('of a share of a target, the target is about what was reached', () => {
  const hidden: Cell = {
    kpi: 'k',
    variant: 'default',
    version: '1',
    period: { start: '2024-01-01', end: '2024-01-31' },
    group: {},
    value: 0.8,
    n: 100,
    state: 'ok',
    coverage: 1,
    watermark: null,
    reasons: [],
    detail: null,
  };
  const cell: Cell = { ...hidden, numerator: 80, denominator: 100 };
  const share = measuredBy('revenue_target_attainment', 'rate', 'level');
  expect([share.unit, share.kind, share.valueOf(cell)]).toEqual(['money', 'flow', 80]);
  expect(share.valueOf(hidden)).toBeNull();
  const rate = measuredBy('close_rate', 'rate', 'level');
  expect([rate.unit, rate.kind, rate.valueOf(cell)]).toEqual(['rate', 'level', 0.8]);
  expect([isShareOfTarget('revenue_target_attainment'), isShareOfTarget('close_rate'), isShareOfTarget('toString')]).toEqual([
    true,
    false,
    false,
  ]);
});
