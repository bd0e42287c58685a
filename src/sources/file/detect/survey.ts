import type { Encoding, InputFile } from '../contract-types.ts';
import { readBytes } from '../read/bytes.ts';
import { markedEncoding, Utf8Tally } from './encoding.ts';
import { looksWide } from './signature.ts';

const headSize = 2 << 20;
const sliceSize = 64 << 10;
const mostSlices = 24;

/** What one pass over all bytes of a text file tells. */
export interface Survey {
  readonly encoding: Encoding;
  readonly bom: boolean;
  /** NUL bytes in a file whose encoding has none. */
  readonly nul: boolean;
  /** Bytes that are not of the encoding. */
  readonly broken: boolean;
  /** Physical lines, of files that end them with `\n`. */
  readonly lines: number;
  /** The beginning, as text; the whole file if `whole`. */
  readonly head: string;
  readonly whole: boolean;
  /** Pieces from further on, the last one from the end. They begin and end anywhere. */
  readonly slices: readonly string[];
}

/** Reads the file once, from end to end: a single `ñ` after gigabytes of ASCII decides its encoding. */
export async function survey(file: InputFile, stated: Encoding | null): Promise<Survey> {
  const tally = new Utf8Tally();
  const slices: Buffer[] = [];
  const heads: Buffer[] = [];
  let [total, headLength, step, next] = [0, 0, 2 << 20, headSize];
  let zeros = false;
  let [ends, open] = [0, false];
  let last = Buffer.alloc(0);
  for await (const piece of readBytes(file)) {
    if (headLength < headSize) {
      heads.push(piece);
      headLength += piece.length;
    }
    tally.push(piece);
    zeros ||= piece.includes(0);
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) ends += 1;
    open = piece.at(-1) !== 10;
    if (total >= next && piece.length >= sliceSize) {
      // Pieces are even in length until the last, so that slices of UTF-16 begin at whole units.
      slices.push(Buffer.from(piece.subarray(0, sliceSize)));
      next = total + step;
      if (slices.length > mostSlices) {
        for (let at = slices.length - 2; at >= 0; at -= 2) slices.splice(at, 1);
        step *= 2;
      }
    }
    if (total >= headSize) last = tail(last, piece);
    total += piece.length;
  }
  tally.end();
  const head = Buffer.concat(heads);
  const mark = markedEncoding(head);
  const wide = looksWide(head);
  const guess: Encoding = wide ?? (tally.broken === 0 || tally.sound >= tally.broken ? 'utf-8' : 'windows-1252');
  const encoding = stated ?? mark?.encoding ?? guess;
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const text = (bytes: Buffer) => new TextDecoder(encoding).decode(bytes);
  const whole = total <= headLength;
  return {
    encoding,
    bom: mark !== null && mark.encoding === encoding,
    nul: zeros && !isWide,
    broken: encoding === 'utf-8' && tally.broken > 0,
    lines: ends + (open ? 1 : 0),
    head: text(head),
    whole,
    slices: whole ? [] : [...slices, last].map(text),
  };
}

function tail(before: Buffer<ArrayBuffer>, piece: Buffer): Buffer<ArrayBuffer> {
  if (piece.length >= sliceSize) return Buffer.from(piece.subarray((piece.length - sliceSize) & ~1));
  return Buffer.from(Buffer.concat([before, piece]).subarray(Math.max(0, before.length + piece.length - sliceSize) & ~1));
}
