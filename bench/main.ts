import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inSeconds, type Taken } from './clock.ts';
import { makeCompany } from './company.ts';
import { measureBoard } from './measure-board.ts';
import { measureImport } from './measure-import.ts';
import { readOptions } from './options.ts';
import { measurePostgres } from './postgres.ts';
import { type Finding, print, writeReport } from './report.ts';

const args = process.argv.slice(2);
const options = readOptions(args);
const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'cuadro-bench-')));
await mkdir(folder, { recursive: true });
const findings: Finding[] = [];
const add = (found: readonly Finding[]): void => {
  for (const finding of found) print(finding);
  findings.push(...found);
};
const wants = options.only;

const tenTimes = (small: Taken, large: Taken, growth: number, what: string): Finding => ({
  what: `${what}, ${growth.toFixed(1)} times the records`,
  measured: `${inSeconds(large)} against ${inSeconds(small)}`,
  ratio: `${(large.seconds / small.seconds).toFixed(1)} times the time`,
  target: `≤ ${growth.toFixed(1)}`,
  isMet: large.seconds <= growth * small.seconds,
});

try {
  if (wants.has('import')) add(await measureImport(options, folder));
  if (wants.has('board') || wants.has('growth') || wants.has('postgres')) {
    const company = await makeCompany(join(folder, 'company'), options.scale);
    const { findings: found, cold } = await measureBoard(options, company);
    add(found);
    if (wants.has('growth')) {
      const small = await makeCompany(join(folder, 'tenth'), options.scale / 10);
      const growth = company.records / small.records;
      add([
        tenTimes((await measureBoard({ ...options, repeats: 1 }, small)).cold, cold, growth, 'Board, nothing cached'),
        tenTimes(small.imported, company.imported, growth, 'Import of the company'),
      ]);
    }
    if (wants.has('postgres')) add(await measurePostgres(company, cold));
  }
} finally {
  if (options.folder === null) await rm(folder, { recursive: true, force: true });
}
const report = new URL('../docs/benchmarks.md', import.meta.url).pathname;
if (options.write) await writeReport(report, findings, `npm run bench -- ${args.join(' ')}`.trim(), new Date().toISOString().slice(0, 10));
