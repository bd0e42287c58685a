import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

const flushAt = 1 << 20;

/** Writes rows as the plain CSV that `readCsvSql` reads: UTF-8, commas, `\n`, the line first. */
export class CsvWriter {
  readonly #stream;
  #pieces: string[] = [];
  #size = 0;

  constructor(path: string) {
    this.#stream = createWriteStream(path);
  }

  /** `fields` are cut or filled to `width`. Wait for what it returns, if anything, before the next row. */
  row(line: number, fields: readonly string[], width: number): Promise<void> | null {
    let text = String(line);
    for (let at = 0; at < width; at += 1) text += `,${quoted(fields[at] ?? '')}`;
    this.#pieces.push(text);
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

const quoted = (field: string): string => (/[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
