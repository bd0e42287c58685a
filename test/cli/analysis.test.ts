import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cuadro, temporaryFolder } from './run.ts';

const files: Readonly<Record<string, string>> = {
  'accounts.csv': 'id,name,industry\na,Acme,Retail\nb,Bolt,Retail\nc,Cima,Banking\n',
  'orders.csv':
    'id,account,at,amount\n1,a,2024-01-10,100\n2,b,2024-01-20,50\n3,a,2024-02-10,30\n4,c,2024-02-20,10\n5,a,2024-03-02,5\n6,c,2024-03-03,70\n',
  'deals.csv':
    'id,account,stage,status,created,closed,amount\n1,a,Ganada,won,2024-01-05,2024-01-25,100\n2,b,Perdida,lost,2024-01-06,2024-01-20,50\n3,c,Contacto,open,2024-01-07,,70\n',
  'changes.csv':
    'id,deal,old,new,at\n1,1,Contacto,Propuesta,2024-01-15\n2,1,Propuesta,Ganada,2024-01-25\n3,2,Contacto,Perdida,2024-01-20\n',
  'stages.csv': 'id,name,position,category\n1,Contacto,1,open\n2,Propuesta,2,open\n3,Ganada,3,won\n4,Perdida,4,lost\n',
};
const mapping = `source: crm
exported_at: 2024-03-31
files:
  - { file: accounts.csv, entity: account, columns: { id: id, name: name, industry: industry } }
  - { file: orders.csv, entity: order, columns: { id: id, account_id: account, ordered_at: at, amount: amount } }
  - { file: stages.csv, entity: stage, columns: { id: id, name: name, position: position, category: category } }
  - file: deals.csv
    entity: opportunity
    columns: { id: id, account_id: account, stage: stage, status: status, created_at: created, closed_at: closed, amount: amount }
  - file: changes.csv
    entity: field_change
    columns: { id: id, entity: { value: opportunity }, record_id: deal, field: { value: stage }, old_value: old, new_value: new, changed_at: at }
`;
const segments = `segments:
  tiendas: { of: account, where: ['industry=Retail'] }
  mejores: { of: account, rfm: at_risk }
  clientes: { of: account, stage: customer }
  mal: { of: account, where: ['colour=red'] }
`;

