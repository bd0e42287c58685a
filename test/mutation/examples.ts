import { join } from 'node:path';
import type { SqlRow } from '../../src/metrics/plan/scan.ts';
import type { Facts } from './catalog.ts';

/** What DuckDB answered to one worked example, and the cells that came of it: those that the example states by hand agreed. */
export interface RecordedExample {
  readonly kpi: string;
  readonly example: string;
  readonly facts: Facts;
  /** Rows under a hash of the SELECT that they answer. */
  readonly answers: Readonly<Record<string, readonly SqlRow[]>>;
  readonly cells: readonly unknown[];
}

/** One line an example. */
export const examplesFile = join(import.meta.dirname, 'recorded', 'examples.jsonl');
