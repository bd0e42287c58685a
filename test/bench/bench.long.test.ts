import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const execute = promisify(execFile);

/** A small run: the figures by hand agree with the board's, before an import and after, and every line of the table is there. */
test('npm run bench measures, and its figures agree', { timeout: 300_000 }, async () => {
  const args = ['--rows', '2000', '--scale', '0.05', '--batch', '100', '--repeats', '1', '--only', 'import,board'];
  const { stdout } = await execute(process.execPath, ['bench/main.ts', ...args]);
  const lines = stdout.trim().split('\n');
  for (const start of ['Import of 2,000 activities', 'Its peak memory', 'Board of ', 'The same board again', 'The board after an import']) {
    expect(
      lines.filter((line) => line.startsWith(start)),
      start,
    ).toHaveLength(1);
  }
});
