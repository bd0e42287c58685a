import { expect, test } from 'vitest';
import { entities } from '../model/registry.ts';
import { adviseSentence, findingWords, verdictWords, whatToAdd } from './advise.ts';
import { entityWords } from './entities.ts';
import { criterionWords, fitnessSentence, fitnessWords } from './fitness.ts';
import type { Words } from './language.ts';

const all: Readonly<Record<string, Words>> = { ...verdictWords, ...findingWords, ...fitnessWords, ...criterionWords };

test.each(Object.entries(all))('%s says the same in both languages', (_, { es, en }) => {
  const places = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
  expect(es).not.toBe(en);
  expect(places(es)).toEqual(places(en));
});

test.each([...entities.keys()])('people have a name for %s', (entity) => {
  expect(entityWords(entity, 'es')).not.toBe(entity);
});

test('what is missing is said as what to load', () => {
  expect(whatToAdd(['order.amount|invoice.amount', 'lead.lost_reason', 'quote'], 'es')).toBe(
    'pedidos (order.amount) o facturas (invoice.amount); leads (lead.lost_reason); presupuestos (quote)',
  );
  expect(whatToAdd(['order.amount|invoice.amount'], 'en')).toBe('orders (order.amount) or invoices (invoice.amount)');
});

test('sentences name the KPIs that they are about', () => {
  const names = { kpis: ['Leads'], instead: ['Qualified', 'Won'], others: ['Sales'] };
  expect(adviseSentence(findingWords.activity_without_progress, 'en', names, 1)).toBe(
    '"Leads" measures activity and lacks its progress beside it: Qualified or Won.',
  );
  expect(adviseSentence(findingWords.too_many, 'es', names, 13)).toBe(
    '13 indicadores principales son demasiados: nadie actúa sobre más de doce.',
  );
  expect(adviseSentence(verdictWords.same_thing, 'en', names, 1)).toBe('It says the same as Sales.');
});

test('numbers in a reason are written as the language does', () => {
  expect(fitnessSentence(fitnessWords.measured, 'es', { records: 12_345 })).toBe('se puede calcular, con 12.345 registros');
  expect(fitnessSentence(fitnessWords.serves_goals, 'en', { goals: 'Keep customers' })).toBe('it serves: Keep customers');
});
