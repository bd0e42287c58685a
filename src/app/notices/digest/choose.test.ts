import { describe, expect, it } from 'vitest';
import { type Candidate, chooseForDigest } from './choose.ts';

const one = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  area: id,
  impact: 0.5,
  move: 'fall',
  missed: false,
  alarmed: false,
  ...more,
});
const ids = (all: readonly Candidate[], told: readonly string[] = []): readonly string[] =>
  chooseForDigest(all, ({ id }) => id, new Set(told)).map(({ id }) => id);

describe('what a digest tells', () => {
  it('leaves out what chance explains and what is known', () => {
    expect(ids([one('noise', { move: 'noise', impact: 1 }), one('steady', { move: 'steady' }), one('fell'), one('old')], ['old'])).toEqual([
      'fell',
    ]);
  });

  it('puts alerts before missed targets before what only moved, and within each the greater impact', () => {
    const all = [
      one('moved', { impact: 0.9 }),
      one('missed', { missed: true, move: 'noise', impact: 0.1 }),
      one('alarm', { alarmed: true, move: 'steady', impact: 0 }),
      one('more', { missed: true, impact: 0.3 }),
    ];
    expect(ids(all)).toEqual(['alarm', 'more', 'missed', 'moved']);
  });

  it('takes two of an area, but every alert, and six in all', () => {
    const area = { area: 'service' };
    expect(
      ids([one('a', { ...area, impact: 3 }), one('b', { ...area, impact: 2 }), one('c', area), one('z', { ...area, alarmed: true })]),
    ).toEqual(['z', 'a']);
    expect(ids(Array.from({ length: 9 }, (_, index) => one(`k${index}`)))).toHaveLength(6);
  });
});
