/** One record of a delimited text. */
export interface TextRecord {
  readonly fields: readonly string[];
  /** Physical line on which it begins, 1-based. */
  readonly line: number;
  /** Why it cannot be read; its `fields` then hold its first line as it stands. */
  readonly problem: 'unclosed_quote' | 'misplaced_quote' | null;
}

export interface RecordDialect {
  readonly delimiter: string;
  /** Empty: no quotes. */
  readonly quote: string;
  /** `\r` only for files that have no `\n`. */
  readonly newline: '\n' | '\r';
}

/** A record that has not ended after so many characters has an open quote (DuckDB's limit for a line is of that size too). */
const longestRecord = 2_000_000;

/**
 * Splits a text that comes in pieces into records. Blank lines give none. A quote that does not close, or closes in the middle
 * of a field, spoils the line it stands on and no other: reading goes on at the next line.
 * A delimiter of one space stands for any number of them.
 */
export class RecordReader {
  readonly #dialect: RecordDialect;
  #rest = '';
  #line = 1;
  /** How records ended. */
  readonly ends = { lf: 0, crlf: 0 };

  constructor(dialect: RecordDialect) {
    this.#dialect = dialect;
  }

  push(text: string): TextRecord[] {
    this.#rest += text;
    return this.#read(false);
  }

  end(): TextRecord[] {
    const records = this.#read(true);
    this.#rest = '';
    return records;
  }

  #read(last: boolean): TextRecord[] {
    const { quote, newline, delimiter } = this.#dialect;
    const text = this.#rest;
    const records: TextRecord[] = [];
    let at = 0;
    while (at < text.length) {
      const found = text.indexOf(newline, at);
      if (found < 0 && !last) break;
      const stop = found < 0 ? text.length : found;
      const crlf = newline === '\n' && text.charCodeAt(stop - 1) === 13 && stop > at;
      const line = text.slice(at, crlf ? stop - 1 : stop);
      if (quote === '' || delimiter === ' ' || !line.includes(quote)) {
        if (line !== '') records.push({ fields: this.#split(line), line: this.#line, problem: null });
        if (found >= 0) this.ends[crlf ? 'crlf' : 'lf'] += 1;
        this.#line += 1;
        at = stop + 1;
        continue;
      }
      const read = this.#quoted(text, at, last);
      if (read === 'more') break;
      if (typeof read === 'string') {
        records.push({ fields: [line], line: this.#line, problem: read });
        this.#line += 1;
        at = stop + 1;
        continue;
      }
      records.push({ fields: read.fields, line: this.#line, problem: null });
      if (read.end < text.length) this.ends[newline === '\n' && text.charCodeAt(read.end - 1) === 13 ? 'crlf' : 'lf'] += 1;
      this.#line += count(text, newline, at, read.end) + 1;
      at = read.end + 1;
    }
    this.#rest = text.slice(at);
    return records;
  }

  #split(line: string): string[] {
    const { delimiter } = this.#dialect;
    return delimiter === ' ' ? line.trim().split(/ +/) : line.split(delimiter);
  }

  /** The record at `from`, which has quotes somewhere on its first line. `end` is where its line break stands. */
  #quoted(text: string, from: number, last: boolean): { fields: string[]; end: number } | 'unclosed_quote' | 'misplaced_quote' | 'more' {
    const { delimiter, quote, newline } = this.#dialect;
    const fields: string[] = [];
    let at = from;
    for (;;) {
      let begin = at;
      while (text[begin] === ' ') begin += 1;
      if (text[begin] !== quote) {
        const comma = text.indexOf(delimiter, at);
        const found = text.indexOf(newline, at);
        if (found < 0 && !last) return 'more';
        const stop = found < 0 ? text.length : found;
        if (comma >= 0 && comma < stop) {
          fields.push(text.slice(at, comma));
          at = comma + delimiter.length;
          continue;
        }
        fields.push(text.slice(at, newline === '\n' && text.charCodeAt(stop - 1) === 13 && stop > at ? stop - 1 : stop));
        return { fields, end: stop };
      }
      let close = text.indexOf(quote, begin + 1);
      while (close >= 0 && text[close + 1] === quote) close = text.indexOf(quote, close + 2);
      if (close < 0 || (close + 1 >= text.length && !last)) {
        return last || text.length - from > longestRecord ? 'unclosed_quote' : 'more';
      }
      if (close - from > longestRecord) return 'unclosed_quote';
      fields.push(text.slice(begin + 1, close).replaceAll(quote + quote, quote));
      let after = close + 1;
      while (text[after] === ' ') after += 1;
      if (newline === '\n' && text[after] === '\r' && (after + 1 < text.length || last)) after += text[after + 1] === '\n' ? 1 : 0;
      if (after >= text.length || text[after] === '\r') {
        if (after >= text.length && last) return { fields, end: text.length };
        if (after >= text.length || (newline === '\n' && after + 1 >= text.length)) return last ? 'misplaced_quote' : 'more';
      }
      if (text[after] === newline) return { fields, end: after };
      if (!text.startsWith(delimiter, after)) return 'misplaced_quote';
      at = after + delimiter.length;
    }
  }
}

function count(text: string, mark: string, from: number, to: number): number {
  let times = 0;
  for (let at = text.indexOf(mark, from); at >= 0 && at < to; at = text.indexOf(mark, at + 1)) times += 1;
  return times;
}
