import type { Settings } from '../model/settings.ts';
import type { OpenWarehouse, Session } from '../warehouse/duckdb/database.ts';
import type { FileReader } from './reader.ts';
import type { ReasonOf } from './reject/table.ts';
import type { SandboxLimits } from './sandbox/job.ts';

/** A step of long work; null where it cannot be said. */
export interface LandingProgress {
  readonly step: 'landing' | 'reading' | 'checking' | 'deriving';
  /** A file or an entity. */
  readonly what: string;
  readonly done: number | null;
  readonly total: number | null;
  readonly unit: 'bytes' | 'files' | null;
}

/** What every change of a workspace's data needs. */
export interface LandingContext {
  readonly database: OpenWarehouse;
  readonly settings: Settings;
  readonly now: () => Temporal.Instant;
  /**
   * Brings derived datasets and what is noted of changes up to a commit, inside its transaction: after `batch` changed these
   * entities, or (null) after batches were undone or applied again.
   */
  readonly rebuildDerived: (session: Session, changed: ReadonlySet<string>, batch: number | null) => Promise<void>;
  /** After a commit, of `batch` or (null) as above: makes what `rebuildDerived` left for later. Killed before, whoever reads next does it. */
  readonly afterCommit?: (session: Session, batch: number | null) => Promise<void>;
  readonly reader: FileReader;
  readonly report: (progress: LandingProgress) => void;
  readonly reasonOf: ReasonOf;
  readonly signal: AbortSignal | null;
  readonly limits?: Partial<LandingLimits>;
}

export interface LandingLimits {
  readonly sandbox: SandboxLimits;
  /** DuckDB's share while files are read. */
  readonly stageMemory: string;
  /** Bytes from which a clean file is read once only, without a copy. */
  readonly scanFrom: number;
}

const defaults: LandingLimits = { sandbox: { seconds: 60, memoryMb: 1500, growthMb: 8000 }, stageMemory: '1000MB', scanFrom: 64_000_000 };

export const limitsOf = (context: LandingContext): LandingLimits => ({ ...defaults, ...context.limits });
