import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { activityMapping, writeActivities } from './activity.ts';
import { type ChildReport, runJob } from './child.ts';
import { inSeconds, least, ratioOf } from './clock.ts';
import type { Options } from './options.ts';
import type { Finding } from './report.ts';

/** Import of a big activity file against DuckDB's own `create table … as from read_csv`. */
export async function measureImport({ rows, repeats }: Options, folder: string): Promise<readonly Finding[]> {
  const csv = join(folder, 'activity.csv');
  const mapping = join(folder, 'activity.yaml');
  await writeActivities(csv, rows);
  await writeFile(mapping, activityMapping);
  const ours: ChildReport[] = [];
  const theirs: ChildReport[] = [];
  for (let turn = 0; turn < repeats; turn += 1) {
    const database = join(folder, 'read-csv.duckdb');
    const workspace = join(folder, 'activity-workspace');
    theirs.push(await runJob('read-csv', database, csv));
    ours.push(await runJob('import', workspace, mapping, csv));
    for (const path of [database, workspace]) await rm(path, { recursive: true, force: true });
  }
  await rm(csv);
  const peak = Math.max(...ours.map(({ peakMb }) => peakMb));
  const [import_, readCsv] = [least(ours), least(theirs)];
  return [
    {
      what: `Import of ${rows.toLocaleString('en')} activities, against DuckDB's read_csv`,
      measured: `${inSeconds(import_)} against ${inSeconds(readCsv)}`,
      ratio: ratioOf(import_, readCsv),
      target: '≤ 3',
      isMet: import_.seconds <= 3 * readCsv.seconds,
    },
    {
      what: 'Its peak memory',
      measured: `${Math.round(peak)} MB`,
      ratio: `${(peak / 2048).toFixed(2)} of 2 GB`,
      target: '≤ 2 GB',
      isMet: peak <= 2048,
    },
  ];
}
