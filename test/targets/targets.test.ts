import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHost } from '../../src/app/host.ts';
import type { BoardOutput } from '../../src/app/operations/board.ts';
import type { TargetsOutput } from '../../src/app/operations/targets.ts';
import { localActor } from '../../src/app/rights/actor.ts';
import { cuadro } from '../cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'cuadro-targets-'));
const data = join(folder, 'data');

/** 36 months to December 2025: 1,000 a month and 2,000 each December, then 400 in the first half of January 2026. */
const orders = [
  ...Array.from({ length: 36 }, (_, index) => {
    const month = Temporal.PlainYearMonth.from('2023-01').add({ months: index });
    // Not the same to the cent: a series that never varies is not foreseen.
    const amount = (month.month === 12 ? 2000 : 1000) + ((index * 7) % 11) - 5;
    return `o${index},${month.toPlainDate({ day: 10 })},${amount},${index % 2 ? 'u1' : 'u2'}`;
  }),
  'o90,2026-01-08,400,u1',
  'o91,2026-01-15,0,u1',
];

const run = async (...argv: readonly string[]) => cuadro(folder, [...argv, '--data', data, '--json']);
// biome-ignore lint/suspicious/noExplicitAny: the JSON of any command
const json = async (...argv: readonly string[]): Promise<any> => {
  const ran = await run(...argv);
  expect(ran.code, ran.stderr + ran.stdout).toBe(0);
  return ran.json();
};
const status = async (...argv: readonly string[]): Promise<TargetsOutput> => json('targets', '--kpi', 'total_sales', ...argv);

