import { appendFile, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Entities of the sample that a day's export brings, with their share of its rows. */
const shares: Readonly<Record<string, number>> = {
  activity: 0.4,
  campaign_message: 0.2,
  web_session: 0.15,
  ticket: 0.08,
  lead: 0.06,
  order: 0.05,
  opportunity: 0.04,
  invoice: 0.02,
};

/** Times of the last days of the benchmark's company: those that a new record has are moved there. */
const lastDays = ['2026-07-29', '2026-07-30', '2026-07-31'];

const isTime = (value: string): boolean => /^\d{4}-\d\d-\d\d(T|$)/.test(value);

/** Cells of a plain CSV line; the sample quotes free text only. */
const cellsOf = (line: string): string[] => {
  const cells: string[] = [];
  for (const [, quoted, plain] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g))
    cells.push(quoted === undefined ? (plain ?? '') : `"${quoted}"`);
  return cells;
};

/** The first lines of a file that may be long. */
async function headOf(file: string, count: number): Promise<readonly string[]> {
  const handle = await open(file);
  const lines: string[] = [];
  for await (const line of handle.readLines()) if (lines.push(line) >= count) break;
  await handle.close().catch(() => undefined); // The reader may have closed it.
  return lines;
}

/**
 * Writes the next export of a company that `writeSampleCompany` wrote: so many rows of its last three days, nine in ten of them new
 * records and the others changed ones.
 * @param turn tells apart the new records of one export and the next
 * @returns the files
 */
export async function writeNextBatch(sample: string, folder: string, rows: number, turn: number): Promise<readonly string[]> {
  const files: string[] = [];
  for (const [entity, share] of Object.entries(shares)) {
    const [head = '', ...lines] = await headOf(join(sample, `${entity}.csv`), Math.ceil(rows * share) + 1);
    const names = head.split(',');
    const file = join(folder, `${entity}.csv`);
    await writeFile(file, `${head}\n`);
    const written = lines.map((line, index) => {
      const cells = cellsOf(line);
      const day = lastDays[index % lastDays.length] ?? '';
      const isNew = index % 10 !== 0;
      return names
        .map((name, column) => {
          const cell = cells[column] ?? '';
          if (name === 'id') return isNew ? `${cell}-next-${turn}` : cell;
          if (isNew ? isTime(cell) : name === 'updated_at') return `${day}${cell.slice(10)}`;
          return cell;
        })
        .join(',');
    });
    await appendFile(file, `${written.join('\n')}\n`);
    files.push(file);
  }
  return files;
}
