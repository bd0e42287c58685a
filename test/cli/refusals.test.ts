import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cuadro, temporaryFolder } from './run.ts';

const range = ['--from', '2026-01-01', '--to', '2026-03-31'];

describe('the settings of KPIs', () => {
  it.each([
    ['query', ['--kpi', 'opportunity_conversion_rate', ...range]],
    ['explain', ['--kpi', 'opportunity_conversion_rate', ...range]],
    ['records', ['--kpi', 'opportunity_conversion_rate', ...range]],
    ['kpis', []],
  ])('are checked by %s: a KPI that there is not is refused by name', async (command, options) => {
    const cwd = temporaryFolder();
    await cuadro(cwd, ['init']);
    const file = join(cwd, 'cuadro-data', 'cuadro.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nkpis:\n  oportunity_rate:\n    months: 3\n`);
    const ran = await cuadro(cwd, [command, ...options, '--json']);
    expect(ran.code).toBe(2);
    expect(ran.json().error).toMatchObject({ code: 'unknown_kpi', found: 'oportunity_rate' });
  });
});

describe('a KPI without data', () => {
  it('refuses a dimension that its datasets do not have; columns of a source nobody can know yet', async () => {
    const cwd = temporaryFolder();
    await cuadro(cwd, ['init']);
    const ask = async (...more: string[]) =>
      (await cuadro(cwd, ['query', '--kpi', 'opportunity_conversion_rate', ...range, ...more, '--json'])).json();
    expect((await ask('--by', 'owner.nmae')).error).toMatchObject({ code: 'unknown_dimension', found: 'owner.nmae' });
    expect((await ask('--where', 'colour=red')).error).toMatchObject({ code: 'unknown_dimension', found: 'colour' });
    for (const dimension of ['owner.name', 'custom.region', 'account.custom.tier']) {
      expect((await ask('--by', dimension)).cells[0]).toMatchObject({ state: 'unavailable' });
    }
  });
});
