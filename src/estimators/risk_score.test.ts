import { expect, test } from 'vitest';
import { scoreRisk, usualRiskWeights } from './risk_score.ts';

test('adds the points of what holds and shows them, the weightiest first', () => {
  expect(scoreRisk({ complaint: true, closing_calls: true, unpaid_invoice: false })).toEqual({
    score: 65,
    points: [
      { signal: 'closing_calls', points: 40 },
      { signal: 'complaint', points: 25 },
    ],
  });
  expect(scoreRisk({})).toEqual({ score: 0, points: [] });
});

test('stops at 100, and weighs as it is told', () => {
  const all = { complaint: true, frequent_calls: true, contract_calls: true, closing_calls: true, overdue_order: true };
  expect(scoreRisk(all).score).toBe(100);
  const weighed = scoreRisk(all, { ...usualRiskWeights, complaint: 0, closing_calls: 5, frequent_calls: 1 });
  expect(weighed.score).toBe(46);
  expect(weighed.points.map(({ signal }) => signal)).toEqual(['contract_calls', 'overdue_order', 'closing_calls', 'frequent_calls']);
});
