import type { OperationOutput } from '../../../../src/app/api/client-types.ts';

export type Cell = Extract<OperationOutput<'query'>, { readonly cells: unknown }>['cells'][number];

/** What campaigns are compared by. */
export const measures = {
  responses: { kpi: 'campaign_responses', unit: 'count' },
  leads: { kpi: 'leads_by_campaign', unit: 'count' },
  cpl: { kpi: 'cpl', unit: 'money' },
  qualified: { kpi: 'lead_qualification_rate', unit: 'rate' },
  converted: { kpi: 'lead_conversion_rate', unit: 'rate' },
  costPerOpportunity: { kpi: 'cost_per_opportunity', unit: 'money' },
  revenue: { kpi: 'campaign_revenue', unit: 'money' },
  roi: { kpi: 'campaign_roi', unit: 'rate' },
} as const;
export type Measure = keyof typeof measures;

/** Those that say how a campaign does beside the others, with an interval. */
export const compared = ['converted', 'qualified', 'cpl', 'costPerOpportunity'] as const satisfies readonly Measure[];

/** A campaign or channel, and its figures. */
export interface Row {
  readonly name: string;
  readonly of: Readonly<Partial<Record<Measure, Cell>>>;
}

export const names = Object.keys(measures).filter((name): name is Measure => name in measures);

/** The cells of a query by campaign as one row each, those with the most leads first; what has no campaign is left out. */
export function rowsOf(cells: readonly Cell[], dimension: string): readonly Row[] {
  const groups = Map.groupBy(
    cells.filter(({ group }) => group[dimension] != null),
    ({ group }) => group[dimension] ?? '',
  );
  return [...groups]
    .map(
      ([name, some]): Row => ({
        name,
        of: Object.fromEntries(
          names.flatMap((measure) => {
            const cell = some.find(({ kpi }) => kpi === measures[measure].kpi);
            return cell ? [[measure, cell] as const] : [];
          }),
        ),
      }),
    )
    .toSorted((left, right) => (right.of.leads?.value ?? 0) - (left.of.leads?.value ?? 0));
}

export const isSmall = (cell: Cell): boolean => cell.reasons.includes('small_sample');

/** Whether chance does not explain how far a figure is from that of the whole: −1 below, 1 above, 0 neither. */
export function standing(cell: Cell | undefined, whole: number | null): -1 | 0 | 1 {
  if (!cell?.ci || whole === null || isSmall(cell)) return 0;
  return cell.ci[1] < whole ? -1 : cell.ci[0] > whole ? 1 : 0;
}

/** How long ago its spend was, on average, of the days that its ROI waits for; null where it does not say. */
export function horizonOf(cell: Cell | undefined): { readonly age: number; readonly days: number } | null {
  const { horizon_days: days, spend_age_days: age } = cell?.detail ?? {};
  return typeof days === 'number' && typeof age === 'number' ? { age: Math.round(age), days } : null;
}
