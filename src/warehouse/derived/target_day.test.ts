import { describe, expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

const week = { period_start: '2024-01-01', period_end: '2024-01-07' };
const revenue = { kpi: 'revenue_target_attainment', ...week };

describe.each(engineNames)('target_day in %s', (engine) => {
  test('a week’s target over its working days, the people’s out of the company’s', async () => {
    const company = await loadCompany(
      engine,
      {
        user: [
          { id: 'u1', name: 'Ana', email: 'ana@x.es' },
          { id: 'u2', name: 'Luis' },
        ],
        target: [
          { id: 't1', ...revenue, value: 4000 },
          { id: 't2', ...revenue, value: 1200, scope: 'owner.name=Ana' },
          { id: 't3', ...revenue, value: 400, scope: 'owner=u2' },
          { id: 't4', ...revenue, value: 77, scope: 'product.name=P' },
          { id: 't5', ...revenue, kpi: 'nps', value: 30 },
          { id: 't6', ...revenue, value: 99, is_test: true },
          // The whole year's gives way to the week's.
          { id: 't7', kpi: 'revenue_target_attainment', period_start: '2024-01-01', period_end: '2024-01-08', value: 600 },
        ],
      },
      { reads: ['target_day'], settings: { holidays: ['2024-01-01'] } },
    );
    expect(await rowsOf(company, 'target_day', ['day', 'owner_id', 'value'])).toEqual([
      ['2024-01-02', null, 600],
      ['2024-01-02', 'u1', 300],
      ['2024-01-02', 'u2', 100],
      ['2024-01-03', null, 600],
      ['2024-01-03', 'u1', 300],
      ['2024-01-03', 'u2', 100],
      ['2024-01-04', null, 600],
      ['2024-01-04', 'u1', 300],
      ['2024-01-04', 'u2', 100],
      ['2024-01-05', null, 600],
      ['2024-01-05', 'u1', 300],
      ['2024-01-05', 'u2', 100],
      ['2024-01-08', null, 120],
    ]);
    await company.close();
  });

  test('a weekend’s target is over all its days', async () => {
    const company = await loadCompany(
      engine,
      {
        target: [{ kpi: 'total_sales', period_start: '2024-01-06', period_end: '2024-01-07', value: 100 }],
      },
      { reads: ['target_day'] },
    );
    expect(await rowsOf(company, 'target_day', ['day', 'kpi', 'value'])).toEqual([
      ['2024-01-06', 'total_sales', 50],
      ['2024-01-07', 'total_sales', 50],
    ]);
    await company.close();
  });
});
