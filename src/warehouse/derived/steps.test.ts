import { expect, test } from 'vitest';
import { inSteps } from './steps.ts';

test('shared parts become temporary tables, the others stay', () => {
  expect(
    inSteps(
      `with a as materialized (select ')' as x, "we(ird" from t), b as (select (1) as y from a), c as materialized (select * from b)\nselect * from c`,
    ),
  ).toEqual({
    before: [
      `create temporary table a as select ')' as x, "we(ird" from t`,
      'create temporary table c as with b as (select (1) as y from a)\nselect * from b',
    ],
    select: 'with b as (select (1) as y from a)\n\nselect * from c',
    after: ['drop table if exists a', 'drop table if exists c'],
  });
});

test('a statement without WITH is itself', () => {
  expect(inSteps('select 1')).toEqual({ before: [], select: 'select 1', after: [] });
});
