import { expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { forgetMade, updateDerived } from './incremental.ts';

/** Random companies (`test/property/incremental.test.ts`) have too few deals to tell how long they usually stay. */
test('deals that did not change follow the median stay of won ones, and the names of those beside them', async () => {
  const won = (id: string, days: number) => ({
    id,
    status: 'won',
    created_at: '2024-01-01',
    closed_at: `2024-01-${String(1 + days).padStart(2, '0')}`,
    stage: 'A',
    pipeline: 'P',
  });
  const company = await loadCompany('duckdb', {
    opportunity: [
      ...[4, 6, 10, 10, 20].map((days, index) => won(`w${index}`, days)),
      { id: 'x1', status: 'open', created_at: '2024-02-01', stage: 'A', pipeline: 'P', account_id: 'a1', name: 'Bomba' },
      { id: 'x2', status: 'open', created_at: '2024-02-02', stage: 'A', pipeline: 'P', account_id: 'a2', name: 'Válvula' },
      { id: 'x3', status: 'open', created_at: '2024-02-03', stage: 'Z', pipeline: 'P', account_id: 'a2', name: 'VÁLVULA' },
    ],
  });
  const { query: run, relation, dialect, settings } = company;
  const states = async (): Promise<unknown> => {
    const rows = await rowsOf(company, 'opportunity_state_span', ['opportunity_id', 'slow_from', 'is_repeated']);
    return rows.filter(([id]) => String(id).startsWith('x'));
  };
  expect(await states()).toEqual([
    ['x1', '2024-02-17', false],
    ['x2', '2024-02-18', false],
    ['x3', null, true],
  ]);
  const deals = relation('opportunity');
  const touched = "id in ('w0', 'w1', 'w2', 'x2')";
  await run(`create or replace temp table deals_before as select * from ${deals} where ${touched}`);
  await run(`update ${deals} set _batch = 2, name = 'Otra', closed_at = TIMESTAMP '2024-01-30 23:00:00', closed_at_day = DATE '2024-01-31'
    where ${touched} and status = 'won'`);
  await run(`update ${deals} set _batch = 2, name = 'Otra' where id = 'x2'`);
  const changed = new Map([['opportunity', `(from temp.deals_before union all by name select * from ${deals} where ${touched})`]]);
  const watermarks =
    "(select 'src' as source, 'opportunity' as entity, TIMESTAMP '2024-03-31 20:00:00' as instant, DATE '2024-03-31' as day, false as date_only)";
  const made = await updateDerived(run, { dialect, settings, relation, watermarks }, 2, changed, new Set(), Number.POSITIVE_INFINITY);
  await forgetMade(run, made);
  expect(made.find(({ dataset }) => dataset === 'opportunity_state_span')?.whole).toBe(false);
  // The median stay is 30 days now, three times what it was.
  expect(await states()).toEqual([
    ['x1', '2024-03-18', false],
    ['x2', '2024-03-19', false],
    ['x3', null, false],
  ]);
  await company.close();
});
