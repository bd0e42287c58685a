import { CuadroError } from '../model/error.ts';
import type { Run } from '../warehouse/run.ts';
import { dropTemporary } from './apply/temporary.ts';
import { type BatchRecord, markUndone, readBatches, writeBatch } from './batch/log.ts';
import { batchId, batchNumber, type EntityResult } from './batch/result.ts';
import { forgetFrom, revertFrom } from './batch/revert.ts';
import { batchFacts, runBatch, settleBatches, stageBatch } from './batch/run_batch.ts';
import type { LandingContext } from './context.ts';
import { parseMapping } from './mapping/parse.ts';
import { sweepWorkspace } from './open.ts';
import { writeRejected } from './reject/file.ts';
import { RejectTable } from './reject/table.ts';
import type { Staged } from './stage/stage.ts';
import { landedInput } from './store.ts';

export interface BatchSummary {
  readonly batch: string;
  readonly source: string;
  /** ISO, UTC. */
  readonly landed_at: string;
  readonly mode: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  readonly entities: readonly EntityResult[];
}

/** The batches in force, oldest first. */
export const listBatches = async (run: Run): Promise<readonly BatchSummary[]> =>
  (await readBatches(run))
    .filter(({ undone }) => !undone)
    .map(({ number, source, landedAt, mapping, files, entities: results }) => ({
      batch: batchId(number),
      source,
      landed_at: landedAt.toString(),
      mode: mapping.mode,
      files: files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
      entities: results,
    }));

/** A batch in force with the mapping that it was loaded by. @throws CuadroError `batch_unknown`, `batch_already_undone` */
export const mappingOfBatch = async (
  run: Run,
  id: string,
): Promise<{ readonly source: string; readonly text: string; readonly file: string }> => {
  const { source, mapping } = findBatch(await readBatches(run), id);
  return { source, text: mapping.text, file: mapping.file };
};

const findBatch = (batches: readonly BatchRecord[], id: string): BatchRecord => {
  const number = batchNumber(id);
  const batch = batches.find((candidate) => candidate.number === number);
  const known = batches.filter(({ undone }) => !undone).map((candidate) => batchId(candidate.number));
  if (!batch) throw new CuadroError({ code: 'batch_unknown', found: id, expected: known.join(', '), params: { batch: id } });
  if (batch.undone) throw new CuadroError({ code: 'batch_already_undone', found: id, expected: known.join(', '), params: { batch: id } });
  return batch;
};

/** Takes the source back to before `from` and applies `batches` again, each with its own number and landing time. */
const reapply = async (
  context: LandingContext,
  from: BatchRecord,
  batches: readonly BatchRecord[],
  undone: BatchRecord | null,
): Promise<void> =>
  reapplyAll(context, [{ from, batches }], undone === null ? null : (run) => markUndone(run, undone.number, context.now()));

/** A source is taken back to before `from`; then `batches` are applied again. */
export interface Reapplied {
  readonly from: BatchRecord;
  readonly batches: readonly BatchRecord[];
}

/** As `reapply`, for several sources in one transaction. @param also what else belongs to it */
export const reapplyAll = async (
  context: LandingContext,
  sources: readonly Reapplied[],
  also: ((run: Run) => Promise<unknown>) | null,
): Promise<void> => {
  const { session, folder } = context.database;
  const staged: { readonly batch: BatchRecord; readonly staged: Staged }[] = [];
  try {
    for (const batch of sources.flatMap(({ batches }) => batches)) {
      const mapping = parseMapping(batch.mapping.text, batch.mapping.file);
      const inputs = batch.files.map((file) => landedInput(folder, file));
      staged.push({ batch, staged: await stageBatch(context, mapping, inputs, false) });
    }
    await session.cancellable(context.signal, () =>
      session.transaction(async () => {
        const forgotten: string[] = [];
        for (const { from } of sources) forgotten.push(...(await forgetFrom(session.run, from.source, from.number)));
        const again = staged.map(({ batch, staged: files }) => ({ staged: files, number: batch.number, source: batch.source }));
        await settleBatches(context, again, forgotten);
        const changed = new Set<string>();
        for (const { from } of sources) for (const entity of await revertFrom(session.run, from.source, from.number)) changed.add(entity);
        for (const { batch, staged: files } of staged) {
          const mapping = parseMapping(batch.mapping.text, batch.mapping.file);
          const facts = batchFacts(context, mapping, { ...batch, mode: batch.mapping.mode });
          const rejects = new RejectTable(session.run, context.reasonOf);
          const outcome = await runBatch(context, files, facts, rejects);
          for (const entity of outcome.changed) changed.add(entity);
          await writeBatch(session.run, { ...batch, entities: outcome.entities }, context.settings.timezone);
          await writeRejected(folder, batchId(batch.number), rejects);
        }
        if (also) await also(session.run);
        context.report({ step: 'deriving', what: '', done: null, total: null, unit: null });
        await context.rebuildDerived(session, changed, null);
        await dropTemporary(session.run);
        return { result: null, keep: true };
      }),
    );
    // The change is made: should this fail, whoever reads next tries again, or says why not.
    await context.afterCommit?.(session, null).catch(() => undefined);
  } finally {
    for (const one of staged) await one.staged.close();
  }
  await sweepWorkspace(context.database);
};

const after = (batches: readonly BatchRecord[], batch: BatchRecord): readonly BatchRecord[] =>
  batches.filter(({ source, number, undone }) => source === batch.source && number > batch.number && !undone);

/**
 * As if that batch had never been imported: later ones of its source are applied again without it.
 * @throws CuadroError `batch_unknown`, `batch_already_undone`.
 */
export const undoBatch = async (
  context: LandingContext,
  id: string,
): Promise<{ readonly undone: string; readonly replayed: readonly string[] }> => {
  const batches = await readBatches(context.database.session.run);
  const batch = findBatch(batches, id);
  const later = after(batches, batch);
  await reapply(context, batch, later, batch);
  return { undone: batchId(batch.number), replayed: later.map(({ number }) => batchId(number)) };
};

/**
 * The same raw files under a corrected mapping, with the batch's own number and landing time; later batches follow.
 * @throws CuadroError `batch_unknown`, `batch_already_undone`, `mapping_source_changed`, and those of an import.
 */
export const replayBatch = async (
  context: LandingContext,
  id: string,
  mapping: { readonly text: string; readonly file: string },
): Promise<{ readonly replayed: readonly string[] }> => {
  const batches = await readBatches(context.database.session.run);
  const batch = findBatch(batches, id);
  const parsed = parseMapping(mapping.text, mapping.file);
  if (parsed.source !== null && parsed.source !== batch.source) {
    throw new CuadroError({
      code: 'mapping_source_changed',
      where: `${mapping.file} source`,
      found: parsed.source,
      expected: batch.source,
    });
  }
  const again = [{ ...batch, mapping: { ...mapping, mode: parsed.mode } }, ...after(batches, batch)];
  await reapply(context, batch, again, null);
  return { replayed: again.map(({ number }) => batchId(number)) };
};
