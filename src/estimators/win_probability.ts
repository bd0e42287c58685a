import { type BetaPrior, fitBetaPrior, type Share } from './shrinkage.ts';

/** Closed deals that share a path: what they have in common from the widest to the finest (stage, type, owner). */
export interface ClosedDeals {
  readonly path: readonly string[];
  readonly won: number;
  readonly closed: number;
}

export interface WinCell {
  readonly path: readonly string[];
  readonly won: number;
  readonly closed: number;
  /** The probability of winning. */
  readonly probability: number;
}

/** What a wider cell's rate weighs against a finer one's cases where the finer ones are too few to tell: ten deals. */
const usualWeight = 10;
/** And at the least and the most: a cell of many deals must be able to differ. */
const weightBounds = [2, 200] as const;

const keyOf = (path: readonly string[]): string => JSON.stringify(path);

/** How many cases the rate above weighs, by how much the cells of a level differ among themselves (a beta-binomial's α + β). */
const weightOf = (cells: readonly Share[]): number => {
  const prior: BetaPrior | null = cells.length < 3 ? null : fitBetaPrior(cells);
  if (prior === null) return usualWeight;
  return Math.min(weightBounds[1], Math.max(weightBounds[0], prior.alpha + prior.beta));
};

/**
 * The probability of winning in every cell that closed deals have, from all of them (the empty path) to the finest: the cell's own
 * rate drawn towards that of the cell that holds it, with a weight learned for each level. A cell of no deals has its parent's.
 * Only what is given is learned from: to forecast without looking ahead, give the deals closed before.
 *
 * `all` are all closed deals; the cells of the first level may overlap in it (a deal was in several stages).
 * Source: hierarchical beta-binomial shrinkage, Gelman and Hill (2007), chapter 12; Efron and Morris (1975).
 */
export const winCells = (all: Share, given: readonly ClosedDeals[]): readonly WinCell[] => {
  if (all.n <= 0) return [];
  const root: WinCell = { path: [], won: all.successes, closed: all.n, probability: all.successes / all.n };
  const made = new Map<string, WinCell>([[keyOf([]), root]]);
  const depth = given.reduce((most, { path }) => Math.max(most, path.length), 0);
  for (let level = 1; level <= depth; level++) {
    const cells = new Map<string, { path: readonly string[]; won: number; closed: number }>();
    for (const { path, won, closed } of given) {
      if (path.length < level) continue;
      const own = path.slice(0, level);
      const known = cells.get(keyOf(own));
      cells.set(keyOf(own), { path: own, won: (known?.won ?? 0) + won, closed: (known?.closed ?? 0) + closed });
    }
    const weight = weightOf([...cells.values()].map(({ won, closed }) => ({ successes: won, n: closed })));
    for (const [key, { path, won, closed }] of cells) {
      const above = made.get(keyOf(path.slice(0, -1)))?.probability ?? root.probability;
      made.set(key, { path, won, closed, probability: (won + weight * above) / (closed + weight) });
    }
  }
  return [...made.values()];
};

/** The finest cell on a path that there is. @param cells of `winCells`, by the JSON of their path */
export const winProbability = (cells: ReadonlyMap<string, WinCell>, path: readonly string[]): WinCell | null => {
  for (let length = path.length; length >= 0; length--) {
    const cell = cells.get(keyOf(path.slice(0, length)));
    if (cell) return cell;
  }
  return null;
};

/** Cells by the JSON of their path. */
export const cellsByPath = (cells: readonly WinCell[]): ReadonlyMap<string, WinCell> =>
  new Map(cells.map((cell) => [keyOf(cell.path), cell]));
