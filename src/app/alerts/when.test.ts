import { describe, expect, test } from 'vitest';
import { conditionOf } from './when.ts';

describe('a condition as it is typed', () => {
  test.each([
    ['below 0.9', { kind: 'threshold', side: 'below', value: 0.9 }],
    ['fall 2pp', { kind: 'change', against: 'previous', side: 'fall', by: 0.02, in: 'unit' }],
    ['rise 10% year', { kind: 'change', against: 'year', side: 'rise', by: 0.1, in: 'share' }],
    ['unusual', { kind: 'anomaly', side: 'worse' }],
    ['mix source 15%', { kind: 'mix', by: 'source', share: 0.15 }],
    ['target 5%', { kind: 'target', by: 0.05 }],
    ['stale 7', { kind: 'stale', days: 7 }],
    ['reading paid_traffic not_worth_it', { kind: 'reading', rule: 'paid_traffic', outcomes: ['not_worth_it'] }],
    ['guard', { kind: 'guard' }],
  ])('%s', (text, condition) => expect(conditionOf(text)).toEqual(condition));

  test.each(['', 'falls', 'above', 'above much', 'fall 2xx', 'rise 10% decade', 'mix', 'stale soon', 'reading paid_traffic'])(
    '%j is none',
    (text) => expect(conditionOf(text)).toBeNull(),
  );
});
