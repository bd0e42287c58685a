import { expect, test } from 'vitest';
import { bottleneckOf, funnelStages, type StageFacts } from './funnel.ts';

const none = { count: 0, value: 0 };
const facts = (stage: string, position: number | null, entered: number, more: Partial<StageFacts> = {}): StageFacts => ({
  stage,
  position,
  entered: { count: entered, value: entered * 10 },
  advanced: none,
  won: none,
  lost: none,
  back: none,
  waiting: none,
  aside: none,
  movedBack: 0,
  medianDays: null,
  slowness: null,
  ...more,
});
const one = { count: 1, value: 100 };

test('stages stand in order, those of unknown place last', () => {
  const stages = funnelStages([facts('x', null, 1), facts('c', 3, 2), facts('y', null, 5), facts('a', 1, 4)], []);
  expect(stages.map(({ stage }) => stage)).toEqual(['a', 'c', 'y', 'x']);
});

test('a stage is skipped by what jumps over it', () => {
  const stages = funnelStages(
    [facts('a', 1, 4), facts('b', 2, 4), facts('c', 3, 4)],
    [
      { from: 'a', to: 'c', outcome: 'open', moves: one },
      // Won from the first: it skipped the other two, whatever the closing stage is called.
      { from: 'a', to: 'Ganada', outcome: 'won', moves: { count: 2, value: 50 } },
      { from: 'a', to: 'Perdida', outcome: 'lost', moves: one },
      { from: 'c', to: 'a', outcome: 'open', moves: one },
      { from: 'a', to: 'b', outcome: 'open', moves: one },
      { from: 'a', to: 'elsewhere', outcome: 'open', moves: one },
      { from: 'a', to: null, outcome: null, moves: one },
    ],
  );
  expect(stages.map(({ skipped }) => skipped)).toEqual([none, { count: 3, value: 150 }, { count: 2, value: 50 }]);
});

test('rates by count and by value; of nothing there is none', () => {
  const [a, b] = funnelStages(
    [facts('a', 1, 4, { advanced: { count: 1, value: 30 }, won: { count: 1, value: 10 } }), facts('b', 2, 0)],
    [],
  );
  expect(a).toMatchObject({ conversion: { count: 0.25, value: 0.75 }, toWon: { count: 0.25, value: 0.25 } });
  expect(b).toMatchObject({ conversion: { count: null, value: null }, toWon: { count: null, value: null } });
});

test('the bottleneck is the stage of the highest index', () => {
  const slow = (index: number) => ({ slowness: { shareOfCycle: 0.5, dropOff: index * 2, index } });
  expect(bottleneckOf([facts('a', 1, 1, slow(0.1)), facts('b', 2, 1, slow(0.3)), facts('c', 3, 1)])?.stage).toBe('b');
  expect(bottleneckOf([facts('a', 1, 1, slow(0)), facts('b', 2, 1)])).toBeNull();
});
