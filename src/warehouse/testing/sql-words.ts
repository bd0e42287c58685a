/** The words and signs of a statement, its names and constants made alike. */
const wordsOf = (sql: string): readonly string[] =>
  sql
    .replace(/'(?:[^']|'')*'/g, "''")
    .replace(/"[^"]*"/g, 'n')
    .replace(/\b\d+(\.\d+)?(e\d+)?\b/gi, '0')
    .replace(/\b\w+(\.\w+)+/g, 'n')
    .replace(/\bas (?!materialized)\w+/g, 'as n')
    .match(/\w+|''|[^\s\w]/g) ?? [];

/** Every so many words in a row of a statement: what SQL it is made of, whatever it is about. */
export function wordsInARow(sql: string, count: number): ReadonlySet<string> {
  const words = wordsOf(sql);
  const rows = new Set<string>();
  for (let at = 0; at + count <= words.length; at++) rows.add(words.slice(at, at + count).join(' '));
  return rows;
}

/**
 * Some of many sets that have everything between them that all have: each that the others can do without is left out, the largest first.
 * @returns their places, ascending
 */
export function coverOf(sets: readonly ReadonlySet<string>[]): readonly number[] {
  const holders = new Map<string, number>();
  for (const set of sets) for (const one of set) holders.set(one, (holders.get(one) ?? 0) + 1);
  const largestFirst = sets.map((set, place) => ({ set, place })).toSorted((left, right) => right.set.size - left.set.size);
  const kept: number[] = [];
  for (const { set, place } of largestFirst) {
    if ([...set].some((one) => holders.get(one) === 1)) kept.push(place);
    else for (const one of set) holders.set(one, (holders.get(one) ?? 0) - 1);
  }
  return kept.toSorted((left, right) => left - right);
}
