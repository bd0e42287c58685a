import { kpis } from '../../kpis/catalogue.ts';
import { parametersOf } from '../../kpis/resolve.ts';
import { openCount } from '../../metrics/build.ts';
import { type Engine, watermarkOf } from '../../metrics/engine.ts';
import { isBeyond } from '../../metrics/plan/limit.ts';
import { CuadroError } from '../../model/error.ts';

/** The close at which customers are told: of the last complete day of what makes them customers. */
export interface Moment {
  readonly day: string;
  readonly watermark: string;
  /** Points of risk from which a customer is at risk, as the KPI has them. */
  readonly threshold: number;
}

/** @throws CuadroError `kpi_unavailable` where there are no accounts with a life, `no_rights` where none may be seen */
export function momentOf({ catalog }: Engine, where: string): Moment {
  const watermark = watermarkOf(openCount('account_stage_span'), catalog);
  if (watermark === null || catalog.rows('account') === 0)
    throw new CuadroError({ code: 'kpi_unavailable', where, found: 'account, order, contract' });
  if (isBeyond('account', catalog)) throw new CuadroError({ code: 'no_rights', where });
  const kpi = kpis.get('at_risk_customers');
  const threshold = Number(kpi ? parametersOf(kpi, catalog.settings).threshold : 25);
  return { day: watermark.lastCompleteDay, watermark: watermark.instant, threshold };
}

/** What of the page nobody can be told, for want of rights: amounts, what is owed. */
export const hiddenOf = ({ catalog }: Engine): readonly ('amounts' | 'receivables')[] => [
  ...(catalog.sight?.amounts === 'hidden' ? (['amounts'] as const) : []),
  ...(catalog.rows('receivable_span') > 0 && isBeyond('receivable_span', catalog) ? (['receivables'] as const) : []),
];
