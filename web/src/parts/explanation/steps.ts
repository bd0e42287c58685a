import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import type { Step } from '../waterfall/waterfall.tsx';

type Decomposition = OperationOutput<'explain'>['dimensions'][number];

/** Groups shown one by one; the rest stand together, so that the picture still sums. */
const shownGroups = 6;

/** The steps of a waterfall, largest first; small ones and what rounding left stand together at the end. */
export function stepsOf(
  { effects, residual }: Pick<Decomposition, 'effects' | 'residual'>,
  words: { readonly others: string; readonly unknown: string; readonly nameOf?: (value: string) => string },
): readonly Step[] {
  const sorted = effects.toSorted((left, right) => Math.abs(right.total) - Math.abs(left.total));
  const own = sorted.length <= shownGroups + 1 ? sorted : sorted.slice(0, shownGroups);
  const rest = sorted.slice(own.length).reduce((sum, { total }) => sum + total, residual);
  const steps = own
    .filter(({ total }) => total !== 0)
    .map(({ group, total }) => ({ name: group === null ? words.unknown : (words.nameOf?.(group) ?? group), effect: total }));
  return sorted.length > own.length ? [...steps, { name: words.others, effect: rest }] : steps;
}

/** How much of the change stands in the two largest effects. */
function concentration({ effects }: Decomposition): number {
  const sizes = effects.map(({ total }) => Math.abs(total)).toSorted((left, right) => right - left);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return all === 0 || sizes.length < 2 ? 0 : ((sizes[0] ?? 0) + (sizes[1] ?? 0)) / all;
}

/** Whether a change can be told by parts at all. */
export const isExplained = (dimensions: readonly Decomposition[]): boolean => tellingOrder(dimensions).length > 0;

/** The dimensions that explain in few words first; those with one value explain nothing. */
export const tellingOrder = (dimensions: readonly Decomposition[]): readonly Decomposition[] =>
  dimensions
    .filter(({ effects }) => effects.filter(({ total }) => total !== 0).length > 1)
    .toSorted((left, right) => concentration(right) - concentration(left));

/** The one group that weighs most, of the dimension that is told first; null: nothing can be told by parts. */
export function mainPart(
  dimensions: readonly Decomposition[],
): { readonly dimension: string; readonly group: string | null; readonly effect: number } | null {
  const [first] = tellingOrder(dimensions);
  const most = first?.effects.toSorted((left, right) => Math.abs(right.total) - Math.abs(left.total))[0];
  return first && most ? { dimension: first.dimension, group: most.group, effect: most.total } : null;
}
