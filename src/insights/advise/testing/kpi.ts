import newCustomers from '../../../kpis/customers/new_customers.ts';
import type { Kpi } from '../../../kpis/kpi.ts';
import type { Readiness } from '../readiness.ts';

/** A KPI that is as good as they get, but for what is given. */
export const kpiLike = (id: string, facts: Partial<Kpi> = {}): Kpi => ({
  ...newCustomers,
  id,
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  guards: [],
  partner: null,
  drillBy: ['owner.name'],
  defaults: ['default'],
  minimumSample: 30,
  ...facts,
});

export const catalogueOf = (...list: readonly Kpi[]): ReadonlyMap<string, Kpi> => new Map(list.map((kpi) => [kpi.id, kpi]));

/** On a workspace that has every field, but for those of the KPIs named. */
export const readyBut =
  (...lacking: readonly string[]) =>
  (kpi: Kpi): Readiness =>
    lacking.includes(kpi.id)
      ? {
          computable: false,
          variant: 'default',
          missing: ['order.amount'],
          needs: [{ need: 'order.amount', rows: 0, filled: 0 }],
          records: 0,
          coverage: null,
        }
      : {
          computable: true,
          variant: 'default',
          missing: [],
          needs: [{ need: 'order.amount', rows: 400, filled: 400 }],
          records: 400,
          coverage: 1,
        };
