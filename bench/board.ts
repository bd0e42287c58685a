import { noteAsked } from '../src/app/asked-lately.ts';
import { openEngine } from '../src/app/engine.ts';
import type { OperationContext } from '../src/app/operation.ts';
import { kpis } from '../src/kpis/catalogue.ts';
import { resolveKpi } from '../src/kpis/resolve.ts';
import type { Cell } from '../src/metrics/cell.ts';
import { answer } from '../src/metrics/engine.ts';
import { querySchema } from '../src/metrics/query.ts';
import { baselineKpis, type Figures, place } from './baseline/run.ts';
import { from, until } from './workspace.ts';

export const months: readonly string[] = Array.from({ length: 24 }, (_, index) =>
  Temporal.PlainDate.from(from).add({ months: index }).toString(),
);

export interface Board {
  readonly kpis: readonly string[];
  readonly cells: readonly Cell[];
}

/** Every KPI that the baseline has and the workspace's data allow, by month over 24 months: one question. */
export async function askBoard(context: OperationContext, cached: boolean): Promise<Board> {
  const board = [...kpis.values()].filter(({ id }) => baselineKpis.has(id));
  const query = querySchema.parse({ kpis: board.map(({ id }) => id), from, to: until, grain: 'month' });
  const { cache, ...engine } = await openEngine(context, query);
  const asked = board.map((kpi) => resolveKpi(kpi, engine.catalog, query)).filter(({ missing }) => missing.length === 0);
  // As the operation does that people ask by.
  if (cached) noteAsked(context, query);
  const { cells } = await answer(query, asked, cached && cache ? { ...engine, cache } : engine);
  return { kpis: asked.map(({ kpi }) => kpi), cells };
}

export const figuresOfBoard = ({ cells }: Board): Figures =>
  new Map(
    cells
      .filter(({ kpi, value }) => kpi !== 'opportunity_lost_reasons' || value)
      .map((cell) => [place(cell.kpi, cell.period.start, Object.values(cell.group)[0] ?? null), cell.value]),
  );

const isClose = (left: number | null, right: number | null): boolean =>
  left === right || (left !== null && right !== null && Math.abs(left - right) <= 1e-7 * Math.max(1, Math.abs(left), Math.abs(right)));

/** @returns what differs between two boards, in words; nothing where all figures agree. */
export function differences(left: Figures, right: Figures, only: ReadonlySet<string>): string[] {
  const places = [...new Set([...left.keys(), ...right.keys()])].filter((one) => only.has(one.split(' ')[0] ?? ''));
  return places.flatMap((one) => {
    const [a, b] = [left.get(one), right.get(one)];
    return a !== undefined && b !== undefined && isClose(a, b) ? [] : [`${one}: ${a} and ${b}`];
  });
}
