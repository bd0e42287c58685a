import type { Operation } from './operation.ts';
import { backupOperation } from './operations/backup.ts';
import { checkOperation } from './operations/check.ts';
import { explainOperation } from './operations/explain.ts';
import { exportOperation } from './operations/export.ts';
import { kpisOperation } from './operations/kpis.ts';
import { queryOperation } from './operations/query.ts';
import { recordsOperation } from './operations/records.ts';

/** Every operation on an open workspace. What is not here cannot be asked for over the socket. */
const all: readonly Operation[] = [
  backupOperation,
  checkOperation,
  explainOperation,
  exportOperation,
  kpisOperation,
  queryOperation,
  recordsOperation,
];

export const operations: ReadonlyMap<string, Operation> = new Map(all.map((operation) => [operation.id, operation]));
