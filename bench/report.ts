import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { marker } from './server/report.ts';

/** One line of the table. */
export interface Finding {
  readonly what: string;
  readonly measured: string;
  /** The measure against its target, `null` where nothing was promised. */
  readonly ratio: string;
  readonly target: string | null;
  readonly isMet: boolean | null;
}

const verdict = ({ isMet }: Finding): string => (isMet === null ? '–' : isMet ? 'met' : 'not met');

const table = (findings: readonly Finding[]): string =>
  [
    '| what | measured | ratio | target | |',
    '|---|---|---|---|---|',
    ...findings.map((one) => `| ${one.what} | ${one.measured} | ${one.ratio} | ${one.target ?? '–'} | ${verdict(one)} |`),
  ].join('\n');

/** What the times were taken on. */
const machine = (): string =>
  `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 1024 ** 3)} GB of memory, ${process.platform}, Node ${process.versions.node}`;

export const print = (finding: Finding): void =>
  console.log(
    `${finding.what}: ${finding.measured} → ${finding.ratio}${finding.target === null ? '' : ` (target ${finding.target}: ${verdict(finding)})`}`,
  );

/** Writes the table to docs/benchmarks.md; the server's part stays. */
export async function writeReport(file: string, findings: readonly Finding[], command: string, on: string): Promise<void> {
  const [, server] = (await readFile(file, 'utf8').catch(() => '')).split(marker);
  await writeFile(
    file,
    `# Benchmarks

Written by \`${command}\` on ${on}. Times of one run on one machine; what holds elsewhere are the ratios.
Machine: ${machine()}.

${table(findings)}

What each line compares, and how, is said in \`bench/README.md\`.
${server === undefined ? '' : `\n${marker}${server}`}`,
  );
}
