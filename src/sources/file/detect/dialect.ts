import { RecordReader, type TextRecord } from '../read/records.ts';

/** How a text is cut into cells. */
export interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
  readonly newline: '\n' | '\r';
  /** Physical lines before the header or the first row. */
  readonly skip: number;
  /** Cells in a row. */
  readonly width: number;
  /** Lines end in different ways. */
  readonly mixedEnds: boolean;
}

const candidates = [',', ';', '\t', '|'] as const;
const probeSize = 256 << 10;
/** Titles above a table are few lines. */
const mostTitles = 30;

/** Finds delimiter, quote and title lines on the beginning of a text. */
export function detectDialect(head: string, whole: boolean, stated: { delimiter?: string; quote?: string; skip?: number }): Dialect {
  const newline = head.includes('\n') || !head.includes('\r') ? '\n' : '\r';
  const probe = head.length > probeSize || !whole ? head.slice(0, Math.max(head.lastIndexOf(newline, probeSize) + 1, 1)) : head;
  // What Excel writes above a table to say how it is cut.
  const said = /^sep=(.)\r?\n/i.exec(probe);
  const quote = stated.quote ?? '"';
  const delimiters = stated.delimiter === undefined ? (said?.[1] ? [said[1]] : candidates) : [stated.delimiter];
  const tries = delimiters.map((delimiter) => attempt(probe, delimiter, quote, newline, said ? 1 : (stated.skip ?? null)));
  const best = tries.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.dialect.width < 2 && stated.delimiter === undefined && !said) {
    const spaced = attempt(probe, ' ', '', newline, stated.skip ?? null);
    if (spaced.dialect.width >= 2 && spaced.even && spaced.numeric) return spaced.dialect;
  }
  return best.dialect;
}

interface Attempt {
  readonly dialect: Dialect;
  readonly score: number;
  /** Every record has the same number of cells. */
  readonly even: boolean;
  /** Half of the cells or more are digits. */
  readonly numeric: boolean;
}

function attempt(probe: string, delimiter: string, quote: string, newline: '\n' | '\r', skip: number | null): Attempt {
  const reader = new RecordReader({ delimiter, quote, newline });
  const all = [...reader.push(probe), ...reader.end()].filter(({ line }) => skip === null || line > skip);
  const sound = all.filter(({ problem }) => problem === null);
  const width = commonWidth(sound);
  const fits = sound.filter(({ fields }) => filled(fields) <= width && fields.length >= width);
  const first = skip === null ? titleEnd(sound, width) : 0;
  const start = sound[first];
  const share = all.length === 0 ? 0 : fits.length / all.length;
  const wide = width >= 2 ? 1 : 0;
  // A table whose very first line has its cells is more likely than one below titles.
  const headed = first === 0 && (sound[0]?.fields.length ?? 0) === width ? 0.5 : 0;
  const cells = sound.slice(first).flatMap(({ fields }) => fields);
  const dialect = {
    delimiter,
    quote,
    newline,
    skip: skip ?? (start ? start.line - 1 : 0),
    width,
    mixedEnds: reader.ends.lf > 0 && reader.ends.crlf > 0,
  };
  return {
    dialect,
    score: wide * (1 + share + headed + Math.min(width, 100) / 1000),
    even: new Set(sound.map(({ fields }) => fields.length)).size === 1 && all.length === sound.length,
    numeric: cells.filter((cell) => /^-?[\d.,/:-]+$/.test(cell)).length >= cells.length / 2,
  };
}

/** Cells up to the last that is not empty. */
export function filled(fields: readonly string[]): number {
  let count = fields.length;
  while (count > 0 && fields[count - 1]?.trim() === '') count -= 1;
  return count;
}

/** How many cells most rows have; of two as frequent, the larger. */
function commonWidth(records: readonly TextRecord[]): number {
  const times = new Map<number, number>();
  for (const { fields } of records) times.set(fields.length, (times.get(fields.length) ?? 0) + 1);
  const [most] = [...times].sort(([a, x], [b, y]) => y - x || b - a);
  return most?.[0] ?? 1;
}

/**
 * The first record of the table itself: titles above it have one cell, or fill few of its columns. Returns its place in the list.
 */
function titleEnd(records: readonly TextRecord[], width: number): number {
  return titleRows(
    records.slice(0, mostTitles + 1).map(({ fields }) => fields),
    width,
  );
}

/** How many rows above a table are titles: those that fill at most a third of the columns, if a full one follows. */
export function titleRows(rows: readonly (readonly string[])[], width: number): number {
  if (width < 2) return 0;
  const count = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '').length;
  const most = Math.max(...rows.map(count));
  const isTitle = (row: readonly string[]) => count(row) <= Math.max(1, most / 3) && count(row) < most && row.length !== most;
  const sparse = (row: readonly string[]) => count(row) <= Math.max(1, most / 3) && most >= 3;
  let titles = 0;
  for (const row of rows) {
    if (!(isTitle(row) || sparse(row))) return titles;
    titles += 1;
  }
  return 0;
}
