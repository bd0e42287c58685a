import type { Words } from '../i18n/language.ts';
import { type Move, moveBetween } from '../insights/reading/facts.ts';
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
  /** Of a mix or a KPI by stage: the one of its groups that is shown, the greatest of the last period. */
  readonly group: string | null;
  readonly cells: readonly BoardCell[];
  /** What happened between the last two periods; `noise` is what chance makes often. */
  readonly move: Move;
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

/** How far back KPIs that are read by quarter or year go. */
const months = 36;

/** The first of so many months up to a day. */
const monthsBefore = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).subtract({ months }).toString();

const lengths: Readonly<Record<string, Temporal.DurationLike>> = {
  week: { days: 7 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { years: 1 },
};

/** Whether a period is a whole one of its grain, not one that the range cut. */
const isWhole = ({ start, end }: BoardCell['period'], grain: string): boolean =>
  Temporal.PlainDate.from(start)
    .add(lengths[grain] ?? { days: 1 })
    .subtract({ days: 1 })
    .toString() === end;

const groupOf = ({ group }: BoardCell): string | null => {
  const names = Object.values(group);
  return names.length === 0 ? null : names.map((name) => name ?? '–').join(' · ');
};

/** A mix is shown by its greatest part: a share of all reasons, the slowest stage. */
function greatestGroup(cells: readonly BoardCell[]): Pick<BoardKpi, 'cells' | 'group'> {
  const last = cells.at(-1)?.period.start;
  const greatest = cells
    .filter(({ period, value }) => period.start === last && value !== null)
    .reduce<BoardCell | null>((most, cell) => (most === null || (cell.value ?? 0) > (most.value ?? 0) ? cell : most), null);
  const group = greatest ? groupOf(greatest) : null;
  return { group, cells: group === null ? cells : cells.filter((cell) => groupOf(cell) === group) };
}

/**
 * Every computable KPI by the grain it is best read by – months over the last 12 complete ones, longer periods over 36 –, each area and
 * grain in one query.
 */
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
    const grain = group[0]?.grain ?? 'month';
    const input = { kpis: group.map(({ id }) => id), grain, compare: 'previous' };
    const first = (await host.run('query', input)) as Answered;
    const longer = (grain === 'quarter' || grain === 'year') && first.query.to !== null;
    const { cells } = longer
      ? ((await host.run('query', { ...input, from: monthsBefore(first.query.to ?? ''), to: first.query.to })) as Answered)
      : first;
    const whole = cells.filter(({ period }) => isWhole(period, grain));
    for (const kpi of group) {
      const shown = greatestGroup(whole.filter((cell) => cell.kpi === kpi.id));
      const now = shown.cells.at(-1);
      found.push({ kpi, ...shown, move: now ? moveBetween(shown.cells.at(-2) ?? null, now) : 'unknown' });
    }
  };
  for (const group of Map.groupBy(computable, ({ area, grain }) => `${area} ${grain}`).values()) {
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
    kpis: found.toSorted((left, right) => kpis.indexOf(left.kpi) - kpis.indexOf(right.kpi)),
    missing: kpis.filter((kpi) => !kpi.computable),
    failed,
  };
}
