import type { Catalogue } from '../catalogue.ts';

/** Whether the catalogue connects two KPIs: one guards the other, is its partner, or a part of it. */
export const connectedIn =
  ({ kpis }: Catalogue) =>
  (one: string, other: string): boolean => {
    const near = (id: string): readonly string[] => {
      const kpi = kpis.get(id);
      return kpi ? [...kpi.guards, ...(kpi.partner === null ? [] : [kpi.partner]), ...(kpi.decomposition?.of ?? [])] : [];
    };
    return near(one).includes(other) || near(other).includes(one);
  };
