import type { Step } from '../../../parts/waterfall/waterfall.tsx';
import type { AlertWhole } from './alert-body.tsx';

type Dimension = NonNullable<AlertWhole['explained']>['dimensions'][number];

/** Those that tell something: of one value alone a dimension says nothing; those first whose two greatest effects are most of it. */
export function toldFirst(dimensions: readonly Dimension[]): readonly Dimension[] {
  const strength = ({ effects }: Dimension): number => {
    const sizes = effects.map(({ total }) => Math.abs(total));
    const all = sizes.reduce((sum, size) => sum + size, 0);
    return all === 0 ? 0 : ((sizes[0] ?? 0) + (sizes[1] ?? 0)) / all;
  };
  return dimensions
    .filter(({ effects }) => effects.filter(({ total }) => total !== 0).length > 1)
    .toSorted((one, other) => strength(other) - strength(one));
}

/** The effects told, and what is left of the change, so that the steps sum to it. */
export function whySteps(
  effects: Dimension['effects'],
  change: number,
  { nameOf, others }: { readonly nameOf: (group: string | null) => string; readonly others: string },
): readonly Step[] {
  const told = effects.filter(({ total }) => total !== 0).map(({ group, total }) => ({ name: nameOf(group), effect: total }));
  const left = change - told.reduce((sum, { effect }) => sum + effect, 0);
  return Math.abs(left) <= 1e-9 * Math.max(1, Math.abs(change)) ? told : [...told, { name: others, effect: left }];
}
