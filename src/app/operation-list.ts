import type { Operation } from './operation.ts';
import { adviseOperation } from './operations/advise.ts';
import { backupOperation } from './operations/backup.ts';
import { batchesOperation } from './operations/batches.ts';
import { boardOperation } from './operations/board.ts';
import { checkOperation } from './operations/check.ts';
import { choicesOperation } from './operations/choices.ts';
import { cohortsOperation } from './operations/cohorts.ts';
import { companyOperation } from './operations/company.ts';
import { defineKpiOperation } from './operations/define.ts';
import { explainOperation } from './operations/explain.ts';
import { exportOperation } from './operations/export.ts';
import { fitnessOperation } from './operations/fitness.ts';
import { funnelOperation } from './operations/funnel.ts';
import { glossaryOperation } from './operations/glossary.ts';
import { importOperation } from './operations/import.ts';
import { kpisOperation } from './operations/kpis.ts';
import { lifecycleOperation } from './operations/lifecycle.ts';
import { lintOperation } from './operations/lint.ts';
import { queryOperation } from './operations/query.ts';
import { readOperation } from './operations/read.ts';
import { recordsOperation } from './operations/records.ts';
import { replayOperation } from './operations/replay.ts';
import { segmentsOperation } from './operations/segments.ts';
import { undoOperation } from './operations/undo.ts';

/** Every operation on an open workspace. What is not here cannot be asked for over the socket. */
export const operationList = [
  adviseOperation,
  backupOperation,
  batchesOperation,
  boardOperation,
  checkOperation,
  choicesOperation,
  companyOperation,
  defineKpiOperation,
  explainOperation,
  exportOperation,
  fitnessOperation,
  glossaryOperation,
  importOperation,
  kpisOperation,
  lintOperation,
  queryOperation,
  readOperation,
  recordsOperation,
  replayOperation,
  cohortsOperation,
  funnelOperation,
  lifecycleOperation,
  segmentsOperation,
  undoOperation,
] as const satisfies readonly Operation[];

export const operations: ReadonlyMap<string, Operation> = new Map(operationList.map((operation: Operation) => [operation.id, operation]));
