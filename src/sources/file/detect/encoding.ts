import { isAscii, isUtf8 } from 'node:buffer';
import { CuadroError } from '../../../model/error.ts';
import { own } from '../../../model/own.ts';
import type { Encoding } from '../contract-types.ts';

const names: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  'utf-8': 'utf-8',
  'utf-8-sig': 'utf-8',
  utf16: 'utf-16le',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  latin1: 'windows-1252',
  'latin-1': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
  'latin-9': 'iso-8859-15',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  ansi: 'windows-1252',
  macintosh: 'macintosh',
  'mac-roman': 'macintosh',
};

/** A mapping's `encoding`. Latin-1 is read as Windows-1252, which holds it, as browsers do. @throws unknown_encoding */
export function statedEncoding(name: string): Encoding {
  const known = own(names, name.trim().toLowerCase().replaceAll('_', '-'));
  if (known === undefined) throw new CuadroError({ code: 'unknown_encoding', where: 'encoding', found: name });
  return known;
}

/** The encoding that a byte order mark states, and how long the mark is. @throws unknown_encoding for UTF-32. */
export function markedEncoding(head: Buffer): { encoding: Encoding; length: number } | null {
  const hex = head.subarray(0, 4).toString('hex');
  if (hex === 'fffe0000' || hex === '0000feff') throw new CuadroError({ code: 'unknown_encoding', where: 'encoding', found: 'UTF-32' });
  if (hex.startsWith('efbbbf')) return { encoding: 'utf-8', length: 3 };
  if (hex.startsWith('fffe')) return { encoding: 'utf-16le', length: 2 };
  return hex.startsWith('feff') ? { encoding: 'utf-16be', length: 2 } : null;
}

/** Counts, over pieces of a file, characters of several bytes that are UTF-8 and bytes that cannot be. */
export class Utf8Tally {
  sound = 0;
  broken = 0;
  #carry = Buffer.alloc(0);

  push(piece: Buffer): void {
    const bytes = this.#carry.length > 0 ? Buffer.concat([this.#carry, piece]) : piece;
    const cut = wholeLength(bytes);
    const whole = bytes.subarray(0, cut);
    this.#carry = Buffer.from(bytes.subarray(cut));
    if (isUtf8(whole)) this.sound += isAscii(whole) ? 0 : 1;
    else this.#count(whole);
  }

  end(): void {
    if (this.#carry.length > 0) this.#count(this.#carry);
  }

  #count(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; ) {
      const length = sequenceLength(bytes[at] ?? 0);
      if (length === 1) at += 1;
      else if (length > 1 && isUtf8(bytes.subarray(at, at + length)) && at + length <= bytes.length) {
        this.sound += 1;
        at += length;
      } else {
        this.broken += 1;
        at += 1;
      }
    }
  }
}

function sequenceLength(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte >= 0xc2 && byte < 0xe0) return 2;
  if (byte >= 0xe0 && byte < 0xf0) return 3;
  return byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
}

/** How many bytes may be judged now: a character at the end may go on in the next piece. */
function wholeLength(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const length = sequenceLength(bytes[bytes.length - back] ?? 0);
    if (length > back) return bytes.length - back;
    if (length > 0) return bytes.length;
  }
  return bytes.length;
}
