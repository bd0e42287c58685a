import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

const flushAt = 1 << 20;
/** Parts cells: no export has it, so that next to no cell needs quotes. */
export const cellMark = '\u001f';

/** Cells as `readWrittenSql` reads them, filled up to `width`. */
export function rowText(cells: readonly string[], width: number): string {
  const filled = cells.length < width ? [...cells, ...Array<string>(width - cells.length).fill('')] : cells;
  const text = filled.join(cellMark);
  if (!/["\r\n]/.test(text) && !filled.some((cell) => cell.includes(cellMark))) return text;
  return filled.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(cellMark);
}

/** Writes rows as the plain text table that `readWrittenSql` reads: UTF-8, `\n`, the line first. */
export class CsvWriter {
  readonly #stream;
  #pieces: string[] = [];
  #size = 0;

  constructor(path: string) {
    this.#stream = createWriteStream(path);
  }

  /** `text` comes from `rowText`. Wait for what this returns, if anything, before the next row. */
  row(line: number, text: string): Promise<void> | null {
    this.#pieces.push(String(line) + cellMark + text);
    this.#size += text.length;
    return this.#size > flushAt ? this.#flush() : null;
  }

  async end(): Promise<void> {
    await this.#flush();
    this.#stream.end();
    await finished(this.#stream);
  }

  async #flush(): Promise<void> {
    if (this.#pieces.length === 0) return;
    const text = `${this.#pieces.join('\n')}\n`;
    this.#pieces = [];
    this.#size = 0;
    if (!this.#stream.write(text)) await once(this.#stream, 'drain');
  }
}
