import { describe, expect, test } from 'vitest';
import { gatherCandidates, goalsBehind, type Wish } from './candidates.ts';
import { choice } from './choice.ts';
import type { Goal } from './goal.ts';
import type { Pack } from './pack.ts';
import { question } from './question.ts';
import type { Role } from './role.ts';

const name = { es: 'Uno', en: 'One' };
const why = (kpi: string) => ({ es: `por ${kpi}`, en: `for ${kpi}` });
const goal = (id: string, fits: Readonly<Record<string, 1 | 2 | 3>>, ...avoid: readonly string[]): Goal => ({
  id,
  name,
  phrases: [],
  kpis: Object.entries(fits).map(([kpi, fit]) => choice(kpi, fit, `por ${kpi}`, `for ${kpi}`)),
  avoid: avoid.map((kpi) => ({ kpi, why: { es: `no ${kpi}`, en: `not ${kpi}` } })),
});
const members = (...kpis: readonly string[]) => kpis.map((kpi) => ({ kpi, why: why(kpi) }));
const pack = (...kpis: readonly string[]): Pack => ({ id: 'trade', name, phrases: [], kpis: members(...kpis) });
const role = (...kpis: readonly string[]): Role => ({ id: 'boss', name, phrases: [], kpis: members(...kpis) });
const asks = (id: string, goals: readonly string[], ...kpis: readonly string[]) => question(id, name, 'yes', goals, members(...kpis));

const retention = goal('retention', { churn: 3, nps: 1 });
const growth = goal('growth', { leads: 3 });
const known = new Map([retention, growth].map((one) => [one.id, one]));
const gather = (wish: Partial<Wish>) => gatherCandidates({ goals: [], answers: [], industry: null, role: null, ...wish }, known);
const weights = (wish: Partial<Wish>): Readonly<Record<string, number>> =>
  Object.fromEntries(gather(wish).map(({ kpi, weight }) => [kpi, Math.round(weight * 1000) / 1000]));

describe('who speaks for a KPI', () => {
  test('a goal, by how closely the KPI belongs to it, the strongest first', () => {
    expect(gather({ goals: [goal('g', { some: 1, most: 3, much: 2 })] })).toEqual(
      (
        [
          ['most', 0.9],
          ['much', 0.6],
          ['some', 0.3],
        ] as const
      ).map(([kpi, weight]) => ({
        kpi,
        weight: expect.closeTo(weight, 12),
        reasons: [{ from: 'goal', id: 'g', why: why(kpi) }],
        misleads: null,
      })),
    );
  });

  test('several together as chances meet: 1 − 0.4·0.7, the stronger named first', () => {
    const [one] = gather({ goals: [goal('weak', { kpi: 1 }), goal('strong', { kpi: 2 })] });
    expect(one?.weight).toBeCloseTo(0.72, 12);
    expect(one?.reasons.map(({ id }) => id)).toEqual(['strong', 'weak']);
  });

  test('an answer outright, and the goal behind it by half', () => {
    const answers = [{ question: asks('q', ['retention'], 'tickets'), answer: 'yes' as const }];
    expect(weights({ answers })).toEqual({ tickets: 0.85, churn: 0.45, nps: 0.15 });
    expect(gather({ answers })[0]?.reasons).toEqual([{ from: 'question', id: 'q', why: why('tickets') }]);
    // Asked for by itself it counts whole, and once.
    expect(weights({ answers, goals: [retention] })).toEqual({ churn: 0.9, tickets: 0.85, nps: 0.3 });
    expect(weights({ answers: [{ question: asks('q', ['unknown'], 'tickets'), answer: 'yes' }] })).toEqual({ tickets: 0.85 });
  });

  test('not an answer of the other kind', () => {
    expect(gather({ answers: [{ question: asks('q', ['retention'], 'tickets'), answer: 'no' }] })).toEqual([]);
  });
});

describe('role and industry', () => {
  test('are what there is to go by without goals and answers: from the first of the list to the last', () => {
    expect(weights({ role: role('a', 'b', 'c') })).toEqual({ a: 0.9, b: 0.7, c: 0.5 });
    expect(weights({ industry: pack('a', 'b', 'c', 'd', 'e') })).toEqual({ a: 0.9, b: 0.8, c: 0.7, d: 0.6, e: 0.5 });
    expect(weights({ role: role('only') })).toEqual({ only: 0.9 });
    expect(gather({ role: role('a') })[0]?.reasons).toEqual([{ from: 'role', id: 'boss', why: why('a') }]);
    expect(gather({ industry: pack('a') })[0]?.reasons).toEqual([{ from: 'industry', id: 'trade', why: why('a') }]);
  });

  test('the role’s board goes before the industry’s pack, which strengthens what is on it and brings nothing', () => {
    // 1 − 0.1·0.75
    expect(weights({ role: role('a', 'b'), industry: pack('a', 'z') })).toEqual({ a: 0.925, b: 0.5 });
  });

  test('only strengthen what a goal asks for', () => {
    // 1 − 0.1·0.75², and 1 − 0.7·0.75.
    expect(weights({ goals: [retention], role: role('churn', 'calls'), industry: pack('nps', 'churn') })).toEqual({
      churn: 0.944,
      nps: 0.475,
    });
    expect(gather({ goals: [retention], role: role('churn') })[0]?.reasons.map(({ from }) => from)).toEqual(['goal', 'role']);
  });

  test('nothing speaks for anything where nothing is asked', () => {
    expect(gather({})).toEqual([]);
  });
});

describe('what misleads', () => {
  test('is told although nothing speaks for it, last and with its reason', () => {
    const wary = goal('wary', { churn: 1 }, 'visits');
    expect(gather({ goals: [wary] }).at(-1)).toEqual({
      kpi: 'visits',
      weight: 0,
      reasons: [{ from: 'goal', id: 'wary', why: { es: 'no visits', en: 'not visits' } }],
      misleads: { es: 'no visits', en: 'not visits' },
    });
  });

  test('misleads no longer where something strong speaks for it: from half on', () => {
    const wary = goal('wary', {}, 'visits');
    const misleads = (...others: readonly Goal[]) => gather({ goals: [wary, ...others] }).map(({ kpi, misleads: text }) => [kpi, text?.es]);
    expect(misleads(goal('g', { visits: 1 }))).toEqual([['visits', 'no visits']]);
    expect(misleads(goal('g', { visits: 2 }))).toEqual([['visits', undefined]]);
    expect(misleads(goal('g', { leads: 1 }))).toEqual([
      ['leads', undefined],
      ['visits', 'no visits'],
    ]);
    // The last of a role's board weighs just half.
    const board = gather({ goals: [wary], role: role('leads', 'visits') });
    expect(board.map(({ kpi, misleads: text }) => [kpi, text])).toEqual([
      ['leads', null],
      ['visits', null],
    ]);
  });
});

test('the goals behind answers, that of most answers first; other answers lead nowhere', () => {
  const yes = (id: string, ...goals: readonly string[]) => ({ question: asks(id, goals), answer: 'yes' as const });
  expect(goalsBehind([yes('a', 'growth'), yes('b', 'retention', 'growth'), yes('c', 'retention'), yes('d', 'retention')])).toEqual([
    'retention',
    'growth',
  ]);
  expect(goalsBehind([yes('a', 'growth'), yes('b', 'retention')])).toEqual(['growth', 'retention']);
  expect(goalsBehind([{ ...yes('a', 'growth'), answer: 'no' }])).toEqual([]);
});
