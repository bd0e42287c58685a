import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What of a person is known again when it comes: a record's id, and what identifies somebody wherever it stands. */
export type Trait = 'id' | 'email' | 'phone' | 'name' | 'word';

const keyFile = (folder: string): string => join(folder, 'erasure.key');

/** The workspace's key for hashes of erased persons; without it nobody can try names against them. Made when first needed. */
export function erasureKey(folder: string): Buffer {
  if (!existsSync(keyFile(folder)))
    writeFileSync(keyFile(folder), randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600, flush: true });
  return Buffer.from(readFileSync(keyFile(folder), 'utf8').trim(), 'hex');
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const digits = (text: string): string => text.replace(/\D/g, '').replace(/^0+/, '').slice(-9);

/** The spelling under which a trait is the same: of a telephone its last nine digits, of a name its letters. */
const normal: Readonly<Record<Trait, (value: string) => string>> = {
  id: (value) => value,
  email: (value) => value.trim().toLowerCase(),
  phone: digits,
  name: plain,
  word: plain,
};

const email = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const phone = /\+?\(?\d[\d\s().\-/]{5,}\d/g;
const word = /[\p{L}\p{N}'’]+/gu;
const mostWords = 6;
const mostCached = 200_000;

export const idTrait = (entity: string, source: string, id: string): string => `${entity}\0${source}\0${id.trim()}`;

/** Hashes under the workspace's key, and the pseudonyms that stand for erased values: the same value, the same pseudonym. */
export class Pseudonyms {
  readonly #key: Buffer;
  readonly #erased: ReadonlySet<string>;
  readonly #cache = new Map<string, string>();

  /** @param erased hashes of the traits of erased persons */
  constructor(key: Buffer, erased: ReadonlySet<string>) {
    this.#key = key;
    this.#erased = erased;
  }

  hash(trait: Trait, value: string): string {
    const text = `${trait}\0${normal[trait](value)}`;
    const known = this.#cache.get(text);
    if (known !== undefined) return known;
    const hash = createHmac('sha256', this.#key).update(text).digest('hex').slice(0, 32);
    if (this.#cache.size >= mostCached) this.#cache.clear();
    this.#cache.set(text, hash);
    return hash;
  }

  isErased(trait: Trait, value: string): boolean {
    return normal[trait](value) !== '' && this.#erased.has(this.hash(trait, value));
  }

  /** What stands in the place of a value. An address stays one, a telephone too, so that what counts them counts the same. */
  pseudonym(trait: Trait, value: string): string {
    const hash = this.hash(trait, value);
    if (trait === 'email') return `erased-${hash.slice(0, 16)}@erased.invalid`;
    if (trait === 'phone') return `+999${(BigInt(`0x${hash.slice(0, 12)}`) % 1_000_000_000n).toString().padStart(9, '0')}`;
    return `erased-${hash.slice(0, 16)}`;
  }

  /** A text without the addresses, telephones and names of erased persons; the very text where there are none. */
  redact(text: string): string {
    let result = text;
    if (result.includes('@'))
      result = result.replace(email, (found) => (this.isErased('email', found) ? this.pseudonym('email', found) : found));
    if (/\d/.test(result)) {
      result = result.replace(phone, (found) =>
        digits(found).length >= 7 && this.isErased('phone', found) ? this.pseudonym('phone', found) : found,
      );
    }
    return this.#names(result);
  }

  #names(text: string): string {
    const words = [...text.matchAll(word)];
    if (words.length < 2 || words.length > 50_000) return text;
    let result = '';
    let from = 0;
    for (let index = 0; index < words.length - 1; index++) {
      const first = words[index];
      if (first === undefined || first.index < from || !this.isErased('word', first[0])) continue;
      for (let length = Math.min(mostWords, words.length - index); length >= 2; length--) {
        const last = words[index + length - 1];
        if (last === undefined) continue;
        const end = last.index + last[0].length;
        const name = text.slice(first.index, end);
        if (!this.isErased('name', name)) continue;
        result += text.slice(from, first.index) + this.pseudonym('name', name);
        from = end;
        break;
      }
    }
    return from === 0 ? text : result + text.slice(from);
  }

  /** The hashes by which a person's traits are known again. A name of one word names too many. */
  hashesOf(trait: 'email' | 'phone' | 'name', value: string): readonly string[] {
    if (normal[trait](value) === '') return [];
    if (trait === 'phone' && digits(value).length < 7) return [];
    if (trait !== 'name') return [this.hash(trait, value)];
    const [first, second] = plain(value).split(' ');
    return first === undefined || second === undefined ? [] : [this.hash('name', value), this.hash('word', first)];
  }
}
