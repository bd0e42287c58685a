import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { CuadroError } from '../../model/error.ts';
import { sampleSettings } from '../../sample/settings.ts';
import { writeSampleCompany } from '../../sample/write.ts';
import { customersOperation } from '../operations/customers.ts';
import { importOperation } from '../operations/import.ts';
import { callOperation, type Surroundings } from '../run-operation.ts';
import { markSample } from './sample.ts';
import { writeSampleStore } from './sample-store.ts';
import { settingsFile } from './workspace.ts';

export interface Demo {
  readonly workspace: string;
  readonly until: string;
  readonly records: number;
  readonly seconds: number;
}

/** The last day of the month before. */
const lastMonthEnd = (now: Temporal.Instant): string =>
  now.toZonedDateTimeISO('Europe/Madrid').toPlainDate().with({ day: 1 }).subtract({ days: 1 }).toString();

function checkedDay(until: string): string {
  try {
    const day = Temporal.PlainDate.from(until, { overflow: 'reject' });
    if (/^\d{4}-\d\d-\d\d$/.test(until) && day.year >= 1990 && day.year <= 2100) return until;
  } catch {
    // said below
  }
  throw new CuadroError({ code: 'option_invalid', where: '--until', found: until, expected: 'YYYY-MM-DD', params: { option: '--until' } });
}

/**
 * Makes a workspace with the sample company: it appears whole or not at all.
 * @throws CuadroError `workspace_exists`, `option_invalid`
 */
export async function createDemo(wanted: { until: string | null; scale: number }, surroundings: Surroundings): Promise<Demo> {
  const { folder, now, progress } = surroundings;
  if (existsSync(settingsFile(folder))) throw new CuadroError({ code: 'workspace_exists', where: folder });
  if (!(wanted.scale > 0 && wanted.scale <= 1000)) {
    throw new CuadroError({
      code: 'option_invalid',
      where: '--scale',
      found: String(wanted.scale),
      expected: '0 < X ≤ 1000',
      params: { option: '--scale' },
    });
  }
  const until = checkedDay(wanted.until ?? lastMonthEnd(now()));
  const started = now();
  await mkdir(dirname(folder), { recursive: true });
  const making = await mkdtemp(join(dirname(folder), `.${basename(folder)}.demo-`));
  try {
    const files = join(making, 'sample');
    progress({ step: 'sample', done: null, total: null, unit: null });
    const { records } = await writeSampleCompany({ folder: files, until, scale: wanted.scale });
    const workspace = join(making, 'workspace');
    await mkdir(workspace);
    const settings = sampleSettings(until);
    await writeFile(settingsFile(workspace), stringify(settings));
    await callOperation(
      importOperation,
      { paths: [files], mapping: { text: await readFile(join(files, 'mapping.yaml'), 'utf8'), file: 'mapping.yaml' }, strict: true },
      { ...surroundings, folder: workspace },
    );
    const { customers } = await callOperation(customersOperation, { need: 'risk', limit: 2 }, { ...surroundings, folder: workspace });
    await writeSampleStore(workspace, {
      until,
      timezone: settings.timezone ?? 'Europe/Madrid',
      customers,
      storeUrl: surroundings.storeUrl ?? null,
    });
    await markSample(workspace, { until, scale: wanted.scale });
    if (existsSync(folder)) await rm(folder, { recursive: false }).catch(() => undefined);
    await rename(workspace, folder);
    return { workspace: folder, until, records, seconds: Math.round(started.until(now()).total('seconds') * 10) / 10 };
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}
