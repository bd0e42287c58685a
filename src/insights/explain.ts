import type { Cell } from '../metrics/cell.ts';

/** One side of one group: what stands above and below the line. */
interface Side {
  readonly x: number;
  readonly y: number;
}

export interface Effect {
  /** The group's value of the dimension; null where it is unknown. */
  readonly group: string | null;
  readonly before: number | null;
  readonly after: number | null;
  /** More or fewer of everything. */
  readonly volume: number;
  /** A larger or smaller share of this group. */
  readonly mix: number;
  /** A better or worse value within this group. */
  readonly rate: number;
  readonly total: number;
}

export interface Decomposition {
  readonly dimension: string;
  readonly effects: readonly Effect[];
  readonly volume: number;
  readonly mix: number;
  readonly rate: number;
  /** What rounding left: the change less the effects; of the order of 1e-12. */
  readonly residual: number;
}

export type ChangeKind = 'ratio' | 'sum' | 'count';

const mean = (left: number, right: number) => (left + right) / 2;
const quotient = (side: Side): number | null => (side.y === 0 ? null : side.x / side.y);

const zero = (value: number): number => (value === 0 ? 0 : value);
/** JSON has no −0: what crossed a wire would differ from what did not. */
const unsigned = (effect: Effect): Effect => ({
  ...effect,
  volume: zero(effect.volume),
  mix: zero(effect.mix),
  rate: zero(effect.rate),
  total: zero(effect.total),
});

/**
 * A change of R = Σx/Σy by groups, exactly (Bennet's symmetric decomposition): with shares s = y/Y and rates r = x/y,
 * mix = Δs·(r̄ − R̄), rate = Δ(x/Y) − Δs·r̄. A group without rows on one side takes its other rate, so that it is all mix.
 */
function ratioEffects(before: ReadonlyMap<string | null, Side>, after: ReadonlyMap<string | null, Side>, scale: number): Effect[] {
  const total = (sides: ReadonlyMap<string | null, Side>): Side =>
    [...sides.values()].reduce((sum, side) => ({ x: sum.x + side.x, y: sum.y + side.y }), { x: 0, y: 0 });
  const all = { before: total(before), after: total(after) };
  const centre = mean(quotient(all.before) ?? 0, quotient(all.after) ?? 0);
  return unionKeys(before, after).map((group) => {
    const a = before.get(group) ?? { x: 0, y: 0 };
    const b = after.get(group) ?? { x: 0, y: 0 };
    const rateBefore = quotient(a) ?? quotient(b) ?? centre;
    const rateAfter = quotient(b) ?? quotient(a) ?? centre;
    const share = b.y / all.after.y - a.y / all.before.y;
    const typical = mean(rateBefore, rateAfter);
    const mix = share * (typical - centre) * scale;
    const rate = (b.x / all.after.y - a.x / all.before.y - share * typical) * scale;
    const shown = (side: Side) => (quotient(side) === null ? null : (quotient(side) ?? 0) * scale);
    return { group, before: shown(a), after: shown(b), volume: 0, mix, rate, total: mix + rate };
  });
}

/**
 * A change of S = Σx over n rows by groups, exactly: with shares s = n/N and means m = x/n,
 * volume = s̄·ΔN·m̄, mix = N̄·Δs·m̄, rate = Δx − volume − mix (= n̄·Δm).
 */
function sumEffects(before: ReadonlyMap<string | null, Side>, after: ReadonlyMap<string | null, Side>): Effect[] {
  const count = (sides: ReadonlyMap<string | null, Side>) => [...sides.values()].reduce((sum, { y }) => sum + y, 0);
  const n = { before: count(before), after: count(after) };
  const share = (side: Side, all: number) => (all === 0 ? 0 : side.y / all);
  return unionKeys(before, after).map((group) => {
    const a = before.get(group) ?? { x: 0, y: 0 };
    const b = after.get(group) ?? { x: 0, y: 0 };
    const typical = mean(quotient(a) ?? quotient(b) ?? 0, quotient(b) ?? quotient(a) ?? 0);
    const total = b.x - a.x;
    const volume = mean(share(a, n.before), share(b, n.after)) * (n.after - n.before) * typical;
    const mix = mean(n.before, n.after) * (share(b, n.after) - share(a, n.before)) * typical;
    return { group, before: a.x, after: b.x, volume, mix, rate: total - volume - mix, total };
  });
}

/** A change of a count: each group's own change; all of it is volume. */
const countEffects = (before: ReadonlyMap<string | null, Side>, after: ReadonlyMap<string | null, Side>): Effect[] =>
  unionKeys(before, after).map((group) => {
    const a = before.get(group)?.x ?? 0;
    const b = after.get(group)?.x ?? 0;
    return { group, before: a, after: b, volume: b - a, mix: 0, rate: 0, total: b - a };
  });

const unionKeys = (left: ReadonlyMap<string | null, Side>, right: ReadonlyMap<string | null, Side>) => [
  ...new Set([...left.keys(), ...right.keys()]),
];

const isRatio = (cell: Cell) => cell.numerator != null && cell.denominator != null;

/** How a KPI's change breaks down, by what its cells say of themselves; null when it does not (a median, a product). */
export function changeKind(before: Cell, after: Cell): ChangeKind | null {
  if (isRatio(before) && isRatio(after)) return 'ratio';
  if (before.numerator !== undefined || after.numerator !== undefined || before.detail?.inputs || after.detail?.inputs) return null;
  if (before.value === null || after.value === null) return null;
  return before.value === before.n && after.value === after.n ? 'count' : 'sum';
}

const sideOf = (cell: Cell, kind: ChangeKind): Side =>
  kind === 'ratio' ? { x: cell.numerator ?? 0, y: cell.denominator ?? 0 } : { x: cell.value ?? 0, y: cell.n };

/** What a ratio's value is multiplied by (100 for a net promoter score). */
const scaleOf = (cell: Cell): number =>
  cell.value === null || !cell.numerator || !cell.denominator ? 1 : cell.value / (cell.numerator / cell.denominator);

/**
 * The change between two periods by the values of one dimension. The effects of all groups sum to the change.
 * @param before the cells of the earlier period, one a group; `total` its cell without grouping
 */
export function decompose(
  dimension: string,
  kind: ChangeKind,
  totals: { readonly before: Cell; readonly after: Cell },
  before: readonly Cell[],
  after: readonly Cell[],
): Decomposition {
  const sides = (cells: readonly Cell[]) => new Map(cells.map((cell) => [cell.group[dimension] ?? null, sideOf(cell, kind)]));
  const effects = {
    ratio: () => ratioEffects(sides(before), sides(after), scaleOf(totals.after)),
    sum: () => sumEffects(sides(before), sides(after)),
    count: () => countEffects(sides(before), sides(after)),
  }
    [kind]()
    .map(unsigned)
    .sort((left, right) => Math.abs(right.total) - Math.abs(left.total));
  const sum = (pick: (effect: Effect) => number) => effects.reduce((total, effect) => total + pick(effect), 0);
  const change = (totals.after.value ?? 0) - (totals.before.value ?? 0);
  return {
    dimension,
    effects,
    volume: sum(({ volume }) => volume),
    mix: sum(({ mix }) => mix),
    rate: sum(({ rate }) => rate),
    residual: change - sum(({ total }) => total),
  };
}
