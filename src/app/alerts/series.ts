import type { RuleGrain } from '../../insights/alerts/rule.ts';
import type { Asked } from '../../metrics/asked.ts';
import type { Cell } from '../../metrics/cell.ts';
import { answer, type Engine } from '../../metrics/engine.ts';
import { querySchema } from '../../metrics/query.ts';
import type { Condition } from '../../model/condition.ts';
import type { DayRange } from '../../model/dialect.ts';
import { CuadroError } from '../../model/error.ts';
import { periodsBack, periodsUntil } from '../forecast/periods.ts';

/** One KPI's series that is wanted: of a scope as a whole, or by the members of a dimension. */
export interface Wanted {
  readonly kpi: string;
  readonly asked: Asked;
  readonly engine: Engine;
  readonly conditions: readonly Condition[];
  readonly scope: string | null;
  readonly grain: RuleGrain;
  readonly by: string | null;
  /** The last day that is looked at. */
  readonly day: string;
}

/** A series by its name; null: it could not be computed. */
export type AllSeries = ReadonlyMap<string, readonly Cell[] | null>;

export const seriesName = ({ kpi, scope, grain, by }: Pick<Wanted, 'kpi' | 'scope' | 'grain' | 'by'>): string =>
  JSON.stringify([kpi, scope, grain, by]);

/** Three years of weeks and of months are enough to know a season by. */
const back: Readonly<Record<RuleGrain, number>> = { day: periodsBack.day, week: 106, month: periodsBack.month, quarter: 20 };

/** What is asked together: too many at once leave no room for others. */
const atOnce = 12;

const rangeOf = ({ day, grain, engine }: Wanted): DayRange | null => {
  const periods = periodsUntil(day, grain, back[grain], engine.catalog.settings);
  const [first] = periods;
  const last = periods.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
};

async function ask(some: readonly Wanted[]): Promise<readonly (readonly [string, readonly Cell[]])[]> {
  const [first] = some;
  const range = first && rangeOf(first);
  if (!first || !range) return [];
  const question = querySchema.parse({
    kpis: some.map(({ kpi }) => kpi),
    from: range.start,
    to: range.end,
    grain: first.grain,
    where: first.conditions,
    by: first.by === null ? [] : [first.by],
  });
  const { cells } = await answer(
    question,
    some.map(({ asked }) => asked),
    first.engine,
  );
  const byKpi = Map.groupBy(cells, ({ kpi }) => kpi);
  return some.map((one) => [seriesName(one), byKpi.get(one.kpi) ?? []] as const);
}

/** All that is wanted, what can be asked together as one. One that cannot be computed keeps none of the others from being. */
export async function seriesOf(wanted: readonly Wanted[], signal: AbortSignal | null): Promise<AllSeries> {
  const distinct = [...new Map(wanted.map((one) => [seriesName(one), one])).values()];
  const found = new Map<string, readonly Cell[] | null>();
  const keyOf = ({ engine, scope, grain, by, day }: Wanted): string =>
    JSON.stringify([engine.catalog.sight?.rows === null, scope, grain, by, day]);
  for (const group of Map.groupBy(distinct, keyOf).values())
    for (let from = 0; from < group.length; from += atOnce) {
      signal?.throwIfAborted();
      const some = group.slice(from, from + atOnce);
      try {
        for (const [name, cells] of await ask(some)) found.set(name, cells);
      } catch (error) {
        if (!(error instanceof CuadroError)) throw error;
        for (const one of some) {
          const own = await ask([one]).catch((cause: unknown) => {
            if (!(cause instanceof CuadroError)) throw cause;
            return null;
          });
          found.set(seriesName(one), own?.[0]?.[1] ?? null);
        }
      }
    }
  return found;
}
