import type { Operation } from './operation.ts';
import { backupOperation } from './operations/backup.ts';
import { batchesOperation } from './operations/batches.ts';
import { checkOperation } from './operations/check.ts';
import { explainOperation } from './operations/explain.ts';
import { exportOperation } from './operations/export.ts';
import { importOperation } from './operations/import.ts';
import { kpisOperation } from './operations/kpis.ts';
import { queryOperation } from './operations/query.ts';
import { readOperation } from './operations/read.ts';
import { recordsOperation } from './operations/records.ts';
import { replayOperation } from './operations/replay.ts';
import { undoOperation } from './operations/undo.ts';

/** Every operation on an open workspace. What is not here cannot be asked for over the socket. */
const all: readonly Operation[] = [
  backupOperation,
  batchesOperation,
  checkOperation,
  explainOperation,
  exportOperation,
  importOperation,
  kpisOperation,
  queryOperation,
  readOperation,
  recordsOperation,
  replayOperation,
  undoOperation,
];

export const operations: ReadonlyMap<string, Operation> = new Map(all.map((operation) => [operation.id, operation]));
