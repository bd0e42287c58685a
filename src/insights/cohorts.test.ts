import { expect, test } from 'vitest';
import { type CohortFacts, cohortTable } from './cohorts.ts';

const months = ['2024-01', '2024-02', '2024-03'].map((month) => ({
  start: `${month}-01`,
  end: Temporal.PlainYearMonth.from(month).toPlainDate({ day: 31 }).toString(),
}));

const facts: CohortFacts = {
  periods: months,
  cohorts: 3,
  sizes: new Map([
    [0, 10],
    [1, 4],
  ]),
  watched: new Map([
    ['0 0', { entities: 10, worth: 100 }],
    ['0 1', { entities: 6, worth: 30 }],
    ['0 2', { entities: 5, worth: 20 }],
    ['1 1', { entities: 4, worth: 40 }],
    ['1 2', { entities: 3, worth: 12 }],
  ]),
  measure: 'share',
  cumulative: false,
  lastCompleteDay: '2024-03-15',
};

const shape = (table: ReturnType<typeof cohortTable>) =>
  table.cohorts.map(({ size, cells }) => [size, ...cells.map(({ value, immature }) => (immature ? `${value}*` : value))]);

test('shares by age; a period that is not over is immature and in no total', () => {
  const table = cohortTable(facts);
  expect(shape(table)).toEqual([
    [10, 1, 0.6, '0.5*'],
    [4, 1, '0.75*'],
    [0, 'null*'],
  ]);
  expect(table.cohorts.map(({ immature }) => immature)).toEqual([false, false, true]);
  // Age 0: 14 of 14; age 1: only January's cohort is old enough, 6 of 10.
  expect(table.ages).toEqual([
    { age: 0, value: 1, cohorts: 2, members: 14 },
    { age: 1, value: 0.6, cohorts: 1, members: 10 },
  ]);
});

test('totals weigh cohorts by their size', () => {
  const { ages } = cohortTable({ ...facts, lastCompleteDay: '2024-03-31' });
  // Age 1: (6 + 3) / (10 + 4), not the mean of 0.6 and 0.75.
  expect(ages[1]).toEqual({ age: 1, value: 9 / 14, cohorts: 2, members: 14 });
});

test('money a member; what is done once adds up', () => {
  expect(shape(cohortTable({ ...facts, measure: 'amount', lastCompleteDay: '2024-03-31' }))).toEqual([
    [10, 10, 3, 2],
    [4, 10, 3],
    [0, null],
  ]);
  const once = new Map([
    ['0 0', { entities: 2, worth: 2 }],
    ['0 2', { entities: 3, worth: 3 }],
  ]);
  expect(shape(cohortTable({ ...facts, watched: once, cumulative: true, lastCompleteDay: '2024-03-31' }))[0]).toEqual([10, 0.2, 0.2, 0.5]);
});

test('cohorts that have not begun have no cells', () => {
  expect(shape(cohortTable({ ...facts, lastCompleteDay: '2024-01-31' }))).toEqual([[10, 1], [4], [0]]);
  expect(cohortTable({ ...facts, cohorts: 0 })).toEqual({ cohorts: [], ages: [] });
});
