import { expect, test } from 'vitest';
import type { Card } from '../../../parts/kpi-card/card.ts';
import type { StoredCard } from '../chosen.ts';
import { askable, placesOf } from './places.ts';

const stored = (kpi: string, variant: string | null = null): StoredCard => ({ kpi, variant, width: 1 });
const kpis = ['nps', 'dso', 'cac', 'csat', 'churn_rate'].map((id) => ({ id, name: id.toUpperCase(), retired: null }));
const left = (id: string) => ({ id, area: 'customers' as const, name: id });
// Only what is looked at of a card.
const card = { id: 'nps' } as Card;
const answer = {
  cards: [card],
  missing: [{ ...left('dso'), missing: ['invoice.due_at'] }],
  unfiltered: [left('cac')],
  failed: [{ ...left('csat'), code: 'out_of_memory' }],
};

test('what is no more in the catalogue is not asked for, nor anything twice, and the order of the board does not matter', () => {
  const asked = askable([stored('nps'), stored('gone'), stored('dso', 'strict'), stored('nps', 'other')], kpis);
  expect(asked).toEqual([stored('dso', 'strict'), stored('nps')]);
  expect(askable([stored('dso', 'strict'), stored('nps')], kpis)).toEqual(asked);
});

test('every place has its card or says why it has none, in the order of the board', () => {
  const cards = ['csat', 'nps', 'gone', 'dso', 'cac', 'churn_rate'].map((id) => stored(id));
  const places = placesOf(cards, kpis, answer);
  expect(places.map(({ name, card: shown, absence }) => [name, shown?.id ?? absence])).toEqual([
    ['CSAT', { why: 'failed', code: 'out_of_memory' }],
    ['NPS', 'nps'],
    ['gone', { why: 'unknown' }],
    ['DSO', { why: 'missing', missing: ['invoice.due_at'] }],
    ['CAC', { why: 'unfiltered' }],
    ['CHURN_RATE', { why: 'noData' }],
  ]);
});

test('what a review has retired says why and what to look at, and its figure is not asked for', () => {
  const retired = { on: '2026-05-02', reason: 'Nadie decide con él', replaced_by: { id: 'nps', name: 'NPS' } };
  const list = [...kpis, { id: 'calls', name: 'Llamadas', retired }];
  expect(askable([stored('calls'), stored('nps')], list)).toEqual([stored('nps')]);
  const [calls] = placesOf([stored('calls'), stored('nps')], list, answer);
  expect([calls?.name, calls?.card, calls?.absence]).toEqual(['Llamadas', null, { why: 'retired', retired }]);
});

test('a KPI that stands there twice is shown once, under keys of their own', () => {
  const places = placesOf([stored('nps'), stored('nps', 'other')], kpis, answer);
  expect(places.map(({ absence }) => absence?.why ?? 'card')).toEqual(['card', 'twice']);
  expect(new Set(places.map(({ key }) => key)).size).toBe(2);
});

test('before there is an answer nothing is said of what is in the catalogue', () => {
  const places = placesOf([stored('nps'), stored('gone')], kpis, null);
  expect(places.map(({ absence }) => absence?.why ?? null)).toEqual([null, 'unknown']);
  const [cac, churn] = placesOf([stored('cac'), stored('churn_rate')], kpis, answer, true);
  expect([cac?.absence?.why, churn?.absence]).toEqual(['unfiltered', null]);
});
