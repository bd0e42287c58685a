import { expect, test } from 'vitest';
import { settingsSchema } from '../../model/settings.ts';
import { count } from '../build.ts';
import type { Panel } from '../metric.ts';
import { panelPeriods } from './panel.ts';

const rules = settingsSchema.parse({ fiscal_year_starts_in: 4 });
const metric = count('lead', { at: 'created_at' });
const periods = (panel: Omit<Panel, 'metric'>, start: string, end: string, last: string | null) =>
  panelPeriods({ metric, ...panel }, { start, end }, last, rules).map((one) => `${one.start}…${one.end}`);

test('without a grain it is the period itself, also while it runs', () => {
  expect(periods({}, '2024-01-10', '2024-02-20', '2024-01-15')).toEqual(['2024-01-10…2024-02-20']);
});

test('a grain cuts the period into its whole and complete periods', () => {
  expect(periods({ grain: 'month' }, '2024-01-10', '2024-04-30', '2024-04-30')).toEqual([
    '2024-02-01…2024-02-29',
    '2024-03-01…2024-03-31',
    '2024-04-01…2024-04-30',
  ]);
  expect(periods({ grain: 'month' }, '2024-01-01', '2024-04-30', '2024-03-30')).toEqual(['2024-01-01…2024-01-31', '2024-02-01…2024-02-29']);
  // The fiscal year begins in April.
  expect(periods({ grain: 'year' }, '2023-01-01', '2024-12-31', '2024-12-31')).toEqual(['2023-04-01…2024-03-31']);
  expect(periods({ grain: 'week' }, '2024-05-01', '2024-05-05', '2024-12-31')).toEqual([]);
});

test('so many periods back end with the last up to the end of the period', () => {
  expect(periods({ grain: 'month', back: 2 }, '2024-03-01', '2024-03-31', '2024-12-31')).toEqual([
    '2024-02-01…2024-02-29',
    '2024-03-01…2024-03-31',
  ]);
  expect(periods({ grain: 'month', back: 2 }, '2024-03-01', '2024-03-31', '2024-03-30')).toEqual([
    '2024-01-01…2024-01-31',
    '2024-02-01…2024-02-29',
  ]);
  expect(periods({ grain: 'month', back: 1 }, '2024-03-11', '2024-03-17', '2024-12-31')).toEqual(['2024-02-01…2024-02-29']);
});

test('without a watermark nothing is complete', () => {
  expect(periods({ grain: 'month', back: 2 }, '2024-03-01', '2024-03-31', null)).toEqual([]);
});
