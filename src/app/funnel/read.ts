import type { Amount } from '../../insights/funnel.ts';
import type { Asked } from '../../metrics/asked.ts';
import type { Cell } from '../../metrics/cell.ts';
import { answer, type Engine } from '../../metrics/engine.ts';
import type { Metric } from '../../metrics/metric.ts';
import { type Condition, querySchema } from '../../metrics/query.ts';

/** What a funnel asks, over one range and some conditions. */
export interface FunnelAsking {
  readonly engine: Engine;
  readonly from: string;
  readonly to: string;
  readonly where: readonly Condition[];
  readonly attributes: 'then' | 'now';
}

/** The cells of each metric by group, as one period from..to that need not be over. */
export class Answered {
  private readonly cells = new Map<string, Map<string, Cell>>();
  readonly groups = new Map<string, Readonly<Record<string, string | null>>>();

  constructor(cells: readonly Cell[]) {
    for (const cell of cells) {
      const key = JSON.stringify(cell.group);
      this.groups.set(key, cell.group);
      const own = this.cells.get(cell.kpi) ?? new Map<string, Cell>();
      own.set(key, cell);
      this.cells.set(cell.kpi, own);
    }
  }

  cell(name: string, group: Readonly<Record<string, string | null>>): Cell | null {
    return this.cells.get(name)?.get(JSON.stringify(group)) ?? null;
  }

  /** A count and, under the name with `:value`, its worth: of rates the numerator (or the denominator), else the value. */
  amount(name: string, group: Readonly<Record<string, string | null>>, part: 'numerator' | 'denominator' = 'numerator'): Amount {
    const read = (cell: Cell | null) => (cell?.[part] === undefined ? (cell?.value ?? 0) : (cell[part] ?? 0));
    return { count: read(this.cell(name, group)), value: read(this.cell(`${name}:value`, group)) };
  }
}

/** A metric that is no KPI, to be asked under a name of its own. */
export const asMetric = (name: string, metric: Metric): Asked => ({
  kpi: name,
  variant: 'default',
  version: '',
  metric,
  missing: [],
  minimumSample: 0,
});

export async function askFunnel(asked: readonly Asked[], by: readonly string[], asking: FunnelAsking): Promise<Answered> {
  const { engine, from, to, where, attributes } = asking;
  const query = querySchema.parse({
    kpis: asked.map(({ kpi }) => kpi),
    from,
    to,
    grain: 'total',
    by,
    where,
    attributes,
    periods: 'partial',
  });
  return new Answered((await answer(query, asked, engine)).cells);
}
