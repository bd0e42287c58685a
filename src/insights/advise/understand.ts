/** Words that say nothing of what is meant. */
const idle = new Set(
  (
    'a al ante con de del desde el en entre es esta este la las le lo los me mi mis nos nuestra nuestras nuestro nuestros o para por que quiero queremos se ser si sobre ' +
    'su sus tener un una unas unos y necesito necesitamos objetivo mejorar aumentar expandir ampliar incrementar subir crear ' +
    'an and are as at be better by for from how i improve in increase into is it my of on or our the their to want we with grow expand raise boost'
  ).split(' '),
);

const split = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** The words that carry the meaning; all of them if none would be left (`crecer`). */
const telling = (text: string): readonly string[] => {
  const all = split(text);
  const kept = all.filter((word) => !idle.has(word));
  return kept.length > 0 ? kept : all;
};

/** Short words must be equal; longer ones may differ in their ending: `captar`, `captación`. */
function sameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const shorter = Math.min(one.length, other.length);
  if (shorter < 4) return false;
  if (Math.abs(one.length - other.length) > 5) return false;
  const needed = Math.max(4, Math.ceil(shorter * 0.65));
  return one.slice(0, needed) === other.slice(0, needed);
}

/** Which words of a text a phrase stands on; null when the phrase is not in it. */
function foundIn(words: readonly string[], phrase: string): ReadonlySet<number> | null {
  const places = telling(phrase).map((wanted) => words.findIndex((word) => sameWord(word, wanted)));
  return places.includes(-1) ? null : new Set(places);
}

const within = (part: ReadonlySet<number>, whole: ReadonlySet<number>): boolean =>
  part.size < whole.size && [...part].every((place) => whole.has(place));

export interface Named {
  readonly id: string;
  readonly name: { readonly es: string; readonly en: string };
  readonly phrases: readonly string[];
}

/**
 * What a person means by a text in Spanish or English: by id, by name, or by the phrases that it contains, whatever their endings,
 * accents and order. A phrase within a longer one that is found too does not count: `ingresos por cliente` is not `ingresos`.
 * @returns all that are meant, those with most words found first; none when nothing is understood
 */
export function understand<T extends Named>(text: string, known: Iterable<T>): readonly T[] {
  const all = [...known];
  const asked = split(text).join(' ');
  const exact = all.find(({ id, name }) => [id, name.es, name.en].some((one) => split(one).join(' ') === asked));
  if (exact) return [exact];
  const words = telling(text);
  const hits = all.flatMap((one) =>
    [one.name.es, one.name.en, ...one.phrases].flatMap((phrase) => {
      const places = foundIn(words, phrase);
      return places ? [{ one, places }] : [];
    }),
  );
  const kept = hits.filter(({ places }) => !hits.some((other) => within(places, other.places)));
  kept.sort((a, b) => b.places.size - a.places.size);
  return [...new Set(kept.map(({ one }) => one))];
}
