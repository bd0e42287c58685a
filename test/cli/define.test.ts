import { mkdtempSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ran, cuadro as run } from './run.ts';

const own = (more: Readonly<Record<string, string>> = {}): string => {
  const parts: Record<string, string> = {
    version: 'version: 1\nsince: 2026-01-01\n',
    where: "['status=won', 'amount>=1000']",
    value: '0.5',
    unit: 'unit: rate\n',
    ...more,
  };
  return `id: big_deal_share
name: { es: Parte de tratos grandes, en: Share of big deals }
definition: { es: Tratos ganados de 1.000 € o más entre los ganados., en: Deals won of 1.000 € or more among those won. }
area: pipeline
direction: up
${parts.unit}${parts.version}metric:
  kind: ratio
  of: proportion
  numerator: { kind: simple, dataset: opportunity, aggregate: count, at: closed_at, where: ${parts.where} }
  denominator: { kind: simple, dataset: opportunity, aggregate: count, at: closed_at, where: ['status=won'] }
examples:
  - name: one of two
    given:
      opportunity:
        - { status: won, amount: 5000, currency: EUR, closed_at: 2026-01-10 }
        - { status: won, amount: 400, currency: EUR, closed_at: 2026-01-11 }
        - { status: lost, amount: 9000, currency: EUR, closed_at: 2026-01-12 }
    exported_at: 2026-01-31
    query: { from: 2026-01-01, to: 2026-01-31 }
    expect: [{ start: 2026-01-01, value: ${parts.value}, numerator: 1, denominator: 2 }]
    because: Of two deals won, one is of 1,000 or more.
`;
};

const folder = mkdtempSync(join(tmpdir(), 'cuadro-define-'));
const data = join(folder, 'workspace');
const cuadro = (argv: readonly string[]): Promise<Ran> => run(folder, argv);
const file = (): string => join(folder, 'own.yaml');
const define = async (text: string, ...options: string[]) => {
  await writeFile(file(), text);
  return cuadro(['define', file(), '--data', data, '--json', ...options]);
};

