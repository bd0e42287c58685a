import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main.ts';
import { kpis } from '../../src/kpis/catalogue.ts';

/** What a KPI is in the sample company, in its last whole period. */
export interface SampleValue {
  readonly start: string;
  readonly end: string;
  readonly value: number | null;
  /** Of a mix or ranking: whose value it is, the greatest. */
  readonly group: string | null;
}

export type SampleValues = Readonly<Record<string, SampleValue>>;

/** The day to which the sample company of the documents reaches. */
export const sampleUntil = '2026-10-31';
/** The end of the last whole period by then. */
const lastEnd = { day: sampleUntil, week: '2026-10-25', month: sampleUntil, quarter: '2026-09-30', year: '2025-12-31' } as const;

async function cuadro(cwd: string, argv: readonly string[]): Promise<unknown> {
  let stdout = '';
  const code = await main([...argv, '--json'], {
    stdout: (text) => {
      stdout += text;
    },
    stderr: () => {},
    cwd,
    env: { LANG: 'es_ES.UTF-8' },
    now: () => Temporal.Now.instant(),
    interactive: false,
    signal: new AbortController().signal,
  });
  if (code !== 0) throw new Error(`cuadro ${argv.join(' ')} ended with ${code}: ${stdout}`);
  return JSON.parse(stdout);
}

interface Cells {
  readonly cells: readonly {
    readonly kpi: string;
    readonly period: { start: string; end: string };
    readonly value: number | null;
    readonly group: Record<string, string | null>;
  }[];
}

/** @param cwd a folder in which the sample company is; every KPI by the period it is best read by */
export async function measureIn(cwd: string): Promise<SampleValues> {
  const values: Record<string, SampleValue> = {};
  for (const [grain, group] of Map.groupBy(kpis.values(), (kpi) => kpi.grain)) {
    const ids = group.map(({ id }) => id).join(',');
    // The one place where the command line's JSON is read back.
    const { cells } = (await cuadro(cwd, [
      'query',
      '--kpi',
      ids,
      '--from',
      '2023-11-01',
      '--to',
      lastEnd[grain],
      '--grain',
      grain,
    ])) as Cells;
    for (const { id } of group) {
      const own = cells.filter((cell) => cell.kpi === id && cell.value !== null);
      const last = own.at(-1)?.period.start;
      const greatest = own
        .filter(({ period }) => period.start === last)
        .reduce<Cells['cells'][number] | null>(
          (most, cell) => (most === null || (cell.value ?? 0) > (most.value ?? 0) ? cell : most),
          null,
        );
      if (!greatest) continue;
      const group = Object.values(greatest.group);
      // Ten digits: enough to compare, without the last bits that differ from machine to machine.
      values[id] = {
        ...greatest.period,
        value: Number(greatest.value?.toPrecision(10)),
        group: group.length === 0 ? null : group.join(' · '),
      };
    }
  }
  return values;
}

/** Makes the sample company and measures it. About a minute and a half. */
export async function measureSample(): Promise<SampleValues> {
  const cwd = mkdtempSync(join(tmpdir(), 'cuadro-docs-'));
  try {
    await cuadro(cwd, ['demo', '--until', sampleUntil]);
    return await measureIn(cwd);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
