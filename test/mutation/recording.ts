import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Asked } from '../../src/metrics/asked.ts';
import type { Cell } from '../../src/metrics/cell.ts';
import type { Metric } from '../../src/metrics/metric.ts';
import type { SqlRow } from '../../src/metrics/plan/scan.ts';
import { type Query, type QueryInput, querySchema } from '../../src/metrics/query.ts';
import type { Settings } from '../../src/model/settings.ts';
import type { Answer } from '../oracle/answer.ts';
import { panelSum, share } from '../property/compute.ts';
import type { Facts } from './catalog.ts';

/** What engine and oracle must agree on. */
export type Judged = Pick<Cell, 'period' | 'group' | 'value' | 'numerator' | 'denominator' | 'n' | 'state' | 'coverage' | 'reasons'>;

/** A question and all that the oracle says of it. */
export interface Recorded {
  readonly name: string;
  /** A computed one has its function by its shape: see `metricOf`. */
  readonly metric: Metric;
  readonly query: Omit<QueryInput, 'kpis'>;
  readonly omitted: Answer['omitted'];
  /** The cells that must be there, then those that may: of groups with nothing to tell. */
  readonly cells: readonly Judged[];
  readonly mayBe: readonly Judged[];
  /** What the engine gave with DuckDB, with intervals and details, of which the oracle says nothing. */
  readonly given: readonly Cell[];
}

/** What DuckDB and the oracle told of one company. Rows lie under a hash of the SELECT that they answer. */
export interface Recording {
  readonly settings: Settings;
  /** What the planner asked of the data. */
  readonly facts: Facts;
  readonly questions: readonly Recorded[];
  readonly answers: Readonly<Record<string, readonly SqlRow[]>>;
}

export const recordingFolder = join(import.meta.dirname, 'recorded');

export const recordings = (): readonly string[] =>
  readdirSync(recordingFolder).flatMap((file) => (file.endsWith('.json') ? [file.replace('.json', '')] : []));

export const readRecording = (theme: string): Recording => JSON.parse(readFileSync(join(recordingFolder, `${theme}.json`), 'utf8'));

/** Twelve hexadecimal digits tell a few hundred texts apart. */
export const keyOf = (sql: string): string => createHash('sha256').update(sql).digest('hex').slice(0, 12);

const metricOf = (metric: Metric): Metric =>
  metric.kind === 'computed' ? { ...metric, compute: metric.panels ? panelSum : share } : metric;

export const askedOf = (metric: Metric): Asked => ({
  kpi: 'one',
  variant: 'default',
  version: '1',
  metric: metricOf(metric),
  missing: [],
  minimumSample: 0,
});

export const queryOf = (query: Recorded['query']): Query => querySchema.parse({ ...query, kpis: ['one'] });

const placeOf = ({ period: { start, end }, group }: Pick<Cell, 'period' | 'group'>): string =>
  JSON.stringify([start, end, Object.entries(group).sort()]);

/** The cells of `cells` that are not among `others`. */
export function beyond<One extends Pick<Cell, 'period' | 'group'>>(cells: readonly One[], others: readonly Judged[]): One[] {
  const there = new Set(others.map(placeOf));
  return cells.filter((cell) => !there.has(placeOf(cell)));
}

/** The oracle's answer as it was recorded. @throws Error for a cell of which it said nothing */
export function oracleOf({ cells, mayBe, omitted }: Recorded): Answer {
  const asCell = (one: Judged): Cell => ({ kpi: 'oracle', variant: 'default', version: '1', watermark: null, detail: null, ...one });
  const known = new Map([...cells, ...mayBe].map((one) => [placeOf(one), asCell(one)]));
  return {
    cells: cells.map(asCell),
    omitted,
    periods: [],
    cell: (period, group) => {
      const cell = known.get(placeOf({ period, group }));
      if (!cell) throw new Error(`the oracle was not asked of ${placeOf({ period, group })}`);
      return cell;
    },
  };
}
