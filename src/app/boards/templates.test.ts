import { expect, test } from 'vitest';
import { kpis } from '../../kpis/catalogue.ts';
import { boardLayout } from './layout.ts';
import { boardTemplates } from './templates.ts';

test('there is one for management, the head of sales, marketing, service and whoever sells, each once', () => {
  const ids = boardTemplates.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['direction', 'sales', 'marketing', 'service', 'salesperson']));
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(boardTemplates)('$id names KPIs of the catalogue, each once, as a board can hold them', ({ kpis: ids }) => {
  expect(ids.length).toBeGreaterThanOrEqual(8);
  expect(ids.filter((id) => !kpis.has(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(boardLayout.parse({ cards: ids.map((kpi) => ({ kpi })) }).cards).toHaveLength(ids.length);
});

test.each(boardTemplates)(
  '$id has something besides activity, and says what it answers in both languages',
  ({ kpis: ids, name, about }) => {
    expect(ids.some((id) => kpis.get(id)?.nature !== 'activity')).toBe(true);
    for (const words of [name, about]) for (const text of [words.es, words.en]) expect(text).not.toBe('');
    expect(about.es).not.toBe(about.en);
  },
);
