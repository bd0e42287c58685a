import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyDemo } from '../demo.ts';
import { cuadro, temporaryFolder } from './run.ts';

let cwd = '';
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'cuadro-advise-'));
  await copyDemo(join(cwd, 'cuadro-data'), 0.02);
}, 600_000);
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

type Listed = { kpi: string; ref: string | null; part: string; timing: string; nature: string; computable: boolean; records: number };

const advise = async (...argv: string[]) => (await cuadro(cwd, ['advise', ...argv, '--json'])).json();
const error = async (...argv: string[]) => {
  const ran = await cuadro(cwd, ['advise', ...argv, '--json']);
  expect(ran.code).toBe(2);
  return ran.json().error;
};

describe('advise on the sample company', () => {
  test('gives a ranked list for a goal in Spanish words, with its data', async () => {
    const output = await advise('--goal', 'expandir la base de clientes');
    expect(output.goals).toEqual([{ id: 'customer_growth', name: 'Ampliar la base de clientes' }]);
    expect(output.use[0]).toMatchObject({
      kpi: 'new_customers',
      ref: 'K-066',
      name: 'Nuevos clientes',
      rank: 1,
      computable: true,
      missing: [],
      add: null,
      reason: 'Es el objetivo en una cifra: los clientes que ha ganado.',
    });
    expect(output.use[0].records).toBeGreaterThan(0);
    expect(output.use[0].guards).toContainEqual({ kpi: 'cac', name: 'Coste de adquisición de clientes (CAC)', computable: true });
    const primaries = output.use.filter(({ part }: Listed) => part === 'primary');
    expect(primaries.length).toBeLessThanOrEqual(12);
    expect(primaries.some(({ timing }: Listed) => timing === 'leading')).toBe(true);
    expect(primaries.some(({ timing }: Listed) => timing === 'lagging')).toBe(true);
    expect(primaries.some(({ nature }: Listed) => nature === 'failure')).toBe(true);
    expect(output.discard.map(({ kpi }: Listed) => kpi)).toContain('email_campaigns_sent');
  });

  test('recommends the Net Promoter Score for satisfaction, in English too', async () => {
    for (const goal of ['mejorar la satisfacción', 'improve customer satisfaction']) {
      const { use } = await advise('--goal', goal, '--lang', 'en');
      expect(use.slice(0, 2).map(({ ref }: Listed) => ref)).toContain('K-105');
    }
  });

  test('takes several goals, an industry, a role and a limit', async () => {
    const output = await advise(
      '--goal',
      'retention',
      '--goal',
      'cobrar antes',
      '--industry',
      'comercio electrónico',
      '--role',
      'finanzas',
      '--limit',
      '5',
    );
    expect(output.goals.map(({ id }: { id: string }) => id)).toEqual(['retention', 'collection']);
    expect([output.industry.id, output.role.id, output.limit]).toEqual(['retail', 'finance', 5]);
    expect(output.use.filter(({ part }: Listed) => part === 'primary')).toHaveLength(5);
    expect((await advise('--role', 'CEO')).use[0].kpi).toBe('total_sales');
  });

  test('asks the guided questions and goes by the answers', async () => {
    const { themes } = await advise('--questions');
    expect(themes).toHaveLength(8);
    const ids = themes.flatMap(({ questions }: { questions: { id: string }[] }) => questions.map(({ id }) => id));
    expect(ids).toContain('complaints_churn');
    const led = await advise('--answer', 'complaints_churn=sí', '--answer', 'receivables_sales=no');
    expect(led.goals.map(({ id }: { id: string }) => id)).toEqual(['retention', 'satisfaction', 'collection']);
    expect(led.use.map(({ kpi }: Listed) => kpi)).toEqual(expect.arrayContaining(['churn_rate', 'receivables_overdue']));
    expect((await cuadro(cwd, ['advise', '--answer', 'complaints_churn=no'])).stdout).toContain('no piden ningún indicador');
  });

  test('puts a KPI to the test', async () => {
    const output = await advise('--fitness', 'churn_rate', '--goal', 'retención', '--industry', 'SaaS');
    expect(output.criteria.map(({ criterion }: { criterion: string }) => criterion)).toEqual([
      'clear',
      'measurable',
      'relevant',
      'specific',
      'actionable',
      'owned',
    ]);
    expect(output.criteria[2]).toMatchObject({ score: 1, reasons: [{ code: 'serves_goals', text: 'sirve a: Retener a los clientes' }] });
    expect((await cuadro(cwd, ['advise', '--fitness', 'churn_rate'])).stdout).toContain('Accionable');
  });

  test('looks over a set of KPIs', async () => {
    const { findings } = await advise('--lint', 'new_leads,total_sales', '--lang', 'en');
    expect(findings).toMatchObject([
      { code: 'activity_without_progress', kpis: ['new_leads'], instead: ['qualified_leads'] },
      { code: 'no_failure' },
    ]);
    expect(findings[0].message).toBe('"New leads" measures activity and lacks its progress beside it: Qualified leads sent to sales.');
    const sound = await cuadro(cwd, ['advise', '--lint', 'qualified_leads', 'total_sales', 'churn_rate']);
    expect(sound.stdout).toContain('El conjunto está bien');
  });

  test('shows people the three lists', async () => {
    const { stdout } = await cuadro(cwd, ['advise', '--goal', 'grow the customer base', '--lang', 'en']);
    expect(stdout).toContain('Goals: Grow the customer base');
    expect(stdout).toMatch(/Use\n.*KPI/);
    expect(stdout).toContain('Read together');
    expect(stdout).toContain('Discard');
  });

  test('without anything asked, says what can be', async () => {
    const output = await advise();
    expect(output.goals.map(({ id }: { id: string }) => id)).toContain('data_trust');
    expect(output.industries).toHaveLength(10);
    expect(output.roles).toHaveLength(7);
  });

  test('names those there are when it does not understand', async () => {
    expect(await error('--goal', 'bailar')).toMatchObject({
      code: 'unknown_goal',
      found: 'bailar',
      expected: expect.stringContaining('customer_growth, satisfaction'),
    });
    expect(await error('--industry', 'minería')).toMatchObject({ code: 'unknown_industry', expected: expect.stringContaining('saas') });
    expect(await error('--role', 'astronauta')).toMatchObject({ code: 'unknown_role', expected: expect.stringContaining('finance') });
    expect(await error('--answer', 'pipeline_reel=no')).toMatchObject({ code: 'unknown_question', expected: 'pipeline_real' });
    expect(await error('--answer', 'pipeline_real=quizá')).toMatchObject({ code: 'answer_invalid' });
    expect(await error('--limit', '0', '--goal', 'retention')).toMatchObject({ code: 'option_invalid' });
    expect(await error('--fitness', 'new_customer')).toMatchObject({ code: 'unknown_kpi', expected: 'new_customers' });
  });
});

test('on a workspace without data everything is to aspire to, with what to add', async () => {
  const empty = temporaryFolder();
  expect((await cuadro(empty, ['init'])).code).toBe(0);
  const output = (await cuadro(empty, ['advise', '--goal', 'cobrar', '--json'])).json();
  expect(output.use).toEqual([]);
  expect(output.findings).toMatchObject([{ code: 'nothing_chosen' }]);
  expect(output.aspire.map(({ kpi }: Listed) => kpi)).toEqual(expect.arrayContaining(['dso', 'receivables_overdue']));
  for (const { add } of output.aspire) expect(add).toMatch(/facturas|pedidos/);
  expect((await cuadro(empty, ['advise', '--goal', 'cobrar'])).stdout).toContain('Aspire a');
});

test('questions and what there is to choose from need no workspace', async () => {
  const nowhere = temporaryFolder();
  expect((await cuadro(nowhere, ['advise', '--questions'])).code).toBe(0);
  expect((await cuadro(nowhere, ['advise'])).code).toBe(0);
  expect((await cuadro(nowhere, ['advise', '--goal', 'retention', '--json'])).json().error.code).toBe('workspace_missing');
});
