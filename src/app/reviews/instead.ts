import type { Catalogue } from '../catalogue.ts';

/** The KPI that stands in for a retired one; null: none, or it is no longer in the catalogue. */
export function insteadOf(
  id: string | null,
  { kpis }: Pick<Catalogue, 'kpis'>,
  language: 'es' | 'en',
): { readonly id: string; readonly name: string } | null {
  const kpi = id === null ? undefined : kpis.get(id);
  return kpi ? { id: kpi.id, name: kpi.texts[language].name } : null;
}
