import { expect, test } from 'vitest';
import { coverOf, wordsInARow } from './sql-words.ts';

test('names and constants do not tell statements apart, their words do', () => {
  const one = wordsInARow(`select a."x", 'it''s' as b from company_1."deal" as d where d.n > 1.5`, 3);
  expect(wordsInARow(`select t."y", 'no' as c from company_2."lead" as l where l.m > 7`, 3)).toEqual(one);
  expect(one).toContain('select n ,');
  expect(one).toContain('where n >');
  expect(wordsInARow('select count(*) from t', 3)).toContain('count ( *');
  expect(wordsInARow('select', 3)).toEqual(new Set());
});

test('a cover has all that all have, and no set too many', () => {
  const sets = [['a', 'b'], ['b', 'c', 'd'], ['c'], ['d', 'a'], ['b', 'd']].map((set) => new Set(set));
  const cover = coverOf(sets);
  expect(new Set(cover.flatMap((place) => [...(sets[place] ?? [])]))).toEqual(new Set(['a', 'b', 'c', 'd']));
  for (const left of cover)
    expect(new Set(cover.filter((place) => place !== left).flatMap((place) => [...(sets[place] ?? [])])).size).toBeLessThan(4);
});
