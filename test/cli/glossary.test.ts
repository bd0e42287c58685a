import { mkdtempSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cuadro } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'cuadro-glossary-'));
const data = join(folder, 'data');

beforeAll(async () => {
  await cuadro(folder, ['init', '--data', data, '--lang', 'en']);
  await writeFile(
    join(folder, 'leads.csv'),
    [
      'id,created_at,email,qualified_at,handed_over_at',
      '1,2026-01-05,a@x.es,2026-01-08,',
      '2,2026-01-06,,2026-01-09,2026-01-20',
      '3,2026-01-07,c@x.es,,',
    ].join('\n'),
  );
  await cuadro(folder, ['import', join(folder, 'leads.csv'), '--data', data]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const mean = async (glossary: string) => {
  const file = join(data, 'cuadro.yaml');
  const before = (await readFile(file, 'utf8')).replace(/^glossary:.*\n/m, '');
  await writeFile(file, `${before}glossary: ${glossary}\n`);
};
const firstCell = async (kpi: string) => {
  const ran = await cuadro(folder, [
    'query',
    '--kpi',
    kpi,
    '--from',
    '2026-01-01',
    '--to',
    '2026-01-31',
    '--partial',
    '--data',
    data,
    '--json',
  ]);
  const [cell] = ran.json().cells;
  return { value: cell.value, version: cell.version };
};

test('lists each word with its meaning in force, the others and the KPIs that use it', async () => {
  await mean('{ qualified: handed_over_at }');
  const ran = await cuadro(folder, ['glossary', '--data', data, '--lang', 'en', '--json']);
  const terms: readonly { term: string; value: unknown; means: string; others: { value: string }[]; kpis: string[] }[] = ran.json().terms;
  expect(terms.map(({ term }) => term)).toEqual([
    'lead',
    'prospect',
    'qualified',
    'acquired',
    'converted',
    'customer',
    'active',
    'churn_date',
  ]);
  const qualified = terms.find(({ term }) => term === 'qualified');
  expect(qualified).toMatchObject({ value: 'handed_over_at', means: 'From the day marketing hands it over to sales.' });
  expect(qualified?.others.map(({ value }) => value)).toEqual(['qualified_at', 'accepted_at']);
  expect(qualified?.kpis).toContain('lead_qualification_rate');
  expect(terms.find(({ term }) => term === 'active')).toMatchObject({ value: 365, others: [] });
  const text = (await cuadro(folder, ['glossary', '--data', data, '--lang', 'es'])).stdout;
  expect(text).toContain('Cualificado: Desde que marketing lo entrega a ventas.');
  expect(text).toContain('glossary.qualified: handed_over_at');
});

test('a KPI shows the words it uses and follows them', async () => {
  await mean('{}');
  const usual = await firstCell('new_leads');
  expect(usual.value).toBe(3);
  await mean('{ lead: reachable }');
  const reachable = await firstCell('new_leads');
  expect(reachable.value).toBe(2);
  expect(reachable.version).not.toBe(usual.version);
  const shown = await cuadro(folder, ['kpis', 'new_leads', '--data', data, '--lang', 'en', '--json']);
  expect(shown.json().kpis[0].terms).toMatchObject([{ term: 'lead', value: 'reachable' }, { term: 'prospect' }, { term: 'qualified' }]);
  const text = (await cuadro(folder, ['kpis', 'new_leads', '--data', data, '--lang', 'en'])).stdout;
  expect(text).toContain(
    'Lead: Only one that can be reached: it has an e-mail address or a phone number. (glossary.lead: reachable; or every_record)',
  );
  await mean('{ churn_date: end_of_service }');
  expect((await firstCell('new_leads')).version).toBe(usual.version);
});

test('a KPI that a meaning takes the data from says which are missing', async () => {
  await mean('{ qualified: accepted_at }');
  const shown = await cuadro(folder, ['kpis', 'lead_qualification_rate', '--data', data, '--json']);
  expect(shown.json().kpis[0]).toMatchObject({ computable: false, missing: ['lead.accepted_at'] });
});
