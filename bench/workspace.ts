import { defaultConfig } from '../src/app/config/schema.ts';
import type { OperationContext } from '../src/app/operation.ts';
import { localActor } from '../src/app/rights/actor.ts';
import { settingsSchema } from '../src/model/settings.ts';
import { sampleSettings } from '../src/sample/settings.ts';
import type { Database } from '../src/warehouse/duckdb/database.ts';

/** The last day of the benchmark's company, and the 24 months asked of it. */
export const until = '2026-07-31';
export const from = '2024-08-01';

/** The sample company's workspace, as an operation sees it. */
export const benchWorkspace = (folder: string, database: Database): OperationContext => ({
  workspace: { folder, settings: settingsSchema.parse(sampleSettings(until)), config: defaultConfig },
  database,
  store: () => Promise.reject(new Error('no store here')),
  actor: localActor,
  now: () => Temporal.Instant.from('2026-08-01T10:00:00Z'),
  progress: () => undefined,
  signal: null,
});
