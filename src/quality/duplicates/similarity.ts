/**
 * How alike two words are, from 0 to 1: Jaro's share of common letters in order, raised for a common beginning of up to four
 * letters (Jaro 1989; Winkler 1990, with his weight of 0.1).
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Uint8Array(b.length);
  const matched: number[] = [];
  for (let i = 0; i < a.length; i++) {
    const end = Math.min(b.length, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < end; j++) {
      if (taken[j] === 1 || a.charCodeAt(i) !== b.charCodeAt(j)) continue;
      taken[j] = 1;
      matched.push(a.charCodeAt(i));
      break;
    }
  }
  const common = matched.length;
  if (common === 0) return 0;
  let misplaced = 0;
  let place = 0;
  for (let j = 0; j < b.length; j++) {
    if (taken[j] !== 1) continue;
    if (b.charCodeAt(j) !== matched[place]) misplaced++;
    place++;
  }
  const jaro = (common / a.length + common / b.length + (common - misplaced / 2) / common) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** Below this two words are different words. */
const sameWord = 0.88;
const isNumber = (word: string): boolean => {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) >= 48 && word.charCodeAt(i) <= 57) return true;
  return false;
};

/** Words that differ in a number are never alike: `nave 2` is not `nave 3`. */
const wordLikeness = (a: string, b: string): number => {
  if (a === b) return 1;
  if (isNumber(a) || isNumber(b)) return 0;
  // An initial stands for its word.
  if ((a.length === 1 || b.length === 1) && a[0] === b[0]) return 0.9;
  // Jaro's can be no more than this, and Winkler's leaves 0.6 of what is missing.
  const most = (Math.min(a.length, b.length) / Math.max(a.length, b.length) + 2) / 3;
  if (most + 0.4 * (1 - most) < sameWord) return 0;
  const likeness = jaroWinkler(a, b);
  return likeness >= sameWord ? likeness : 0;
};

/**
 * How alike two names are, from 0 to 1, whatever the order of their words: each word of the shorter takes its likest in the longer
 * (Monge and Elkan 1996), weighed by letters; words left over count against it. Without spaces the two may also be one.
 */
export function nameLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const [short = [], long = []] = [a.split(' '), b.split(' ')].toSorted((x, y) => x.length - y.length);
  const left = new Set(long.keys());
  let alike = 0;
  for (const word of short) {
    let best = 0;
    let at = -1;
    for (const i of left) {
      const likeness = wordLikeness(word, long[i] ?? '');
      if (likeness > best) [best, at] = [likeness, i];
    }
    if (at < 0) continue;
    left.delete(at);
    alike += best * (word.length + (long[at]?.length ?? 0));
  }
  const letters = [...short, ...long].reduce((sum, word) => sum + word.length, 0);
  const byWords = letters === 0 ? 0 : alike / letters;
  return a.replaceAll(' ', '') === b.replaceAll(' ', '') ? 1 : byWords;
}

/** Whether one name is the other with a surname left out, as Spaniards often leave the second: at least two words, all in the longer. */
export function isShortened(a: string, b: string): boolean {
  const [short = [], long = []] = [a.split(' '), b.split(' ')].toSorted((x, y) => x.length - y.length);
  return short.length >= 2 && short.length < long.length && short.every((word) => long.includes(word));
}