beforeAll(async () => {
  await json('init');
  writeFileSync(join(folder, 'order.csv'), `id,ordered_at,amount,owner_id\n${orders.join('\n')}\n`);
  writeFileSync(join(folder, 'user.csv'), 'id,name,team\nu1,Ana,Ventas\nu2,Luis,Ventas\n');
  writeFileSync(
    join(folder, 'map.yaml'),
    'source: shop\nexported_at: 2026-01-15\nfiles:\n  - { file: order.csv, entity: order, columns: { id: id, ordered_at: ordered_at, amount: amount, owner_id: owner_id } }\n  - { file: user.csv, entity: user, columns: { id: id, name: name, team: team } }\n',
  );
  await json('import', join(folder, 'order.csv'), join(folder, 'user.csv'), '--map', join(folder, 'map.yaml'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a target that is set is paced by working days, with what is still needed', async () => {
  expect((await status()).says).toContain('No hay metas');
  const set = await json('targets', '--kpi', 'total_sales', '--set', '1100', '--from', '2026-01-01', '--to', '2026-01-31');
  expect(set.targets).toHaveLength(1);
  const { targets, objectives, set: drawn } = await status();
  expect(drawn).toMatchObject([
    { kpi: 'total_sales', unit: 'money', kind: 'flow', value: 1100, period: { start: '2026-01-01', end: '2026-01-31' } },
  ]);
  const [january] = targets;
  // 22 working days in January 2026, 11 of them by the 15th: 550 due, 400 done, 700 left over 11 days.
  expect(january).toMatchObject({ kind: 'flow', value: 1100, actual: 400, due: 550, gap: -150, source: 'cuadro', scope: null });
  expect(january?.gone).toBe(0.5);
  expect(january?.pace).toBeCloseTo(400 / 550, 12);
  expect(january?.needed?.rest).toBe(700);
  expect(january?.needed?.per_day).toBeCloseTo(700 / 11, 10);
  expect(january?.needed?.usual_per_day).toBeCloseTo(400 / 11, 10);
  // Half a January of about 1,000 is still to come.
  expect(january?.end?.value).toBeGreaterThan(880);
  expect(january?.end?.value).toBeLessThan(920);
  expect(january?.state).toBe('off_course');
  expect(objectives).toMatchObject([{ objective: 'revenue', targets: [0] }]);
  // The same again changes nothing; another value is the same target, changed.
  expect((await json('targets', '--kpi', 'total_sales', '--set', '1100', '--from', '2026-01-01', '--to', '2026-01-31')).batch).toBeNull();
  await json('targets', '--kpi', 'total_sales', '--set', '800', '--from', '2026-01-01', '--to', '2026-01-31', '--objective', 'Sobrevivir');
  const again = await status();
  expect(again.targets).toHaveLength(1);
  expect(again.targets[0]).toMatchObject({ value: 800, state: 'on_course' });
  expect(again.objectives[0]).toMatchObject({ objective: 'Sobrevivir', standing: 'on_course' });
});

test('a card is held against the same target, by the day that the data reach', async () => {
  const host = await openHost(data, () => Temporal.Instant.from('2026-03-01T10:00:00Z'));
  try {
    const ask = async (more: object): Promise<BoardOutput['cards'][number] | undefined> => {
      const question = { kpis: ['total_sales'], language: 'es', compare: 'target', ...more };
      // The host's protocol is untyped.
      const { cards } = (await host.run('board', question, { actor: localActor, progress: () => undefined, signal: null })) as BoardOutput;
      return cards[0];
    };
    // 400 done of 800, half of its 22 working days gone.
    const running = await ask({ from: '2026-01-01', to: '2026-01-31' });
    expect(running?.target).toMatchObject({ value: 800, due: 400, state: 'running', scope: null });
    expect(running?.compared).toMatchObject({ against: 'target', value: 800, change: -400, relative: -0.5 });
    expect(running?.verdict).toBeNull();
    // December 2025 has none yet, nor has what a filter leaves of January.
    expect((await ask({}))?.target).toBeNull();
    const where = [{ dimension: 'owner.name', op: '=', value: 'Ana' }];
    expect((await ask({ from: '2026-01-01', to: '2026-01-31', where }))?.target).toBeNull();
  } finally {
    await host.close();
  }
});

test('a year is spread as the own year goes, and as of a day in the past it was over', async () => {
  const { targets } = await json(
    'targets',
    '--kpi',
    'total_sales',
    '--set',
    '13000',
    '--from',
    '2025-01-01',
    '--to',
    '2025-12-31',
    '--each',
    'month',
    '--spread',
    'seasonal',
  );
  const values: number[] = targets.map(({ value }: { value: number }) => value);
  expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(13_000, 6);
  expect((values[11] ?? 0) / (values[5] ?? 1)).toBeGreaterThan(1.9);
  const december = (await status('--to', '2025-12-31')).targets[0];
  expect(december).toMatchObject({ period: { start: '2025-12-01', end: '2025-12-31' }, gone: 1, end: null, needed: null });
  expect(['reached', 'missed']).toContain(december?.state);
  expect(december?.due).toBe(december?.value);
});

test('a year is spread over its weeks too, each with its part of its months', async () => {
  const { targets } = await json(
    ...['targets', '--kpi', 'total_sales', '--set', '13000', '--from', '2026-02-02', '--to', '2027-01-31'],
    ...['--each', 'week', '--spread', 'seasonal', '--scope', 'owner.team=Ventas'],
  );
  expect(targets).toHaveLength(52);
  const of = (start: string): number => targets.find(({ period }: { period: { start: string } }) => period.start === start)?.value ?? 0;
  expect(targets.reduce((sum: number, { value }: { value: number }) => sum + value, 0)).toBeCloseTo(13_000, 6);
  // December sells twice what a usual month does. It has 23 working days, June has 22.
  expect(of('2026-12-07') / of('2026-06-08')).toBeCloseTo((2 * 22) / 23, 1);
  // Half June, half July: as June, for both are usual and 22 and 23 days long.
  expect(of('2026-06-29') / of('2026-06-08')).toBeCloseTo(2 / 5 + (3 / 5) * (22 / 23), 1);
});

test('targets come in from a spreadsheet too, of people as well, and add up to a quarter', async () => {
  writeFileSync(
    join(folder, 'objetivos.csv'),
    'indicador;ámbito;desde;hasta;objetivo\ntotal_sales;owner.name=Ana;2026-01-01;2026-01-31;600\ntotal_sales;owner.team=Nadie;2026-01-01;2026-01-31;5\nnada;;2026-01-01;2026-01-31;5\n',
  );
  const suggested = await run('import', '--suggest', join(folder, 'objetivos.csv'));
  expect(suggested.stdout).toContain('target');
  writeFileSync(
    join(folder, 'targets.yaml'),
    'source: plan\nfiles:\n  - { file: objetivos.csv, entity: target, columns: { id: { row: true }, kpi: indicador, scope: ámbito, period_start: desde, period_end: hasta, value: objetivo } }\n',
  );
  await json('import', join(folder, 'objetivos.csv'), '--map', join(folder, 'targets.yaml'));
  const { targets, unheld } = await json('targets', '--all');
  const ana = targets.find(({ scope }: { scope: string | null }) => scope === 'owner.name=Ana');
  expect(ana).toMatchObject({ source: 'plan', value: 600, actual: 400, due: 300, pace: 4 / 3 });
  expect(unheld).toContainEqual({ kpi: 'nada', scope: null, targets: 1, reason: 'unknown_kpi' });
  const removed = await json('targets', '--remove', ana.id, '--source', 'plan');
  expect(removed.kpi).toBe('total_sales');
  const { targets: left } = await json('targets', '--scope', 'owner.name=Ana');
  expect(left).toEqual([]);
});

test('due by a day is what the model’s own target_day makes of the same targets, holiday and all', async () => {
  // The worked example of revenue_target_attainment: 7,000 of 14,700 due of 21,000.
  const other = join(folder, 'other');
  const there = async (...argv: readonly string[]) => {
    const ran = await cuadro(folder, [...argv, '--data', other, '--json']);
    expect(ran.code, ran.stderr + ran.stdout).toBe(0);
    return ran.json();
  };
  await there('init');
  const settings = join(other, 'cuadro.yaml');
  writeFileSync(settings, `${readFileSync(settings, 'utf8').replace(/^holidays:.*$/m, '')}\nholidays: [2024-02-28]\n`);
  writeFileSync(
    join(folder, 'opportunity.csv'),
    'id,status,created_at,closed_at,amount\nd1,won,2024-01-02,2024-02-05,5000\nd2,won,2024-01-02,2024-02-14,2000\n',
  );
  writeFileSync(
    join(folder, 'deals.yaml'),
    'source: crm\nexported_at: 2024-02-20\nfiles: [{ file: opportunity.csv, entity: opportunity, columns: { id: id, status: status, created_at: created_at, closed_at: closed_at, amount: amount } }]\n',
  );
  await there('import', join(folder, 'opportunity.csv'), '--map', join(folder, 'deals.yaml'));
  await there('targets', '--kpi', 'revenue_target_attainment', '--set', '21000', '--from', '2024-02-01', '--to', '2024-02-29');
  const [target] = (await there('targets')).targets;
  const { cells } = await there('query', '--kpi', 'revenue_target_attainment', '--from', '2024-02-01', '--to', '2024-02-29', '--partial');
  expect(target).toMatchObject({ unit: 'money', actual: 7000, value: 21_000, forecast: { refused: 'series_too_short' } });
  expect(target.due).toBeCloseTo(14_700, 8);
  expect(target.due).toBeCloseTo(cells[0].detail.target_to_date, 8);
  expect(target.pace).toBeCloseTo(cells[0].detail.pace, 10);
  expect(target.needed.per_day).toBeCloseTo(14_000 / 6, 8);
}, 60_000);

test('a target of a product is set, comes in by a spreadsheet, and is paced by what was sold of it', async () => {
  const shop = join(folder, 'shop');
  const there = async (...argv: readonly string[]) => {
    const ran = await cuadro(folder, [...argv, '--data', shop, '--json']);
    expect(ran.code, ran.stderr + ran.stdout).toBe(0);
    return ran.json();
  };
  await there('init');
  const sheets: Readonly<Record<string, string>> = {
    product: 'id,name\nP1,Estufa\nP2,Bomba\n',
    sale: 'id,ordered_at,amount\nS1,2026-01-08,500\nS2,2026-01-14,400\nS3,2025-12-01,100\n',
    // 300 of stoves, 600 of pumps in January; what is outside of it does not count.
    order_line: 'id,order_id,product_id,amount\nL1,S1,P1,200\nL2,S1,P2,300\nL3,S2,P1,100\nL4,S2,P2,300\nL5,S3,P1,100\n',
    plan: 'kpi,scope,period_start,period_end,value\ntotal_sales,product.name=Bomba,2026-01-01,2026-01-31,1000\n',
  };
  for (const [name, text] of Object.entries(sheets)) writeFileSync(join(folder, `${name}.csv`), text);
  const columns = (name: string): string =>
    (sheets[name] ?? '')
      .slice(0, (sheets[name] ?? '').indexOf('\n'))
      .split(',')
      .map((column) => `${column}: ${column}`)
      .join(', ');
  writeFileSync(
    join(folder, 'shop.yaml'),
    `source: shop\nexported_at: 2026-01-15\nfiles:\n${[
      ...['product', 'order_line'].map((name) => `  - { file: ${name}.csv, entity: ${name}, columns: { ${columns(name)} } }`),
      `  - { file: sale.csv, entity: order, columns: { ${columns('sale')} } }`,
      `  - { file: plan.csv, entity: target, columns: { id: { row: true }, ${columns('plan')} } }`,
    ].join('\n')}\n`,
  );
  await there('import', ...Object.keys(sheets).map((name) => join(folder, `${name}.csv`)), '--map', join(folder, 'shop.yaml'));
  const aim = ['--kpi', 'total_sales', '--set', '1100', '--from', '2026-01-01', '--to', '2026-01-31', '--scope', 'product.name=Estufa'];
  await there('targets', ...aim);
  const { targets, unheld } = await there('targets', '--all');
  expect(unheld).toEqual([]);
  const of = (name: string) => targets.find(({ scope }: { scope: string }) => scope === `product.name=${name}`);
  // 11 of 22 working days gone: half of each is due.
  expect(of('Estufa')).toMatchObject({ source: 'cuadro', value: 1100, actual: 300, due: 550 });
  expect(of('Estufa').needed.per_day).toBeCloseTo(800 / 11, 10);
  expect(of('Bomba')).toMatchObject({ source: 'shop', value: 1000, actual: 600, due: 500, pace: 1.2 });
}, 60_000);

describe('a suggestion', () => {
  test('has its reasons, and stays near what the history says', async () => {
    const { suggestion, period, reasons } = await json('targets', '--kpi', 'total_sales', '--suggest');
    expect(period).toEqual({ start: '2026-02-01', end: '2026-02-28' });
    expect(suggestion.value).toBeGreaterThanOrEqual(1000);
    expect(suggestion.value).toBeLessThan(1300);
    expect(reasons.map(({ code }: { code: string }) => code)).toEqual(['expected', 'ambition', 'last_year', 'best']);
  });
});

test('a forecast says its method, its errors and its intervals, and refuses short history', async () => {
  const found = await json('forecast', '--kpi', 'total_sales', '--periods', '12');
  expect(found.refused).toBeNull();
  expect(found.points).toHaveLength(12);
  expect(found.points[0].start).toBe('2026-01-01');
  // The next December is double again.
  expect(found.points[11].value).toBeGreaterThan(1800);
  expect(found.points[11].outer[0]).toBeLessThanOrEqual(found.points[11].inner[0]);
  expect(found.back_test.mase).toBeLessThan(2);
  expect(found.back_test.tried.length).toBeGreaterThan(4);
  expect(found.says).toContain('ocho de cada diez');
  // January is as last January was: neither better nor worse.
  expect(found.outlook).toMatchObject({ against: { start: '2025-01-01' }, verdict: null });
  const short = await json('forecast', '--kpi', 'total_sales', '--grain', 'year');
  expect(short).toMatchObject({ refused: 'series_too_short', points: [], back_test: null });
  const early = await json('forecast', '--kpi', 'total_sales', '--to', '2023-08-31');
  expect(early.refused).toBe('series_too_short');
});

test.each([
  ['target_empty', ['--kpi', 'total_sales', '--from', '2026-01-01', '--to', '2026-01-31', '--low', 'x']],
  ['target_band', ['--kpi', 'pipeline_coverage', '--from', '2026-01-01', '--to', '2026-01-31', '--low', '4', '--high', '2']],
  ['target_cut', ['--kpi', 'total_sales', '--set', '5', '--from', '2026-01-02', '--to', '2026-03-31', '--each', 'month']],
  ['target_cut', ['--kpi', 'total_sales', '--set', '5', '--from', '2026-01-01', '--to', '2026-03-30', '--each', 'month']],
  ['target_scope', ['--kpi', 'total_sales', '--set', '5', '--from', '2026-01-01', '--to', '2026-01-31', '--scope', 'planet=Mars']],
  ['range_reversed', ['--kpi', 'total_sales', '--set', '5', '--from', '2026-02-01', '--to', '2026-01-31']],
  ['kpi_unavailable', ['--kpi', 'nps', '--set', '5', '--from', '2026-01-01', '--to', '2026-01-31']],
  ['target_unknown', ['--remove', 'nothing']],
])('refuses with %s, and writes nothing', async (code, argv) => {
  const before = (await json('batches')).batches.length;
  const ran = await run('targets', ...argv);
  expect([ran.code, ran.json().error.code]).toEqual([2, code === 'target_empty' ? 'option_invalid' : code]);
  expect((await json('batches')).batches.length).toBe(before);
});
