/** A field that KPIs lack, as the engine names it: `order.amount`, or several of which one is enough (`a.b | c.d`). */
export interface Gap {
  readonly field: string;
  /** KPIs that need it. */
  readonly kpis: readonly string[];
  /** Of those, the ones that lack nothing else. */
  readonly alone: readonly string[];
}

/** What KPIs that cannot be computed lack: what would open most first, and of those what opens most by itself. */
export function gapsOf(
  kpis: readonly { readonly kpi: string; readonly computable: boolean; readonly missing: readonly string[] }[],
): readonly Gap[] {
  const found = new Map<string, { kpis: string[]; alone: string[] }>();
  for (const { kpi, computable, missing } of kpis) {
    if (computable) continue;
    for (const field of missing) {
      const gap = found.get(field) ?? { kpis: [], alone: [] };
      gap.kpis.push(kpi);
      if (missing.length === 1) gap.alone.push(kpi);
      found.set(field, gap);
    }
  }
  return [...found]
    .map(([field, gap]) => ({ field, ...gap }))
    .toSorted((a, b) => b.kpis.length - a.kpis.length || b.alone.length - a.alone.length || a.field.localeCompare(b.field));
}
