import { useOperation } from '../../api/use-operation.ts';
import { conditionsOf } from '../../frame/conditions.ts';
import { useView } from '../../frame/view.ts';
import { stretchOf } from '../../parts/kpi-section/stretch.ts';
import { type Outcome, outcomesOf, type Role } from './outcomes.ts';

/** How many months people are compared over: in fewer, chance hides everything. */
const months = 12;

/** What each person of a job achieves in the period of the page, or in the year up to its end. */
export function useOutcomes(role: Role, end: string) {
  const { view } = useView();
  const stretch = stretchOf(view, end, months);
  const { data, error, refetch } = useOperation('query', {
    kpis: ['rep_performance'],
    variant: role,
    grain: 'total',
    ...stretch,
    periods: 'partial',
    where: conditionsOf(view),
    ...(view.asOf ? { asOf: view.asOf } : {}),
  });
  const found = data && 'cells' in data ? outcomesOf(data.cells) : { outcomes: [] as readonly Outcome[], hidden: 0 };
  return { ...found, known: data !== undefined, error, refetch, stretch };
}
