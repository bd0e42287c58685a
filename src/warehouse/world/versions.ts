import { createHash } from 'node:crypto';
import { derivedDatasets, entities } from '../../model/registry.ts';
import type { Settings } from '../../model/settings.ts';
import type { Run } from '../run.ts';
import type { Places } from './places.ts';
import type { WatermarkRow } from './watermark.ts';

const digest = (parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);

const epochKey = 'epoch';

/** How often batches were undone or applied again: counts and numbers of batches do not tell. Only a workspace keeps it. */
const readEpoch = async (run: Run, { facts, bookkeeping, dialect }: Places): Promise<number> => {
  if (facts === null) return 0;
  const [row] = await run(`select value from ${bookkeeping('meta')} where key = ${dialect.text(epochKey)}`);
  return Number(row?.value ?? 0);
};

/** Makes every version a new one. */
export const bumpEpoch = async (run: Run, places: Places): Promise<void> => {
  const next = (await readEpoch(run, places)) + 1;
  const { bookkeeping, dialect } = places;
  await run(`delete from ${bookkeeping('meta')} where key = ${dialect.text(epochKey)}`);
  await run(`insert into ${bookkeeping('meta')} (key, value) values (${dialect.text(epochKey)}, ${dialect.text(String(next))})`);
};

/**
 * For each dataset a text that changes when its rows or its watermark do; of derived ones also with the settings they are made
 * by. Reads counts and batch numbers only: some milliseconds on millions of rows.
 */
export const readVersions = async (
  run: Run,
  places: Places,
  settings: Settings,
  watermarks: readonly WatermarkRow[],
): Promise<ReadonlyMap<string, string>> => {
  const names = places.datasets.filter((name) => entities.has(name));
  const counts = names.flatMap((name, index) => [
    `select ${2 * index} as k, count(*) as n, max(_batch) as b from ${places.main(name)}`,
    `select ${2 * index + 1} as k, count(*) as n, max(_until) as b from ${places.history(name)}`,
  ]);
  const found = counts.length === 0 ? [] : await run(counts.join('\nunion all '));
  const epoch = await readEpoch(run, places);
  const rows = new Map(found.map((row) => [Number(row.k), [row.n, row.b]]));
  const versions = new Map<string, string>();
  names.forEach((name, index) => {
    const reach = watermarks.filter((one) => one.entity === name).map((one) => [one.source, one.instant]);
    versions.set(name, digest([epoch, rows.get(2 * index), rows.get(2 * index + 1), reach.sort()]));
  });
  const made = [settings.timezone, settings.currency, settings.customer, settings.business_hours ?? null, settings.holidays];
  for (const dataset of derivedDatasets.values())
    versions.set(dataset.name, digest([dataset.from.map((name) => versions.get(name)), made]));
  return versions;
};