beforeAll(async () => {
  await cuadro(['init', '--data', data, '--locale', 'es-ES', '--currency', 'EUR']);
  await mkdir(join(folder, 'in'), { recursive: true });
  await writeFile(
    join(folder, 'in', 'deals.csv'),
    'id,estado,importe,cerrado\n1,won,2000,2026-02-03\n2,won,3000,2026-02-04\n3,won,10,2026-02-05\n4,lost,7000,2026-02-28\n',
  );
  await writeFile(
    join(folder, 'map.yaml'),
    'source: crm\nexported_at: 2026-03-01\nfiles:\n  - file: deals.csv\n    entity: opportunity\n    columns: { id: id, status: estado, amount: importe, currency: { value: EUR }, closed_at: cerrado, created_at: cerrado }\n',
  );
  const imported = await cuadro(['import', join(folder, 'in', 'deals.csv'), '--map', join(folder, 'map.yaml'), '--data', data, '--json']);
  expect(imported.code, imported.stdout).toBe(0);
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test('a KPI of one’s own is checked, saved, asked, changed with its version, and taken out', async () => {
  const checked = await define(own(), '--check');
  expect(JSON.parse(checked.stdout)).toMatchObject({
    kpi: 'big_deal_share',
    outcome: 'checked',
    computable: true,
    examples: [{ differences: [] }],
  });
  expect(await readdir(join(data, 'kpis')).catch(() => [])).toEqual([]);

  expect(JSON.parse((await define(own())).stdout)).toMatchObject({ outcome: 'created', version: 1 });
  expect(JSON.parse((await define(own())).stdout)).toMatchObject({ outcome: 'unchanged' });
  const asked = await cuadro([
    'query',
    '--kpi',
    'big_deal_share',
    '--from',
    '2026-02-01',
    '--to',
    '2026-02-28',
    '--grain',
    'total',
    '--data',
    data,
    '--json',
  ]);
  const { cells } = JSON.parse(asked.stdout);
  expect(cells).toMatchObject([{ kpi: 'big_deal_share', numerator: 2, denominator: 3, n: 3 }]);
  const listed = JSON.parse((await cuadro(['kpis', 'big_deal_share', '--data', data, '--json'])).stdout);
  expect(listed.kpis[0]).toMatchObject({ ref: null, name: 'Parte de tratos grandes', computable: true });

  const kept = await define(own({ where: "['status=won', 'amount>=500']" }));
  expect(kept.code).toBe(2);
  expect(JSON.parse(kept.stdout).error).toMatchObject({ code: 'kpi_version_kept', expected: '≥ 2' });
  const next = await define(own({ where: "['status=won', 'amount>=500']", version: 'version: 2\nsince: 2026-03-01\n' }));
  expect(JSON.parse(next.stdout)).toMatchObject({ outcome: 'updated', version: 2 });
  expect(await readFile(join(data, 'kpis', 'history', 'big_deal_share.v1.yaml'), 'utf8')).toBe(own());

  expect((await cuadro(['define', '--remove', 'big_deal_share', '--data', data, '--json'])).code).toBe(0);
  const gone = await cuadro(['kpis', 'big_deal_share', '--data', data, '--json']);
  expect(JSON.parse(gone.stdout).error.code).toBe('unknown_kpi');
}, 120_000);

test('its examples hold under the settings of the workspace', async () => {
  const dollars = join(folder, 'dollars');
  await cuadro(['init', '--data', dollars, '--currency', 'USD', '--timezone', 'America/Bogota']);
  // In euros this money would have no rate.
  await writeFile(
    file(),
    `id: won_value
name: Won value
definition: Amount of the deals won.
area: pipeline
direction: up
unit: money
since: 2026-01-01
metric: { kind: simple, dataset: opportunity, aggregate: sum, of: amount, at: closed_at, where: ['status=won'] }
examples:
  - name: one deal, late in the evening of Bogota
    given: { opportunity: [{ status: won, amount: 70, currency: USD, closed_at: '2026-02-01T03:00:00Z' }] }
    exported_at: 2026-02-28
    query: { from: 2026-01-01, to: 2026-02-28 }
    expect: [{ start: 2026-01-01, value: 70 }, { start: 2026-02-01, value: 0 }]
    because: Three in the morning in UTC is still 31 January there.
`,
  );
  const checked = await cuadro(['define', file(), '--check', '--data', dollars, '--json']);
  expect(JSON.parse(checked.stdout)).toMatchObject({ outcome: 'checked', examples: [{ differences: [] }] });
});

test.each([
  [
    'an example that does not hold',
    own({ value: '0.4' }),
    { code: 'kpi_example_failed', found: 'value = 0.5 (2026-01-01)', expected: 'value = 0.4' },
  ],
  [
    'a field that there is not',
    own({ where: "['state=won']" }),
    { code: 'kpi_invalid', found: 'state', where: 'own.yaml (metric.numerator.where[0])' },
  ],
  ['a condition that is none', own({ where: "['status won']" }), { code: 'kpi_invalid', found: 'status won' }],
  ['text where a number is due', own({ where: "['amount>=much']" }), { code: 'kpi_invalid', found: 'much' }],
  ['a unit that there is not', own({ unit: 'unit: furlongs\n' }), { code: 'kpi_invalid', found: 'furlongs', where: 'own.yaml:6 (unit)' }],
  ['a key that there is not', own({ unit: 'unit: rate\nformat: x\n' }), { code: 'kpi_invalid' }],
  ['an id of the catalogue', own().replace('big_deal_share', 'csat'), { code: 'kpi_id_taken', found: 'csat' }],
  ['no YAML', 'id: [', { code: 'kpi_not_yaml' }],
])('refuses %s, clearly, and saves nothing', async (_, text, error) => {
  const answered = await define(text);
  expect({ code: answered.code, ...JSON.parse(answered.stdout) }).toMatchObject({ code: 2, error });
  expect(await readdir(join(data, 'kpis')).catch(() => [])).not.toContain('big_deal_share.yaml');
});
