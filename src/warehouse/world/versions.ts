import { createHash } from 'node:crypto';
import { madeBy } from '../../model/glossary.ts';
import { derivedDatasets, entities } from '../../model/registry.ts';
import { rfmOf } from '../../model/segment.ts';
import type { Settings } from '../../model/settings.ts';
import type { Run } from '../run.ts';
import type { Places } from './places.ts';
import type { WatermarkRow } from './watermark.ts';

const digest = (parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);

/** `epoch`: how often batches were undone or applied again, which counts and numbers of batches do not tell. `revision`: commits. */
type Counter = 'epoch' | 'revision';

const readCounter = async (run: Run, { bookkeeping, dialect }: Places, name: Counter): Promise<number> => {
  const [row] = await run(`select value from ${bookkeeping('meta')} where key = ${dialect.text(name)}`);
  return Number(row?.value ?? 0);
};

/** Counts one more; with `epoch` every version becomes a new one. */
export const bumpCounter = async (run: Run, places: Places, name: Counter): Promise<void> => {
  const next = (await readCounter(run, places, name)) + 1;
  const { bookkeeping, dialect } = places;
  await run(`delete from ${bookkeeping('meta')} where key = ${dialect.text(name)}`);
  await run(`insert into ${bookkeeping('meta')} (key, value) values (${dialect.text(name)}, ${dialect.text(String(next))})`);
};

/** How many commits a workspace has seen: what is in memory holds while it stays. */
export const readRevision = (run: Run, places: Places): Promise<number> => readCounter(run, places, 'revision');

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
  // Only a workspace keeps counters.
  const epoch = places.facts === null ? 0 : await readCounter(run, places, 'epoch');
  const rows = new Map(found.map((row) => [Number(row.k), [row.n, row.b]]));
  const versions = new Map<string, string>();
  names.forEach((name, index) => {
    const reach = watermarks.filter((one) => one.entity === name).map((one) => [one.source, one.instant]);
    versions.set(name, digest([epoch, rows.get(2 * index), rows.get(2 * index + 1), reach.sort()]));
  });
  const made = [
    settings.timezone,
    settings.currency,
    settings.customer,
    madeBy(settings),
    settings.business_hours ?? null,
    settings.holidays,
    rfmOf(settings),
  ];
  for (const dataset of derivedDatasets.values())
    versions.set(dataset.name, digest([dataset.from.map((name) => versions.get(name)), made]));
  return versions;
};
