import { describe, expect, test } from 'vitest';
import { kpis } from '../../kpis/catalogue.ts';
import { firedFacts } from './notice.ts';
import { nobody, ruleOf, ruleSchema } from './rule.ts';

const factsOf = (condition: object, value: number) => {
  const text = ruleSchema.parse({ kpi: 'total_sales', condition, route: nobody });
  const kept = { id: 'r', rule: ruleOf('r', text), text, name: null, ownerId: null, isShared: true, isDefault: false, isActive: true };
  const course = { state: 'firing', held: 'firing', hits: 1, clears: 0, since: '2026-06-30' } as const;
  const step = {
    period: { start: '2026-06-30', end: '2026-06-30' },
    sign: 'breach',
    p: null,
    value,
    n: 1,
    expected: 7,
    usual: null,
    saw: [],
    course,
    events: ['fired'],
  } as const;
  const row = { id: 'a', rule_id: 'r', kpi: 'total_sales', scope: '', fired_start: '2026-06-30', fired_end: '2026-06-30' };
  // What else a row holds is not read.
  return firedFacts({ kept, row: row as never, step }, { catalogue: { kpis } as never, settings: { locale: 'es-ES', currency: 'EUR' } });
};

describe('what is told of an alert later than at once, as when it is escalated', () => {
  test.each([
    [{ kind: 'stale', days: 7 }, 21, 'days', /: 21 días sin datos nuevos\.$/],
    [{ kind: 'mix', by: 'product.name', share: 0.2 }, 0.3, 'rate', /: un 30\s% del total ha cambiado de sitio/],
    [{ kind: 'threshold', side: 'below', value: 7 }, 21, 'money', /: 21\s€/],
  ])('%j is in its own unit, not always in that of the KPI', (condition, value, unit, says) => {
    const facts = factsOf(condition, value);
    expect(facts).toMatchObject({ value, limit: 7, unit, path: '/alerts?alert=a' });
    expect(facts.says.es).toMatch(says);
  });
});
