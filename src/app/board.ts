import type { Words } from '../i18n/language.ts';
import { CuadroError } from '../model/error.ts';
import type { Host } from './host.ts';
import type { KpiSummary, kpisOperation } from './operations/kpis.ts';
import type { queryOperation } from './operations/query.ts';

type Kpis = Awaited<ReturnType<typeof kpisOperation.run>>;
type Answered = Extract<Awaited<ReturnType<typeof queryOperation.run>>, { cells: unknown }>;
export type BoardCell = Answered['cells'][number];

/** A KPI with its name in both languages. */
export type NamedKpi = Omit<KpiSummary, 'name'> & { readonly name: Words };

/** One KPI with its last periods, oldest first. */
export interface BoardKpi {
  readonly kpi: NamedKpi;
  readonly cells: readonly BoardCell[];
}

export interface Board {
  readonly name: string;
  readonly locale: string;
  readonly currency: string;
  readonly kpis: readonly BoardKpi[];
  /** KPIs whose data the workspace lacks. */
  readonly missing: readonly NamedKpi[];
  /** KPIs that failed, with the code of the error. */
  readonly failed: readonly { readonly kpi: NamedKpi; readonly code: string }[];
}

/** Every computable KPI by month over the 12 complete months to its watermark, each area in one query. */
export async function loadBoard(host: Host): Promise<Board> {
  const { settings } = await host.workspace();
  // The socket's protocol is untyped; these are the operations' own results.
  const { kpis: spanish } = (await host.run('kpis', { language: 'es' })) as Kpis;
  const { kpis: english } = (await host.run('kpis', { language: 'en' })) as Kpis;
  const englishNames = new Map(english.map(({ id, name }) => [id, name]));
  const kpis = spanish.map((kpi): NamedKpi => ({ ...kpi, name: { es: kpi.name, en: englishNames.get(kpi.id) ?? kpi.name } }));
  const computable = kpis.filter((kpi) => kpi.computable);
  const found: BoardKpi[] = [];
  const failed: { kpi: NamedKpi; code: string }[] = [];
  const ask = async (group: readonly NamedKpi[]): Promise<void> => {
    const input = { kpis: group.map(({ id }) => id), grain: 'month', compare: 'previous' };
    const { cells } = (await host.run('query', input)) as Answered;
    for (const kpi of group) found.push({ kpi, cells: cells.filter((cell) => cell.kpi === kpi.id) });
  };
  for (const group of Map.groupBy(computable, ({ area }) => area).values()) {
    try {
      await ask(group);
    } catch {
      // One that fails must not hide the others of its area.
      for (const kpi of group) {
        await ask([kpi]).catch((error: unknown) =>
          failed.push({ kpi, code: error instanceof CuadroError ? error.code : 'internal_error' }),
        );
      }
    }
  }
  return {
    name: settings.name,
    locale: settings.locale,
    currency: settings.currency,
    kpis: found,
    missing: kpis.filter((kpi) => !kpi.computable),
    failed,
  };
}
