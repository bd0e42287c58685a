import { describe, expect, test } from 'vitest';
import { changesSince, type Lost, urgencyOf } from './changed.ts';
import { whyLost } from './why-lost.ts';

const lost = (more: Partial<Lost>): Lost => ({
  ...{ reason: null, note: null, lostOn: '2026-03-10', priceThen: null, priceNow: null, newProducts: [], product: null },
  ...{ leadTimeThen: null, leadTimeNow: null, lastIn: null, newPersonOn: null },
  ...more,
});
const rules = (more: Partial<Lost>, day = '2026-06-30'): readonly string[] => changesSince(lost(more), day).map(({ rule }) => rule);
const product = { name: 'Recuperador Sierra R2', category: 'Ventilación', isSold: true };

test.each([
  ['Precio', 'price'],
  ['Demasiado caro', 'price'],
  ['Sin presupuesto', 'budget'],
  ['Plazo de entrega', 'delivery'],
  ['Cambio de prioridades', 'timing'],
  ['No es el momento', 'timing'],
  ['No contesta', 'silence'],
  ['Sin respuesta', 'silence'],
  ['No era quien decide', 'person'],
  ['Ya tiene proveedor', 'competitor'],
  ['Missing feature', 'product'],
  ['Too expensive', 'price'],
  ['Fuera de zona', 'other'],
  [null, null],
] as const)('«%s» is of the kind %s', (reason, kind) => expect(whyLost(reason, null)).toBe(kind));

test('a note to come back says the kind where no reason was given', () => {
  expect(whyLost(null, 'Volver a llamar, "quizá el año que viene"')).toBe('timing');
  expect(whyLost('Precio', 'Volver a llamar')).toBe('price');
});

describe('what has changed since', () => {
  test('the price, where it was lost for it', () => {
    expect(changesSince(lost({ reason: 'Precio', priceThen: 1200, priceNow: 1100, product }), '2026-06-30')).toEqual([
      { rule: 'price_down', on: null, was: 1200, is: 1100, what: 'Recuperador Sierra R2' },
    ]);
    expect(rules({ reason: 'Precio', priceThen: 1200, priceNow: 1180, product })).toEqual([]);
    expect(rules({ reason: 'Competencia', priceThen: 1200, priceNow: 1100, product })).toEqual(['price_down']);
    expect(rules({ reason: 'No contesta', priceThen: 1200, priceNow: 1100, product })).toEqual([]);
  });

  test('a cheaper product of the same category', () => {
    const newProducts = [
      { name: 'Recuperador Sierra R1', category: 'Ventilación', price: 900, on: '2026-04-01' },
      { name: 'Filtro', category: 'Consumibles', price: 9, on: '2026-04-01' },
      { name: 'Recuperador Sierra R9', category: 'Ventilación', price: 3000, on: '2026-04-01' },
    ];
    const found = changesSince(lost({ reason: 'Precio', priceThen: 1200, priceNow: 1200, product, newProducts }), '2026-06-30');
    expect(found).toEqual([{ rule: 'cheaper_product', on: '2026-04-01', was: 1200, is: 900, what: 'Recuperador Sierra R1' }]);
  });

  test('a product that they asked for is sold now', () => {
    const newProducts = [{ name: 'Suelo radiante Solana', category: null, price: 2500, on: '2026-05-01' }];
    expect(rules({ reason: 'Falta producto', note: 'Quería suelo radiante', newProducts })).toEqual(['product_sold']);
    expect(rules({ reason: 'Falta producto', note: 'Quería una chimenea', newProducts })).toEqual([]);
  });

  test('delivery is faster', () => {
    expect(rules({ reason: 'Plazo de entrega', leadTimeThen: 30, leadTimeNow: 20 })).toEqual(['delivery_faster']);
    expect(rules({ reason: 'Plazo de entrega', leadTimeThen: 30, leadTimeNow: 25 })).toEqual([]);
  });

  test('the time has come: half a year, as they said', () => {
    expect(rules({ reason: 'No es el momento' })).toEqual([]);
    // 10 March and 180 days: 6 September.
    expect(rules({ reason: 'No es el momento' }, '2026-09-05')).toEqual([]);
    expect(rules({ reason: 'No es el momento' }, '2026-09-06')).toEqual(['time_has_come']);
    expect(rules({ reason: 'Precio', note: 'quizá el año que viene' }, '2027-01-10')).toEqual(['time_has_come']);
  });

  test('a new budget: of the next fiscal year', () => {
    expect(rules({ reason: 'Sin presupuesto' }, '2026-12-31')).toEqual([]);
    expect(rules({ reason: 'Sin presupuesto' }, '2027-01-01')).toEqual(['new_budget']);
    const settings = {
      priceDrop: 0.03,
      fasterBy: 0.2,
      waitDays: 180,
      recentDays: 90,
      forgetDays: 730,
      restDays: 30,
      fiscalYearStartsIn: 9,
    };
    expect(changesSince(lost({ reason: 'Sin presupuesto' }), '2026-10-01', settings)).toMatchObject([
      { rule: 'new_budget', on: '2026-09-01' },
    ]);
  });

  test('they came back by themselves, whatever the reason was', () => {
    const lastIn = { kind: 'visit', on: '2026-06-20', what: null } as const;
    expect(rules({ reason: 'No contesta', lastIn })).toEqual(['came_back']);
    expect(rules({ lastIn })).toEqual(['came_back']);
    expect(rules({ lastIn: { ...lastIn, on: '2026-03-20' } })).toEqual([]);
    expect(rules({ lastIn: { ...lastIn, on: '2026-03-05' }, lostOn: '2026-03-10' })).toEqual([]);
  });

  test('nothing yet of what was lost last week, nothing any more of what was lost years ago', () => {
    const lastIn = { kind: 'visit', on: '2026-06-25', what: null } as const;
    expect(rules({ lostOn: '2026-06-15', lastIn })).toEqual([]);
    expect(rules({ lostOn: '2024-03-15', lastIn })).toEqual([]);
  });

  test('the plainest first', () => {
    const back = changesSince(lost({ lastIn: { kind: 'contact', on: '2026-06-20', what: null } }), '2026-06-30');
    const time = changesSince(lost({ reason: 'No es el momento' }), '2026-12-30');
    expect(urgencyOf(back)).toBeGreaterThan(urgencyOf(time));
  });
});
