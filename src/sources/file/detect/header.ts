import { dateShape } from './date-guess.ts';
import { numberShape } from './number-guess.ts';

/**
 * Is the first row a header? It is none when it holds numbers or dates where the rows below do, and no text where they hold
 * numbers. Where everything is text it is one, unless its own cells repeat or come again below.
 */
export function looksLikeHeader(first: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const value = (cell: string) => numberShape(cell) !== null || dateShape(cell) !== null;
  const cells = first.map((cell) => cell.trim());
  const named = cells.filter((cell) => cell !== '');
  if (named.length === 0) return false;
  if (rows.length === 0) return !named.some(value);
  let [forHeader, against] = [0, 0];
  cells.forEach((cell, at) => {
    const below = rows.map((row) => row[at]?.trim() ?? '').filter((other) => other !== '');
    if (cell === '' || below.length === 0) return;
    const valued = below.filter(value).length / below.length;
    if (valued > 0.7) {
      if (value(cell)) against += 1;
      else forHeader += 1;
    }
  });
  if (forHeader > 0) return forHeader >= against;
  if (against > 0) return false;
  if (named.some(value)) return false;
  const again = cells.filter((cell, at) => cell !== '' && rows.some((row) => row[at]?.trim() === cell)).length;
  return again < named.length / 2 || (new Set(named).size === named.length && again === 0);
}
