import type { Move } from '../../src/insights/chance.ts';
import { type Facts, levelAmong } from '../../src/insights/reading/facts.ts';
import { type Reading, readKpi } from '../../src/insights/reading/read.ts';
import { kpis } from '../../src/kpis/catalogue.ts';
import type { Kpi } from '../../src/kpis/kpi.ts';
import type { Cell } from '../../src/metrics/cell.ts';

/** What a test says of one KPI; the rest is the catalogue's. */
export interface Told {
  readonly value?: number | null;
  readonly before?: number | null;
  readonly move?: Move;
  readonly history?: readonly number[];
  readonly cell?: Partial<Cell>;
}

export const cellOf = (kpi: string, value: number | null, more: Partial<Cell> = {}): Cell => ({
  kpi,
  variant: 'default',
  version: '1',
  period: { start: '2026-10-01', end: '2026-10-31' },
  group: {},
  value,
  n: 200,
  state: value === null ? 'no_data' : 'ok',
  coverage: 1,
  watermark: null,
  reasons: [],
  detail: null,
  ...more,
});

const kpiOf = (id: string): Kpi => {
  const kpi = kpis.get(id);
  if (!kpi) throw new Error(`the catalogue has no ${id}`);
  return kpi;
};

function factsFor(id: string, { value = 1, before = value, move, history = [], cell = {} }: Told): Facts {
  const kpi = kpiOf(id);
  const moved: Move =
    move ?? (value === null || before === null ? 'unknown' : value > before ? 'rise' : value < before ? 'fall' : 'steady');
  const judged = (moved === 'rise' || moved === 'fall') && (kpi.direction === 'up' || kpi.direction === 'down');
  return {
    kpi,
    now: cellOf(id, value, cell),
    before:
      before === null ? null : cellOf(id, before, cell.denominator == null ? {} : { denominator: cell.denominator / 2, numerator: 10 }),
    history,
    move: moved,
    chance: null,
    verdict: judged ? ((moved === 'rise') === (kpi.direction === 'up') ? 'better' : 'worse') : null,
    level: levelAmong(history, value),
  };
}

/** What is read of a KPI in a world in which these KPIs did this. The first one told is the subject. */
export function readingsOf(
  told: Readonly<Record<string, Told>>,
  parts: readonly Cell[] = [],
  missing: readonly string[] = [],
): readonly Reading[] {
  const [subject] = Object.keys(told);
  if (subject === undefined) throw new Error('no KPI');
  const facts = new Map(Object.entries(told).map(([id, one]) => [id, factsFor(id, one)]));
  return readKpi(kpiOf(subject), facts, { missing: new Set(missing), parts: () => parts });
}

/** The outcome of one rule, or undefined where it is silent. */
export const outcomeOf = (readings: readonly Reading[], rule: string): string | undefined =>
  readings.find((reading) => reading.rule === rule)?.outcome;

/** Values among which 10 is high and 1 is low. */
export const usual: readonly number[] = [3, 4, 5, 5, 6, 6, 7, 7];
