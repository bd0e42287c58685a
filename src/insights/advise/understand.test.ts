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

describe('words of one’s own', () => {
  const named = (id: string, ...phrases: readonly string[]) => ({ id, name: { es: `${id} es`, en: `${id} en` }, phrases });
  const meant = (text: string, ...known: readonly ReturnType<typeof named>[]) => understand(text, known).map(({ id }) => id);

  test('a name is that one alone, whatever phrases of others it contains', () => {
    const sales = { ...named('sales', 'cobrar antes'), name: { es: 'Ventas', en: 'Sales growth' } };
    const growth = { ...named('growth', 'sales', 'ventas de siempre'), name: { es: 'Crecer', en: 'Growth' } };
    expect(meant('  ¡VENTAS! ', growth, sales)).toEqual(['sales']);
    expect(meant('sales growth', growth, sales)).toEqual(['sales']);
    expect(meant('growth', growth, sales)).toEqual(['growth']);
    expect(meant('more sales growth', growth, sales).toSorted()).toEqual(['sales']);
  });

  test('endings may differ by a third of a longer word, and short words not at all', () => {
    expect(meant('captación', named('a', 'captar'))).toEqual(['a']);
    expect(meant('ventas', named('a', 'venta'))).toEqual(['a']);
    expect(meant('dos', named('a', 'dosis'))).toEqual([]);
    expect(meant('cosa', named('a', 'cosas'))).toEqual(['a']);
    expect(meant('rentar', named('a', 'rentabilidad'))).toEqual([]);
  });

  test('a phrase is found by all of its words, in any order, and idle words do not count', () => {
    const both = named('both', 'cobrar las facturas');
    expect(meant('las facturas hay que cobrarlas', both)).toEqual(['both']);
    expect(meant('cobrar', both)).toEqual([]);
    expect(meant('queremos ser los de siempre', both)).toEqual([]);
    // Idle words alone are all that there is.
    expect(meant('mejorar', named('a', 'mejorar'))).toEqual(['a']);
    expect(meant('vender', named('a', 'mejorar'))).toEqual([]);
  });

  test('phrases that share a word are both meant; only one that lies within another is not', () => {
    expect(meant('cobrar facturas pronto', named('a', 'cobrar facturas'), named('b', 'facturas pronto'))).toEqual(['a', 'b']);
    expect(meant('cobrar facturas pronto', named('a', 'facturas'), named('b', 'facturas pronto'))).toEqual(['b']);
  });
});
