import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { stringify } from 'yaml';
import { CuadroError } from '../model/error.ts';
import type { InputFile } from '../sources/file/contract-types.ts';
import { dropTemporary } from './apply/temporary.ts';
import { NotClean } from './batch/apply_batch.ts';
import { nextBatchNumber, writeBatch } from './batch/log.ts';
import { batchId, type ImportResult } from './batch/result.ts';
import { batchFacts, runBatch, settleBatches, stageBatch } from './batch/run_batch.ts';
import type { LandingContext } from './context.ts';
import { withoutErased } from './erasure/suppress.ts';
import type { Mode } from './mapping/mapping.ts';
import { parseMapping } from './mapping/parse.ts';
import { sweepWorkspace } from './open.ts';
import type { SuggestMapping } from './recognition.ts';
import { writeRejected } from './reject/file.ts';
import { RejectTable } from './reject/table.ts';
import { type LandedFile, landedInput, landFile } from './store.ts';

export interface ImportRequest {
  /** Files and folders. */
  readonly paths: readonly string[];
  /** The mapping file's text and name; null: `suggest` makes one. */
  readonly mapping: { readonly text: string; readonly file: string } | null;
  readonly suggest: SuggestMapping | null;
  /** Overrides the mapping's. */
  readonly source: string | null;
  readonly mode: Mode | null;
  readonly dryRun: boolean;
  readonly strict: boolean;
}

const defaultSource = 'files';

const mappingText = async (
  context: LandingContext,
  request: ImportRequest,
  files: readonly InputFile[],
): Promise<{ text: string; file: string }> => {
  if (request.mapping) return request.mapping;
  if (!request.suggest) throw new CuadroError({ code: 'mapping_missing', where: request.paths.join(', ') });
  const tables = [];
  for (const file of files) tables.push({ file, format: await context.reader.detect(file, {}) });
  const { document } = request.suggest(tables);
  return { text: stringify(document), file: 'mapping' };
};

const land = async (context: LandingContext, files: readonly InputFile[]): Promise<readonly LandedFile[]> => {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const landed: LandedFile[] = [];
  let before = 0;
  for (const file of files) {
    const done = before;
    landed.push(
      await landFile(context.database.folder, file, {
        signal: context.signal,
        onBytes: (bytes) => context.report({ step: 'landing', what: file.name, done: done + bytes, total, unit: 'bytes' }),
      }),
    );
    before += file.bytes;
  }
  return landed;
};

/** What DuckDB says of a line that it refuses to pass over counts as well. */
const isNotClean = (error: unknown): boolean =>
  error instanceof NotClean || (error instanceof Error && /CSV Error|Invalid Input Error: .*CSV/.test(error.message));

/** Thrown inside the transaction to leave it: nothing of the batch stays. */
const refuse = (rejected: number, file: string | null): CuadroError =>
  new CuadroError({
    code: 'rows_rejected',
    found: String(rejected),
    params: { rows: rejected, file: file ?? '' },
    ...(file ? { where: file } : {}),
  });

/**
 * Imports files as one batch: raw bytes into landing, then everything else in one transaction.
 * @throws CuadroError of files, mapping and SQL; `rows_rejected` with `strict`; `cancelled`.
 */
export const importFiles = async (context: LandingContext, request: ImportRequest): Promise<ImportResult> => {
  const { database } = context;
  const started = context.now();
  const { files: found, ignored } = await context.reader.discover(request.paths);
  const mapping = await mappingText(context, request, found);
  const parsed = parseMapping(mapping.text, mapping.file);
  const source = request.source ?? parsed.source ?? defaultSource;
  const mode = request.mode ?? parsed.mode;
  // Who was erased does not come back: neither into landing nor any further.
  const files = await withoutErased(context, found, { entries: parsed.entries, source });
  const number = await nextBatchNumber(database.session.run);
  let committed = false;
  const attempt = async (inputs: readonly InputFile[], landed: readonly LandedFile[], scan: boolean): Promise<ImportResult> => {
    const staged = await stageBatch(context, parsed, inputs, scan);
    try {
      return await database.session.cancellable(context.signal, () =>
        database.session.transaction(async () => {
          const { run } = database.session;
          const facts = batchFacts(context, parsed, { number, source, mode, landedAt: started });
          const rejects = new RejectTable(run, context.reasonOf);
          await settleBatches(context, [{ staged, number, source }], []);
          const outcome = await runBatch(context, staged, facts, rejects);
          if (request.strict && outcome.rejected > 0)
            throw refuse(outcome.rejected, await writeRejected(database.folder, 'strict', rejects));
          const changes = outcome.changed.size > 0 || outcome.declaredMoved;
          const keep = changes && !request.dryRun;
          if (keep) {
            context.report({ step: 'deriving', what: '', done: null, total: null, unit: null });
            await context.rebuildDerived(database.session, outcome.changed, number);
            const batch = { number, source, landedAt: started, mapping: { ...mapping, mode }, files: landed, entities: outcome.entities };
            await writeBatch(run, batch, context.settings.timezone);
          }
          const label = keep ? batchId(number) : request.dryRun ? 'dry-run' : 'unchanged';
          const rejectedFile = await writeRejected(database.folder, label, rejects);
          await dropTemporary(run);
          context.signal?.throwIfAborted();
          const answer: ImportResult = {
            batch: keep ? batchId(number) : null,
            source,
            entities: outcome.entities,
            ignored_files: [...ignored.map((path) => basename(path)), ...staged.ignored],
            rejected_file: rejectedFile,
            seconds: 0,
          };
          return { result: answer, keep };
        }),
      );
    } finally {
      await staged.close();
    }
  };
  try {
    const landed = request.dryRun ? [] : await land(context, files);
    const inputs = request.dryRun ? files : landed.map((file) => landedInput(database.folder, file));
    const result = await attempt(inputs, landed, true).catch((error) => {
      if (isNotClean(error)) return attempt(inputs, landed, false);
      throw error;
    });
    committed = result.batch !== null;
    // The batch is in: should this fail, whoever reads next tries again, or says why not.
    if (committed) await context.afterCommit?.(database.session, number).catch(() => undefined);
    return { ...result, seconds: started.until(context.now()).total('seconds') };
  } catch (error) {
    if (context.signal?.aborted) throw new CuadroError({ code: 'cancelled', blame: 'internal', cause: error });
    throw error;
  } finally {
    for (const file of files) if (!found.includes(file)) rmSync(file.path, { force: true });
    if (!committed && !request.dryRun) await sweepWorkspace(database);
  }
};
