import { expect, test } from 'vitest';
import { defineDerived } from '../../model/entity.ts';
import { boolean, date, instant, integer, money, number, reference, text } from '../../model/field.ts';
import { settingsSchema } from '../../model/settings.ts';
import { engineNames, openEngine } from '../testing/engine.ts';
import type { ModelledBuilder } from './context.ts';
import { makeModelled } from './modelled.ts';

const dataset = defineDerived(
  'modelled_example',
  'fact',
  { from: ['account'] },
  {
    account_id: reference('account'),
    seen_at: instant(),
    due_on: date(),
    score: number(),
    orders: integer(),
    worth: money(),
    is_due: boolean(),
    why: text(),
  },
);

const builder: ModelledBuilder = {
  dataset,
  reads: () => ({ numbers: 'select 2 as n union all select 1 as n order by n' }),
  make: ({ numbers }) =>
    (numbers ?? []).map(({ n }) => ({
      _source: 's',
      account_id: `a${n}`,
      seen_at: n === 1 ? '2024-03-31T22:30:00Z' : '2024-03-05',
      due_on: '2024-04-01',
      score: 0.1,
      orders: 3,
      worth: 12.3456,
      is_due: n === 1,
      why: n === 1 ? "it's 'quoted'" : null,
    })),
};

test.each(engineNames)('a model’s rows become a table: %s', async (name) => {
  const engine = await openEngine(name);
  const settings = settingsSchema.parse({ timezone: 'Europe/Madrid' });
  const table = `${engine.layout.main}.modelled_example`;
  try {
    const context = { dialect: engine.dialect, settings, relation: () => table, watermarks: 'none' };
    for (let times = 0; times < 2; times += 1) await makeModelled(engine.run, context, builder);
    const rows = await engine.run(`select * from ${table} order by account_id`);
    expect(rows).toEqual([
      {
        _source: 's',
        account_id: 'a1',
        seen_at: '2024-03-31T22:30:00Z',
        seen_at_day: '2024-04-01',
        due_on: '2024-04-01',
        score: 0.1,
        orders: 3,
        worth: 12.3456,
        is_due: true,
        why: "it's 'quoted'",
        _date_only: null,
      },
      {
        _source: 's',
        account_id: 'a2',
        seen_at: '2024-03-04T23:00:00Z',
        seen_at_day: '2024-03-05',
        due_on: '2024-04-01',
        score: 0.1,
        orders: 3,
        worth: 12.3456,
        is_due: false,
        why: null,
        _date_only: ',seen_at,',
      },
    ]);
  } finally {
    await engine.close();
  }
});

test('a row that does not fit is a defect, told at once', async () => {
  const engine = await openEngine('duckdb');
  const settings = settingsSchema.parse({});
  const context = { dialect: engine.dialect, settings, relation: () => `${engine.layout.main}.modelled_example`, watermarks: 'none' };
  const wrong = { ...builder, make: () => [{ _source: 's', score: 'high' }] };
  try {
    await expect(makeModelled(engine.run, context, wrong)).rejects.toThrow('not of type number');
  } finally {
    await engine.close();
  }
});
