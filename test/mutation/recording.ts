import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Asked } from '../../src/metrics/asked.ts';
import type { Catalog, Watermark } from '../../src/metrics/catalog.ts';
import type { Cell } from '../../src/metrics/cell.ts';
import type { Metric } from '../../src/metrics/metric.ts';
import type { SqlRow } from '../../src/metrics/plan/scan.ts';
import { type Query, type QueryInput, querySchema } from '../../src/metrics/query.ts';
import { testCatalog } from '../../src/metrics/testing/catalog.ts';
import type { Settings } from '../../src/model/settings.ts';
import type { Answer } from '../oracle/answer.ts';
import { panelSum, share } from '../property/compute.ts';

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
}

/** What DuckDB and the oracle told of one company. Rows lie under a hash of the SELECT that they answer. */
export interface Recording {
  readonly settings: Settings;
  /** What the planner must know of the data. */
  readonly facts: {
    readonly rows: Readonly<Record<string, number>>;
    readonly history: readonly string[];
    readonly foreign: readonly string[];
    readonly sources: Readonly<Record<string, string>>;
    readonly watermarks: Readonly<Record<string, Watermark>>;
  };
  readonly questions: readonly Recorded[];
  readonly answers: Readonly<Record<string, readonly SqlRow[]>>;
}

export const recordingFolder = join(import.meta.dirname, 'recorded');

export const recordings = (): readonly string[] => readdirSync(recordingFolder).map((file) => file.replace('.json', ''));

export const readRecording = (theme: string): Recording => JSON.parse(readFileSync(join(recordingFolder, `${theme}.json`), 'utf8'));

/** Twelve hexadecimal digits tell a few hundred texts apart. */
export const keyOf = (sql: string): string => createHash('sha256').update(sql).digest('hex').slice(0, 12);

/** The catalogue that a recording tells of; its relations are `main."dataset"`. */
export const catalogOf = ({ facts, settings }: Pick<Recording, 'facts' | 'settings'>): Catalog =>
  testCatalog({
    settings,
    rows: (dataset) => facts.rows[dataset] ?? 0,
    hasHistory: (entity, field) => facts.history.includes(`${entity}.${field}`),
    hasForeignMoney: (dataset) => facts.foreign.includes(dataset),
    onlySource: (dataset) => facts.sources[dataset] ?? null,
    watermark: (entity) => facts.watermarks[entity] ?? null,
  });

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
