import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readValues } from '../../scripts/docs/pages.ts';
import { measureIn, sampleUntil } from '../../scripts/docs/sample-values.ts';
import { kpis } from '../../src/kpis/catalogue.ts';
import { cuadro } from '../cli/run.ts';
import { datesOf, type Slice, storyFacts, until } from './story.ts';

/** The sample company as anyone gets it with `cuadro demo`, and what its KPIs say of its story. */
let cwd = '';
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'cuadro-story-'));
  const made = await cuadro(cwd, ['demo', '--until', until, '--json']);
  expect(made.stderr.includes('Error'), made.stderr).toBe(false);
  expect(made.code).toBe(0);
}, 600_000);
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function measured(slice: Slice): Promise<number> {
  const { from, to } = datesOf(slice);
  const where = (slice.where ?? []).flatMap((condition) => ['--where', condition]);
  const variant = slice.variant ? ['--variant', slice.variant] : [];
  const { stdout } = await cuadro(cwd, [
    'query',
    '--kpi',
    slice.kpi,
    '--from',
    from,
    '--to',
    to,
    '--grain',
    'total',
    ...where,
    ...variant,
    '--json',
  ]);
  const { cells }: { cells: { value: number | null; group: Record<string, string> }[] } = JSON.parse(stdout);
  const wanted = Object.entries(slice.group ?? {});
  const cell = cells.find(({ group }) => wanted.every(([name, value]) => group[name] === value));
  expect(cell?.value, stdout).not.toBeNull();
  return cell?.value ?? Number.NaN;
}

describe('the story that the KPIs tell', () => {
  test.each(storyFacts.map((fact) => [`${fact.twist}: ${fact.says}`, fact] as const))('%s', async (_, { left, relation, times, right }) => {
    const [found, compared] = [await measured(left), await measured(right)];
    if (relation === 'above') expect(found).toBeGreaterThan(times * compared);
    else expect(found).toBeLessThan(times * compared);
  });
});

test('every KPI of the catalogue can be computed, and has a value in its last whole period', async () => {
  const { stdout } = await cuadro(cwd, ['kpis', '--json']);
  const listed: { kpis: { id: string; computable: boolean; missing: string[] }[] } = JSON.parse(stdout);
  expect(listed.kpis.filter(({ computable }) => !computable)).toEqual([]);
  const told = new Set<string>();
  for (const [grain, alike] of Map.groupBy(kpis.values(), (kpi) => kpi.grain)) {
    const ids = alike.map(({ id }) => id).join(',');
    const answered = await cuadro(cwd, ['query', '--kpi', ids, '--from', '2023-11-01', '--to', until, '--grain', grain, '--json']);
    const { cells }: { cells: { kpi: string; value: number | null }[] } = JSON.parse(answered.stdout);
    for (const { kpi, value } of cells) if (value !== null && value !== 0) told.add(kpi);
  }
  expect([...kpis.keys()].filter((id) => !told.has(id))).toEqual([]);
}, 300_000);

test('the values in the documents are those of this company', async () => {
  expect(sampleUntil).toBe(until);
  const [told, measured] = [await readValues(), await measureIn(cwd)];
  expect(Object.keys(told).toSorted()).toEqual(Object.keys(measured).toSorted());
  const differing = Object.entries(measured).filter(([id, now]) => {
    const then = told[id];
    const isClose = typeof then?.value === 'number' && Math.abs((now.value ?? 0) - then.value) <= 1e-6 * Math.max(1, Math.abs(then.value));
    return !isClose || then?.start !== now.start || then?.group !== now.group;
  });
  expect(differing, 'run npm run docs -- --measure').toEqual([]);
}, 120_000);
