import { join } from 'node:path';
import type { InputFile } from '../../sources/file/contract-types.ts';
import { registerCustomColumns, settleCustomColumns } from '../apply/custom_columns.ts';
import { type LandingContext, limitsOf } from '../context.ts';
import type { Mapping, Mode } from '../mapping/mapping.ts';
import type { RejectTable } from '../reject/table.ts';
import { type Staged, stageFiles } from '../stage/stage.ts';
import { applyBatch, type BatchFacts, type BatchOutcome } from './apply_batch.ts';
import { declaredMoment } from './declared.ts';

/**
 * Reads the files of a batch and runs its mapping's SQL: all that needs no transaction.
 * @param scan false: not even large clean files are scanned as they lie (after `NotClean`).
 */
export const stageBatch = (context: LandingContext, mapping: Mapping, files: readonly InputFile[], scan: boolean): Promise<Staged> => {
  const limits = limitsOf(context);
  return stageFiles(context.database.session, mapping.entries, files, {
    reader: context.reader,
    temporary: join(context.database.folder, 'tmp'),
    limits: {
      ...limits.sandbox,
      seconds: limits.sandbox.seconds + Math.floor(files.reduce((sum, { bytes }) => sum + bytes, 0) / 20_000_000),
    },
    memoryLimit: limits.stageMemory,
    signal: context.signal,
    scanFrom: scan ? limits.scanFrom : null,
    onFile: (file, done, total) => context.report({ step: 'reading', what: file.name, done, total, unit: 'files' }),
  });
};

export const batchFacts = (
  context: LandingContext,
  mapping: Mapping,
  batch: { readonly number: number; readonly source: string; readonly mode: Mode; readonly landedAt: Temporal.Instant },
): BatchFacts => {
  const workspaceTimezone = context.settings.timezone;
  const timezone = mapping.timezone ?? workspaceTimezone;
  return {
    ...batch,
    zones: { timezone, workspaceTimezone },
    declared: mapping.exportedAt === null ? null : declaredMoment(mapping.exportedAt, timezone, workspaceTimezone),
  };
};

/** Before anything is written in the transaction: the custom columns that the staged batches bring. */
export const settleBatches = async (
  context: LandingContext,
  batches: readonly { readonly staged: Staged; readonly number: number; readonly source: string }[],
  touched: readonly string[],
): Promise<void> => {
  const { run } = context.database.session;
  for (const { staged, number, source } of batches) await registerCustomColumns(run, staged.rows, { source, batch: number });
  await settleCustomColumns(run, [...touched, ...batches.flatMap(({ staged }) => staged.rows.map(({ entry }) => entry.entity))]);
};

/** Applies a staged batch inside the caller's transaction, rows that could not be read among the rejected. */
export const runBatch = async (context: LandingContext, staged: Staged, facts: BatchFacts, rejects: RejectTable): Promise<BatchOutcome> => {
  await rejects.start();
  for (const { entry, source, rejects: unread } of staged.rows) await rejects.addUnread(entry.entity, source.file, unread);
  return applyBatch(context.database.session, staged.rows, facts, rejects, (entity) =>
    context.report({ step: 'checking', what: entity, done: null, total: null, unit: null }),
  );
};
