import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BridgeStep, type DealPassage, type DealState, pipelineBridge } from './pipeline-bridge.ts';

const deal = (what: Partial<DealPassage>): DealPassage => ({
  before: false,
  after: false,
  amountBefore: null,
  amountAfter: null,
  stateBefore: null,
  stateAfter: null,
  closed: null,
  isNew: false,
  ...what,
});
const wasOpen = (amount: number | null) => ({ before: true, stateBefore: 'open', amountBefore: amount }) as const;
const isOpen = (amount: number | null) => ({ after: true, stateAfter: 'open', amountAfter: amount }) as const;

const told = (passages: readonly DealPassage[]) => {
  const { before, after, steps } = pipelineBridge(passages);
  return {
    before,
    after,
    steps: Object.fromEntries(
      steps.filter(({ deals }) => deals > 0).map(({ step, deals, change, value }) => [step, [deals, change, value]] as const),
    ),
  };
};

test('a pipeline reckoned by hand: every way in and out', () => {
  const passages = [
    deal({ ...wasOpen(100), ...isOpen(100) }),
    deal({ ...wasOpen(200), ...isOpen(250) }),
    deal({ ...wasOpen(300), ...isOpen(280) }),
    // Won for 40 more than it had.
    deal({ ...wasOpen(400), stateAfter: 'won', closed: { as: 'won', amount: 440 } }),
    deal({ ...wasOpen(50), stateAfter: 'lost', closed: { as: 'lost', amount: 50 } }),
    // Another salesperson's now.
    deal({ ...wasOpen(60), stateAfter: 'open' }),
    deal({ stateBefore: 'open', ...isOpen(70) }),
    deal({ isNew: true, ...isOpen(500) }),
    deal({ stateBefore: 'lost', ...isOpen(30) }),
    // Created and won between the two.
    deal({ isNew: true, stateAfter: 'won', closed: { as: 'won', amount: 90 } }),
  ];
  expect(told(passages)).toEqual({
    before: { deals: 6, value: 1110 },
    after: { deals: 6, value: 1230 },
    steps: {
      created: [2, 2, 590],
      reopened: [1, 1, 30],
      moved_in: [1, 1, 70],
      grown: [2, 0, 90],
      shrunk: [1, 0, -20],
      won: [2, -2, -530],
      lost: [1, -1, -50],
      moved_out: [1, -1, -60],
    },
  });
});

test('a deal taken over by another is moved, whatever became of it there', () => {
  expect(told([deal({ ...wasOpen(60), stateAfter: 'won' })]).steps).toEqual({ moved_out: [1, -1, -60] });
  expect(told([deal({ ...wasOpen(60), stateAfter: null })]).steps).toEqual({ moved_out: [1, -1, -60] });
  expect(told([deal({ ...isOpen(60), isNew: false })]).steps).toEqual({ moved_in: [1, 1, 60] });
});

test('lost, opened again elsewhere: it moved out and was not lost', () => {
  const passage = deal({ ...wasOpen(60), stateAfter: 'open', closed: { as: 'lost', amount: 60 } });
  expect(told([passage]).steps).toEqual({ moved_out: [1, -1, -60] });
});

test('deals without an amount count as deals and as nothing', () => {
  const { before, after, withoutAmount, steps } = pipelineBridge([
    deal({ ...wasOpen(null), ...isOpen(10) }),
    deal({ ...isOpen(null), isNew: true }),
  ]);
  expect([before, after, withoutAmount]).toEqual([{ deals: 1, value: 0 }, { deals: 2, value: 10 }, 2]);
  expect(steps.filter(({ deals }) => deals > 0).map(({ step, value }) => [step, value])).toEqual([
    ['created', 0],
    ['grown', 10],
  ]);
});

test('it always adds up, by number and by value', () => {
  const state = fc.option(fc.constantFrom<DealState>('open', 'won', 'lost'));
  const amount = fc.option(fc.integer({ min: -1000, max: 1000 }));
  const passage = fc.record({
    before: fc.boolean(),
    after: fc.boolean(),
    amountBefore: amount,
    amountAfter: amount,
    stateBefore: state,
    stateAfter: state,
    closed: fc.option(fc.record({ as: fc.constantFrom('won' as const, 'lost' as const), amount })),
    isNew: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(passage, { maxLength: 40 }), (passages) => {
      const { before, after, steps } = pipelineBridge(passages);
      const sum = (of: 'change' | 'value'): number => steps.reduce((total, part) => total + part[of], 0);
      expect(before.deals + sum('change')).toBe(after.deals);
      expect(before.value + sum('value')).toBe(after.value);
      expect(after.deals).toBe(passages.filter((one) => one.after).length);
      const sign: Partial<Record<BridgeStep, number>> = { won: -1, lost: -1, moved_out: -1, grown: 0, shrunk: 0 };
      for (const { step, deals, change } of steps) expect(change).toBe(deals === 0 ? 0 : deals * (sign[step] ?? 1));
    }),
  );
});
