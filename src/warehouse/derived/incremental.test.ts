import { expect, test } from 'vitest';
import { settingsSchema } from '../../model/settings.ts';
import { duckdbDialect } from '../duckdb/dialect.ts';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { isModelled } from './context.ts';
import { forgetMade, updateDerived } from './incremental.ts';
import { incrementalRules } from './incremental-rules.ts';
import { derivedBuilders } from './rebuild.ts';

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

test('whatever reads a watermark says of which entities', () => {
  const watermarks = 'the_watermarks';
  const settings = settingsSchema.parse({ segments: { best: { of: 'account', rfm: 'champions' } } });
  const context = { dialect: duckdbDialect, settings, relation: (name: string) => name, watermarks };
  const reads = derivedBuilders.filter((builder) =>
    (isModelled(builder) ? Object.values(builder.reads(context)) : [builder.sql(context)]).some((sql) => sql.includes(watermarks)),
  );
  expect(reads.length).toBeGreaterThan(5);
  for (const { dataset, reach } of reads)
    expect([dataset.name, Boolean(reach ?? incrementalRules[dataset.name]?.reach)]).toEqual([dataset.name, true]);
  for (const { dataset, reach } of derivedBuilders)
    if (reach) expect([dataset.name, reads.some((one) => one.dataset === dataset)]).toEqual([dataset.name, true]);
});

test('rates run on while imports go on, however long ago the last rate was published', async () => {
  const company = await loadCompany('duckdb', {
    exchange_rate: [{ id: 'r1', from_currency: 'USD', to_currency: 'EUR', on: '2024-01-01', rate: 0.9 }],
    order: [{ id: 'o1', ordered_at: '2024-01-31', amount: 10, currency: 'USD' }],
  });
  const { query: run, relation, dialect, settings } = company;
  const importedBy = async (day: string): Promise<unknown> => {
    const watermarks = `(select 'src' as source, 'order' as entity, TIMESTAMP '${day} 20:00:00' as instant, DATE '${day}' as day, false as date_only)`;
    const made = await updateDerived(run, { dialect, settings, relation, watermarks }, 2, new Map(), new Set(['order']));
    await forgetMade(run, made);
    return (await run(`select cast(max(day) as varchar) as last from ${relation('rate_day')}`))[0]?.last;
  };
  const before = (await run(`select cast(max(day) as varchar) as last from ${relation('rate_day')}`))[0]?.last;
  // Some weeks on nothing asks for more days than there are; a year on it does.
  expect(await importedBy('2024-03-31')).toBe(before);
  expect(await importedBy('2025-01-31')).toBe('2026-03-07');
  await company.close();
});
