import { describe, expect, test } from 'vitest';
import { goals } from './goals.ts';
import { packs } from './packs.ts';
import { roles } from './roles.ts';
import { understand } from './understand.ts';

const ids = (text: string): readonly string[] => understand(text, goals.values()).map(({ id }) => id);

describe.each([
  ['goals', goals],
  ['packs', packs],
  ['roles', roles],
] as const)('the words of %s', (_, known) => {
  test.each([...known.values()])('$id is understood by its id, its names and each of its phrases, and nothing else is', (one) => {
    for (const text of [one.id, one.id.replaceAll('_', '-'), one.name.es, one.name.en.toUpperCase(), ...one.phrases]) {
      expect(understand<{ id: string; name: typeof one.name; phrases: readonly string[] }>(text, known.values())[0]?.id, text).toBe(one.id);
    }
  });
});

test.each([
  ['expandir la base de clientes', ['customer_growth']],
  ['Queremos mejorar la satisfacción de nuestros clientes', ['satisfaction']],
  ['reducir el abandono', ['retention']],
  ['fidelización', ['retention']],
  ['crecimiento', ['customer_growth']],
  ['que los comerciales usen el CRM', ['adoption', 'people']],
  ['bajar la morosidad', ['collection']],
  ['grow our customer base', ['customer_growth']],
  ['increase sales', ['revenue']],
  ['make customers happy', ['satisfaction']],
])('«%s» means %j', (text, expected) => {
  expect(ids(text)).toEqual(expected);
});

test('two goals in one sentence are both meant', () => {
  expect(ids('retener a los clientes y cobrar antes')).toEqual(['retention', 'collection']);
});

test('a phrase within a longer one does not count', () => {
  expect(ids('aumentar los ingresos por cliente')).toEqual(['customer_value']);
  expect(ids('aumentar los ingresos')).toEqual(['revenue']);
});

test('words that only look alike are told apart', () => {
  expect(ids('marketing')).toEqual(['marketing_return']);
  expect(ids('marca')).toEqual(['brand']);
  expect(ids('margen')).toEqual(['margin']);
  expect(ids('salespeople')).toEqual(['people']);
});

test.each(['bailar sevillanas', '', '¿?', 'expandir', 'xyz'])('«%s» means nothing', (text) => {
  expect(ids(text)).toEqual([]);
});
