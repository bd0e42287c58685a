import { describe, expect, it } from 'vitest';
import { type Draft, draftFor, draftOf, measuresFor, type Rule, ruleFrom, typedIn } from './draft.ts';

const retention = { id: 'retention_rate', unit: 'rate', direction: 'up' };
const about = { unit: 'rate', locale: 'es-ES', before: null };
const rule = (draft: Partial<Draft>, unit = 'rate') => ruleFrom({ ...draftFor(retention, null), ...draft }, { ...about, unit });

describe('ruleFrom', () => {
  it('takes two points of a rate as 0.02, and 2,5 as people in Spain write it', () => {
    expect(rule({})).toMatchObject({ condition: { kind: 'change', side: 'fall', against: 'previous', by: 0.02, in: 'unit' } });
    expect(rule({ amount: '2,5' })).toMatchObject({ condition: { by: 0.025 } });
    expect(rule({ amount: '10', measure: 'share' })).toMatchObject({ condition: { by: 0.1, in: 'share' } });
  });

  it('takes a limit in the unit of the KPI', () => {
    expect(rule({ when: 'below', amount: '90' })).toMatchObject({ condition: { kind: 'threshold', side: 'below', value: 0.9 } });
    expect(rule({ when: 'above', amount: '1.200' }, 'money')).toMatchObject({ condition: { value: 1200 } });
    expect(rule({ when: 'below', amount: '-5' }, 'score')).toMatchObject({ condition: { value: -5 } });
  });

  it('names the field that cannot be read', () => {
    expect(rule({ amount: 'dos' })).toEqual({ wrong: 'amount' });
    expect(rule({ amount: '-2' })).toEqual({ wrong: 'amount' });
    expect(rule({ when: 'stale', amount: '1,5' })).toEqual({ wrong: 'amount' });
    expect(rule({ when: 'mix', amount: '15' })).toEqual({ wrong: 'amount' });
    expect(rule({ sample: 'cien' })).toEqual({ wrong: 'sample' });
    expect(rule({ escalate: '0' })).toEqual({ wrong: 'escalate' });
  });

  it('tells a scope from each member of a dimension', () => {
    expect(rule({ whose: '=owner.team=Ventas' })).toMatchObject({ scope: 'owner.team=Ventas', each: null });
    expect(rule({ whose: '*product.name' })).toMatchObject({ scope: null, each: 'product.name' });
  });
});

describe('draftOf', () => {
  const whole: Rule = {
    kpi: 'retention_rate',
    scope: null,
    each: 'product.name',
    grain: 'quarter',
    condition: { kind: 'change', against: 'year', side: 'rise', by: 0.025, in: 'unit' },
    least_sample: 20,
    breaches: 2,
    clears: 3,
    route: { roles: ['owner'], departments: ['Calidad', 'Quality'], teams: [], members: ['a'], channels: [] },
    escalate_after: 72,
  };

  it('gives back the rule that it was made from, with what no form shows', () => {
    for (const condition of [
      whole.condition,
      { kind: 'threshold', side: 'above', value: 0.35 },
      { kind: 'target', by: 0.05 },
      { kind: 'anomaly', side: 'either' },
      { kind: 'mix', by: 'source', share: 0.15 },
      { kind: 'guard' },
      { kind: 'stale', days: 7 },
      { kind: 'reading', rule: 'paid_traffic', outcomes: ['not_worth_it'] },
    ] satisfies readonly Rule['condition'][]) {
      const before = { ...whole, condition };
      expect(ruleFrom(draftOf(before, 'rate', 'es-ES'), { ...about, before })).toEqual(before);
    }
  });
});

it('asks for the change of a score in points, of a rate in points first, of the rest as a share first', () => {
  const first = (unit: string) => draftFor({ id: 'kpi', unit, direction: 'up' }, null).measure;
  expect([first('score'), first('rate'), first('money'), first('count')]).toEqual(['unit', 'unit', 'share', 'share']);
  expect(measuresFor('score', 'unit')).toEqual(['unit']);
  expect(measuresFor('rate', 'unit')).toEqual(['unit', 'share']);
  // A rule that asks for a share of a score stays what it is.
  expect(measuresFor('score', 'share')).toEqual(['unit', 'share']);
  expect(rule({ amount: '12' }, 'score')).toMatchObject({ condition: { by: 12, in: 'unit' } });
});

it('says in what an amount is typed', () => {
  expect(typedIn({ when: 'fall', measure: 'unit' }, 'rate')).toBe('points');
  expect(typedIn({ when: 'below', measure: 'unit' }, 'rate')).toBe('share');
  expect(typedIn({ when: 'fall', measure: 'unit' }, 'money')).toBe('unit');
  expect(typedIn({ when: 'stale', measure: 'unit' }, 'rate')).toBe('days');
});
