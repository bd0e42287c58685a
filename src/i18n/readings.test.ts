import { expect, test } from 'vitest';
import { readingTexts, tellReading } from './readings.ts';

const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').toSorted();

test.each(Object.entries(readingTexts))('%s says the same in both languages', (_, { es, en }) => {
  for (const part of ['says', 'next'] as const) {
    expect(es[part].length).toBeGreaterThan(10);
    expect(es[part]).not.toBe(en[part]);
    expect(places(es[part])).toEqual(places(en[part]));
  }
});

test('a reading names what it saw, as people write it', () => {
  const reading = {
    rule: 'retention_falls',
    outcome: 'with_causes',
    subject: { name: 'Tasa de retención', unit: 'rate', value: 0.8, before: 0.9 },
    others: [
      { name: 'CSAT', unit: 'rate', value: 0.6, before: 0.7 },
      { name: 'Reclamaciones', unit: 'count', value: 40, before: 25 },
    ],
    params: {},
  };
  const { says, next } = tellReading(reading, 'es', { locale: 'es-ES', currency: 'EUR' });
  expect(says.replaceAll('\u00a0', ' ')).toBe(
    'Se van más clientes (Tasa de retención: 90,0 % → 80,0 %) y a la vez empeora: CSAT 70,0 % → 60,0 % y Reclamaciones 25 → 40.',
  );
  expect(next).toContain('antes de que se agrave');
});

test('a reading in another currency tells every amount in it, of the KPI, of what was seen beside and of the rule itself', () => {
  const reading = {
    rule: 'realization',
    outcome: 'no_target',
    subject: { name: 'Cartera', unit: 'money', value: 800, before: 400 },
    others: [{ name: 'Pedidos', unit: 'count', value: 40, before: 25 }],
    params: { expected: 160, needed: 7.5 },
  };
  // A dollar at 0.80 €: 160 € are 200 $.
  const { says } = tellReading(reading, 'es', { locale: 'es-ES', currency: 'USD', worth: 0.8 });
  expect(says.replaceAll('\u00a0', ' ')).toContain('200 US$');
  expect(says).not.toMatch(/160|€/);
});

test('codes in lists are words; nothing seen leaves no stump', () => {
  const reading = {
    rule: 'at_risk',
    outcome: 'call_them',
    subject: { name: 'Clientes en riesgo', unit: 'count', value: 12, before: 12 },
    others: [],
    params: { signals: ['complaint', 'closing_calls'] },
  };
  const { says } = tellReading(reading, 'en', { locale: 'en-ES', currency: 'EUR' });
  expect(says).toBe('12 customers show signs of leaving. Signs seen: a complaint and questions about how to close the account.');
});
