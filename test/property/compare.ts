import type { Cell } from '../../src/metrics/cell.ts';
import type { Answer as Given } from '../../src/metrics/engine.ts';
import type { Answer as Oracle } from '../oracle/answer.ts';

const keyOf = (cell: Pick<Cell, 'period' | 'group'>): string =>
  JSON.stringify([cell.period.start, cell.period.end, Object.entries(cell.group).sort()]);

/** Numbers that double arithmetic in another order may give. */
const isSame = (a: number | null | undefined, b: number | null | undefined): boolean => {
  if (a === null || b === null || a === undefined || b === undefined) return (a ?? null) === (b ?? null);
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
};

/** The facts of a cell that engine and oracle must agree on. */
const factsOf = (cell: Cell) => ({
  value: cell.value,
  numerator: cell.numerator ?? null,
  denominator: cell.denominator ?? null,
  n: cell.n,
  state: cell.state,
  coverage: cell.coverage,
  reasons: [...new Set(cell.reasons)].sort().join(),
});

const differs = (a: ReturnType<typeof factsOf>, b: ReturnType<typeof factsOf>): boolean =>
  !isSame(a.value, b.value) ||
  !isSame(a.numerator, b.numerator) ||
  !isSame(a.denominator, b.denominator) ||
  !isSame(a.n, b.n) ||
  !isSame(a.coverage, b.coverage) ||
  a.state !== b.state ||
  a.reasons !== b.reasons;

const say = (cell: Cell): string => `${cell.period.start}…${cell.period.end} ${JSON.stringify(cell.group)}`;

/** Where an engine's answer is not the oracle's; empty when they agree. Cells of groups with nothing to tell may be there or not. */
export function differences(given: Given, oracle: Oracle): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  for (const cell of given.cells) {
    if (seen.has(keyOf(cell))) found.push(`${say(cell)} is there twice`);
    seen.add(keyOf(cell));
    const expected = oracle.cell(cell.period, cell.group);
    const [has, wants] = [factsOf(cell), factsOf(expected)];
    if (differs(has, wants)) found.push(`${say(cell)}\n  engine ${JSON.stringify(has)}\n  oracle ${JSON.stringify(wants)}`);
  }
  for (const cell of oracle.cells) if (!seen.has(keyOf(cell))) found.push(`${say(cell)} is missing, value ${cell.value}, n ${cell.n}`);
  const omitted = (periods: readonly { start: string }[]): string => periods.map((period) => period.start).join();
  const [left, right] = [omitted(given.omitted.map((one) => one.period)), omitted(oracle.omitted)];
  if (left !== right) found.push(`omitted: engine ${left}, oracle ${right}`);
  return found;
}