describe('segments, funnel, cohorts and life cycle', () => {
  let cwd = '';
  beforeAll(async () => {
    const { mkdtempSync } = await import('node:fs');
    const { tmpdir } = await import('node:os');
    cwd = mkdtempSync(join(tmpdir(), 'cuadro-analysis-'));
    await cuadro(cwd, ['init']);
    appendFileSync(join(cwd, 'cuadro-data', 'cuadro.yaml'), segments);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
    writeFileSync(join(cwd, 'mapping.yaml'), mapping);
    const imported = await cuadro(cwd, ['import', '.', '--map', 'mapping.yaml', '--json']);
    expect(imported.code, imported.stdout + imported.stderr).toBe(0);
  }, 120_000);

  it('lists segments with their sizes, and what is wrong with one', async () => {
    const listed = await cuadro(cwd, ['segments', '--json']);
    expect(listed.code).toBe(0);
    const found = listed.json().segments;
    expect(found.map(({ name, of, size, total }: Record<string, unknown>) => [name, of, size, total])).toEqual([
      ['tiendas', 'account', 2, 3],
      // End of March: a has the most orders and money (4, 4), but c bought after it (2). b, last in all: lost. c: 4, 2, 2.
      ['mejores', 'account', 1, 3],
      ['clientes', 'account', 3, 3],
      ['mal', 'account', null, 3],
    ]);
    expect(found[3].problem).toMatchObject({ code: 'segment_dimension', found: 'colour' });
    const shown = await cuadro(cwd, ['segments', '--lang', 'en']);
    expect(shown.stdout).toContain('“colour” is no dimension of “account”');
    expect((await cuadro(cwd, ['segments'])).stdout).toMatch(/tiendas +account +industry=Retail +2 +66,7.%/);
  });

  it('filters any query by a segment, and says what cannot be', async () => {
    const query = (kpi: string, segment: string) =>
      cuadro(cwd, ['query', '--kpi', kpi, '--from', '2024-01-01', '--to', '2024-03-31', '--where', `segment=${segment}`, '--json']);
    const values = async (segment: string) =>
      (await query('total_sales', segment)).json().cells.map((cell: { value: number }) => cell.value);
    expect(await values('tiendas')).toEqual([150, 30, 5]);
    const { cells } = (await query('total_sales', 'tiendas')).json();
    appendFileSync(join(cwd, 'cuadro-data', 'cuadro.yaml'), "  banca: { of: account, where: ['industry=Banking'] }\n");
    expect(await values('banca')).toEqual([0, 10, 70]);
    expect((await query('total_sales', 'banca')).json().cells[0].version).not.toBe(cells[0].version);
    expect((await query('total_sales', 'nadie')).json().error).toMatchObject({
      code: 'unknown_segment',
      expected: 'tiendas, mejores, clientes, mal, banca',
    });
    expect((await query('cpl', 'tiendas')).json().error).toMatchObject({ code: 'segment_unreachable', where: 'cpl' });
    expect((await query('total_sales', 'mal')).json().error.code).toBe('segment_dimension');
  });

  it('records of a segment are as many as its number', async () => {
    const argv = ['records', '--kpi', 'total_sales', '--from', '2024-01-01', '--to', '2024-03-31', '--where', 'segment=tiendas', '--json'];
    expect((await cuadro(cwd, argv)).json().total).toBe(4);
  });

  it('shows the funnel', async () => {
    const dates = ['--from', '2024-01-01', '--to', '2024-01-31'];
    const { funnels } = (await cuadro(cwd, ['funnel', ...dates, '--json'])).json();
    const counts = funnels[0].stages.map((one: { stage: string; entered: { count: number }; advanced: { count: number } }) => [
      one.stage,
      one.entered.count,
      one.advanced.count,
    ]);
    expect(counts).toEqual([
      ['Contacto', 3, 1],
      ['Propuesta', 1, 1],
    ]);
    expect(funnels[0].bottleneck).toBe('Contacto');
    const shown = await cuadro(cwd, ['funnel', ...dates]);
    expect(shown.stdout).toMatch(/Contacto +3 +1 +33,3.% +33,3.% +0 +0 +1 +1/);
    expect(shown.stdout).toContain('Cuello de botella: «Contacto»');
    expect((await cuadro(cwd, ['funnel', ...dates, '--by-value', '--lang', 'en'])).stdout).toMatch(/Contacto +€220 +€100/);
    expect(
      (await cuadro(cwd, ['funnel', ...dates, '--where', 'segment=tiendas', '--json'])).json().funnels[0].stages[0].entered.count,
    ).toBe(2);
    expect((await cuadro(cwd, ['funnel', '--entity', 'lead', '--json'])).json().error.code).toBe('kpi_unavailable');
    expect((await cuadro(cwd, ['funnel', '--entity', 'deal', '--json'])).json().error.code).toBe('option_invalid');
  });

  it('shows cohorts', async () => {
    const argv = ['cohorts', '--measure', 'activity', '--from', '2024-01-01', '--to', '2024-03-31'];
    const { cohorts, unit } = (await cuadro(cwd, [...argv, '--json'])).json();
    expect(unit).toBe('rate');
    expect(
      cohorts.map(({ size, cells }: { size: number; cells: { value: number }[] }) => [size, ...cells.map(({ value }) => value)]),
    ).toEqual([
      [2, 1, 0.5, 0.5],
      [1, 1, 1],
      [0, null],
    ]);
    expect((await cuadro(cwd, argv)).stdout).toMatch(/ene 2024 +2 +100,0.% +50,0.% +50,0.%/);
    const wrong = await cuadro(cwd, ['cohorts', '--kind', 'leads', '--measure', 'activity', '--json']);
    expect([wrong.code, wrong.json().error.code]).toEqual([2, 'cohort_measure']);
  });

  it('shows the life cycle', async () => {
    const { stages, transitions } = (await cuadro(cwd, ['lifecycle', '--at', '2024-02-29', '--from', '2024-01-08', '--json'])).json();
    expect(stages).toEqual([
      { stage: 'lead', before: 0, after: 0 },
      { stage: 'opportunity', before: 3, after: 0 },
      { stage: 'customer', before: 0, after: 3 },
      { stage: 'lapsed', before: 0, after: 0 },
    ]);
    expect(transitions).toEqual([{ from: 'opportunity', to: 'customer', accounts: 3 }]);
    expect((await cuadro(cwd, ['lifecycle', '--at', '2024-02-29', '--from', '2024-01-08'])).stdout).toMatch(/cliente +0 +3/);
  });
});

it('says that there are no segments', async () => {
  const cwd = temporaryFolder();
  await cuadro(cwd, ['init']);
  expect((await cuadro(cwd, ['segments'])).stdout).toContain('No hay segmentos');
  expect((await cuadro(cwd, ['segments', '--json'])).json()).toEqual({ segments: [] });
});

it.each([
  ['segments: { a: { of: account, rfm: champion } }', 'segments.a.rfm'],
  ['segments: { a: { of: lead, stage: customer } }', 'segments.a.stage'],
  ['segments: { a: { of: lead, where: [nonsense] } }', 'segments.a.where[0]'],
  ['segments: { a: { of: lead } }', 'segments.a'],
  ['segments: { a: { of: lead, wher: [] } }', 'segments.a.wher'],
  ['rfm: { months: 0 }', 'rfm.months'],
])('refuses %s', async (text, where) => {
  const cwd = temporaryFolder();
  await cuadro(cwd, ['init']);
  appendFileSync(join(cwd, 'cuadro-data', 'cuadro.yaml'), `${text}\n`);
  const ran = await cuadro(cwd, ['segments', '--json']);
  expect(ran.code).toBe(2);
  expect(ran.json().error.code).toBe('settings_invalid');
  expect(ran.json().error.where).toContain(`(${where})`);
});
