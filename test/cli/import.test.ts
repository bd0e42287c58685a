import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openHost } from '../../src/app/host.ts';
import { copyDemo } from '../demo.ts';
import { cuadro, temporaryFolder } from './run.ts';

const deals = `Deal ID,Deal Name,Account,Owner,Deal Stage,Amount,Create Date,Close Date
1,Alpha,Acme,Ana,Closed Won,"1,000.00",2026-01-05,2026-02-10
2,Beta,Bolt,Luis,Closed Lost,500.00,2026-01-20,2026-02-20
3,Gamma,Acme,Ana,Qualification,300.00,2026-02-01,2026-09-01
`;
const mapping = `source: crm
exported_at: 2026-03-31
files:
  - file: deals.csv
    entity: opportunity
    columns:
      id: Deal ID
      name: Deal Name
      account_id: Account
      owner_id: Owner
      stage: Deal Stage
      status: { from: Deal Stage, values: { Closed Won: won, Closed Lost: lost, Qualification: open } }
      amount: Amount
      created_at: Create Date
      closed_at: { sql: "case when \\"Deal Stage\\" like 'Closed%' then \\"Close Date\\" end" }
`;

async function workspace(): Promise<string> {
  const cwd = temporaryFolder();
  await cuadro(cwd, ['init']);
  writeFileSync(join(cwd, 'deals.csv'), deals);
  writeFileSync(join(cwd, 'mapping.yaml'), mapping);
  return cwd;
}
const imported = (cwd: string, ...more: string[]) => cuadro(cwd, ['import', 'deals.csv', '--map', 'mapping.yaml', '--json', ...more]);

