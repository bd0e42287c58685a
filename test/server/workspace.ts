import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markSample } from '../../src/app/workspace/sample.ts';
import { cuadro } from '../cli/run.ts';
import { copyDemo } from '../demo.ts';

export interface Folder {
  readonly cwd: string;
  readonly folder: string;
  remove(): void;
}

const made = async (fill: (cwd: string, run: (...argv: string[]) => Promise<void>) => Promise<void>): Promise<Folder> => {
  const cwd = mkdtempSync(join(tmpdir(), 'cuadro-server-'));
  await fill(cwd, async (...argv) => {
    const { code, stderr } = await cuadro(cwd, argv);
    if (code !== 0) throw new Error(stderr);
  });
  return { cwd, folder: join(cwd, 'cuadro-data'), remove: () => rmSync(cwd, { recursive: true, force: true }) };
};

/** A workspace with a small sample company, over which questions can be long. */
export const demoWorkspace = (): Promise<Folder> => made(async (cwd) => void (await copyDemo(join(cwd, 'cuadro-data'), 0.02)));

/** A workspace with a few leads that passes for the sample company: enough for whatever is not about figures. */
export const smallWorkspace = (): Promise<Folder> =>
  made(async (cwd, run) => {
    writeFileSync(join(cwd, 'leads.csv'), 'id,created_at\n1,2026-02-01\n2,2026-03-01\n');
    writeFileSync(
      join(cwd, 'm.yaml'),
      'source: crm\nfiles:\n  - file: leads.csv\n    entity: lead\n    columns: { id: id, created_at: created_at }\n',
    );
    await run('init');
    await run('import', 'leads.csv', '--map', 'm.yaml');
    await markSample(join(cwd, 'cuadro-data'), { until: '2026-06-30', scale: 0.005 });
  });
