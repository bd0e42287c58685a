import { expect, test } from 'vitest';
import { type Kpi, shownKpis } from './shown-kpis.ts';

const base: Kpi = {
  id: 'churn_rate',
  name: 'Tasa de abandono',
  question: '¿Qué parte de los clientes se va?',
  area: 'customers',
  band: 'business',
  tags: ['quality'],
  nature: 'failure',
  timing: 'lagging',
  direction: 'down',
  computable: true,
  retired: null,
  missing: [],
  own: false,
  status: 'in_force',
};
const leads: Kpi = {
  ...base,
  id: 'cpl',
  name: 'Coste por lead',
  question: '¿Cuánto cuesta un lead según su campaña?',
  area: 'leads',
  tags: ['cost'],
  nature: 'progress',
  computable: false,
};
const any = { q: '', area: '', tag: '', data: '', nature: '', timing: '' };
const ids = (sought: Partial<typeof any>): readonly string[] =>
  shownKpis([base, leads], { ...any, ...sought }, (tag) => (tag === 'cost' ? 'Costes' : 'Calidad')).map(({ id }) => id);

test('finds without accents, whatever the order of the words', () => {
  expect(ids({ q: 'CAMPANA coste' })).toEqual(['cpl']);
  expect(ids({ q: 'segun' })).toEqual(['cpl']);
  expect(ids({ q: 'calidad' })).toEqual(['churn_rate']);
  expect(ids({ q: 'coste abandono' })).toEqual([]);
});

test('narrows by area, tag, data and kind', () => {
  expect(ids({ area: 'leads' })).toEqual(['cpl']);
  expect(ids({ tag: 'quality' })).toEqual(['churn_rate']);
  expect(ids({ data: 'yes' })).toEqual(['churn_rate']);
  expect(ids({ data: 'no' })).toEqual(['cpl']);
  expect(ids({ nature: 'failure', timing: 'lagging' })).toEqual(['churn_rate']);
  expect(ids({ timing: 'leading' })).toEqual([]);
  expect(ids({})).toEqual(['churn_rate', 'cpl']);
});