describe('import', () => {
  it('makes one batch, and the same again none', async () => {
    const cwd = await workspace();
    const first = await imported(cwd);
    expect(first.code).toBe(0);
    expect(first.json()).toMatchObject({
      batch: 'b_1',
      source: 'crm',
      entities: [{ entity: 'opportunity', read: 3, created: 3, updated: 0, unchanged: 0, vanished: 0, rejected: 0 }],
      ignored_files: [],
      rejected_file: null,
    });
    const again = await imported(cwd);
    expect(again.code).toBe(0);
    expect(again.json()).toMatchObject({ batch: null, entities: [{ entity: 'opportunity', created: 0, updated: 0, unchanged: 3 }] });
    expect((await cuadro(cwd, ['batches', '--json'])).json().batches).toMatchObject([{ batch: 'b_1', source: 'crm' }]);
  });

  it('feeds query, records and undo', async () => {
    const cwd = await workspace();
    await imported(cwd);
    const ask = [
      'query',
      '--kpi',
      'opportunity_conversion_rate',
      '--from',
      '2026-01-01',
      '--to',
      '2026-03-31',
      '--grain',
      'total',
      '--json',
    ];
    expect((await cuadro(cwd, ask)).json().cells).toMatchObject([{ value: 0.5, numerator: 1, denominator: 2, state: 'ok' }]);
    const records = async (kpi: string, ...more: readonly string[]) =>
      (await cuadro(cwd, ['records', '--kpi', kpi, '--from', '2026-01-01', '--to', '2026-03-31', ...more, '--json'])).json();
    const parts = ['numerator', 'denominator'];
    expect(await records('opportunity_conversion_rate')).toMatchObject({ total: 1, parts, records: [{ entity: 'opportunity', id: '1' }] });
    expect(await records('opportunity_conversion_rate', '--part', 'denominator')).toMatchObject({ total: 2, parts });
    expect(await records('lost_opportunities')).toMatchObject({ total: 1, parts: ['numerator'] });
    expect((await cuadro(cwd, ['undo', 'b_1', '--json'])).code).toBe(0);
    const gone = await cuadro(cwd, ask);
    expect(gone.code).toBe(0);
    expect(gone.json().cells).toMatchObject([{ value: null, state: 'unavailable' }]);
    expect((await cuadro(cwd, ['undo', 'b_1', '--json'])).json().error.code).toBe('batch_already_undone');
  });

  it('of bad rows keeps the good ones and says which were bad, with exit code 3; with --strict keeps nothing', async () => {
    const cwd = await workspace();
    writeFileSync(join(cwd, 'deals.csv'), `${deals}4,Delta,Acme,Ana,Qualification,much,2026-02-01,2026-09-01\n`);
    const strict = await imported(cwd, '--strict');
    expect(strict.code).toBe(2);
    expect(strict.json().error.code).toBe('rows_rejected');
    expect((await cuadro(cwd, ['batches', '--json'])).json().batches).toEqual([]);
    const ran = await imported(cwd);
    expect(ran.code).toBe(3);
    expect(ran.json().entities[0]).toMatchObject({ read: 4, created: 3, rejected: 1 });
    const file = readFileSync(ran.json().rejected_file, 'utf8');
    expect(file.split('\n')[0]).toBe('file,line,column,value,code,reason');
    expect(file).toContain('deals.csv,5,');
    expect(file).toContain('much');
  });

  it('with --dry-run keeps nothing', async () => {
    const cwd = await workspace();
    const ran = await imported(cwd, '--dry-run');
    expect(ran.code).toBe(0);
    expect(ran.json()).toMatchObject({ batch: null, entities: [{ created: 3 }] });
    expect((await cuadro(cwd, ['batches', '--json'])).json().batches).toEqual([]);
  });

  it('without a mapping uses what it is sure of and reports it', async () => {
    const cwd = await workspace();
    const ran = await cuadro(cwd, ['import', 'deals.csv', '--json']);
    expect(ran.code).toBe(0);
    expect(ran.json()).toMatchObject({
      batch: 'b_1',
      entities: [{ entity: 'opportunity', created: 3 }],
      recognised: [{ file: 'deals.csv', entity: 'opportunity', columns: { id: 'Deal ID', amount: 'Amount', owner_id: 'Owner' } }],
    });
    const cells = await cuadro(cwd, [
      'query',
      '--kpi',
      'opportunity_conversion_rate',
      '--from',
      '2026-02-01',
      '--to',
      '2026-02-28',
      '--partial',
      '--json',
    ]);
    expect(cells.json().cells[0]).toMatchObject({ numerator: 1, denominator: 2 });
  });

  it('without a mapping refuses what is in doubt and says what to add', async () => {
    const cwd = await workspace();
    writeFileSync(
      join(cwd, 'deals.csv'),
      deals.replaceAll('Closed Won', 'Grün').replaceAll('Closed Lost', 'Rot').replaceAll('Qualification', 'Gelb'),
    );
    const ran = await cuadro(cwd, ['import', 'deals.csv', '--json', '--lang', 'en']);
    expect(ran.code).toBe(2);
    expect(ran.json().error).toMatchObject({ code: 'unsure_status_unknown', where: 'deals.csv: Deal Stage', expected: 'open, won, lost' });
    expect(ran.json().error.fix).toContain('--suggest');
  });

  it('--suggest prints a mapping that works as it is, and needs no workspace', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'deals.csv'), deals);
    const ran = await cuadro(cwd, ['import', '--suggest', 'deals.csv', '--source', 'crm']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(cwd)).toEqual(['deals.csv']);
    writeFileSync(join(cwd, 'mapping.yaml'), ran.stdout);
    await cuadro(cwd, ['init']);
    expect((await imported(cwd)).json()).toMatchObject({ source: 'crm', entities: [{ created: 3, rejected: 0 }] });
    const json = await cuadro(cwd, ['import', '--suggest', 'deals.csv', '--json']);
    expect(json.json()).toMatchObject({ files: [{ file: 'deals.csv', entity: 'opportunity' }], doubts: [] });
  });

  it.each([
    [['nowhere.csv'], 'file_not_found'],
    [['deals.csv', '--map', 'nowhere.yaml'], 'mapping_unreadable'],
  ])('%j is refused', async (argv, code) => {
    const cwd = await workspace();
    const ran = await cuadro(cwd, ['import', ...argv, '--json']);
    expect(ran.code).toBe(2);
    expect(ran.json().error.code).toBe(code);
  });

  it('through a server gives the same result', async () => {
    const cwd = await workspace();
    const host = await openHost(join(cwd, 'cuadro-data'), () => Temporal.Instant.from('2026-07-15T10:00:00Z'));
    onTestFinished(() => host.close());
    const ran = await imported(cwd);
    expect(ran.code).toBe(0);
    expect(ran.json()).toMatchObject({ batch: 'b_1', entities: [{ created: 3 }] });
    expect(ran.stderr).not.toBe('');
  });
});

describe('demo', () => {
  it('makes the sample company, and refuses to make it over something', async () => {
    const cwd = temporaryFolder();
    const made = await copyDemo(join(cwd, 'cuadro-data'), 0.02);
    expect(made.printed).toMatchObject({ workspace: join(made.cwd, 'cuadro-data'), until: '2026-06-30' });
    expect(made.left).toEqual(['cuadro-data']);
    const { kpis } = (await cuadro(cwd, ['kpis', '--json'])).json();
    expect(kpis.filter(({ computable }: { computable: boolean }) => computable).length).toBeGreaterThan(40);
    expect((await cuadro(cwd, ['demo', '--json'])).json().error.code).toBe('workspace_exists');
    expect((await cuadro(cwd, ['--data', 'x', 'demo', '--scale', '-1', '--json'])).json().error.code).toBe('option_invalid');
    expect((await cuadro(cwd, ['--data', 'x', 'demo', '--scale', 'big', '--json'])).json().error.code).toBe('option_invalid');
  }, 300_000);
});
