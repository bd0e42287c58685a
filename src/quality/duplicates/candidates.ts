import type { Comparable, DuplicateEntity } from './record.ts';

/** Up to this many records with one key are compared each with each; of more, each with its neighbours by name. */
const eachWithEach = 40;
const neighbours = 8;

type Key = (record: Comparable) => readonly string[];

const one = (text: string | null | undefined): readonly string[] => (text ? [text] : []);

/** Head and tail of the word that fewest names have, within a city: a slip of the pen seldom spoils both. */
const namePieces = (records: readonly Comparable[]): Key => {
  const bearers = new Map<string, number>();
  for (const { name } of records) for (const word of name?.split(' ') ?? []) bearers.set(word, (bearers.get(word) ?? 0) + 1);
  return ({ name, city }) => {
    if (name === null || city === null) return [];
    let [rarest, fewest] = ['', Number.POSITIVE_INFINITY];
    for (const word of name.split(' ')) {
      const count = word.length < 3 ? Number.MAX_VALUE : (bearers.get(word) ?? 0);
      if (count < fewest) [rarest, fewest] = [word, count];
    }
    return [`${city} ${rarest.slice(0, 4)}`, `${city}  ${rarest.slice(-4)}`];
  };
};

const ofCompany: readonly Key[] = [
  ({ taxId }) => one(taxId),
  ({ domain }) => one(domain),
  ({ phone }) => one(phone),
  ({ name }) => one(name),
];
const ofPerson: readonly Key[] = [({ mailbox }) => one(mailbox?.address), ({ phone }) => one(phone), ({ companies }) => companies];

/** Record numbers by key, of keys that two or more share. One kind of key at a time: a million records' keys are many. */
function* blocks(records: readonly Comparable[], key: Key): Generator<readonly number[]> {
  const byKey = new Map<string, number | number[]>();
  for (const [i, record] of records.entries()) {
    for (const text of key(record)) {
      const there = byKey.get(text);
      if (there === undefined) byKey.set(text, i);
      else if (typeof there === 'number') byKey.set(text, [there, i]);
      else there.push(i);
    }
  }
  for (const block of byKey.values()) if (typeof block !== 'number') yield block;
}

/** Pairs of records worth comparing (numbers, the lower first; a pair may come twice): those that share a key (blocking). */
export function* candidates(entity: DuplicateEntity, records: readonly Comparable[]): Generator<readonly [number, number]> {
  for (const key of entity === 'account' ? [...ofCompany, namePieces(records)] : ofPerson) {
    for (const block of blocks(records, key)) {
      const isSmall = block.length <= eachWithEach;
      const name = (i: number): string => records[i]?.name ?? '';
      const row = isSmall ? block : block.toSorted((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : a - b));
      for (let i = 0; i < row.length; i++) {
        const end = isSmall ? row.length : Math.min(row.length, i + neighbours + 1);
        for (let j = i + 1; j < end; j++) {
          const [a = 0, b = 0] = [row[i], row[j]];
          yield a < b ? [a, b] : [b, a];
        }
      }
    }
  }
}
