import type { Operation } from './operation.ts';
import { accessReviewOperation } from './operations/access-review.ts';
import { adviseOperation } from './operations/advise.ts';
import { archiveAuditOperation } from './operations/archive-audit.ts';
import { auditOperation } from './operations/audit.ts';
import { backupOperation } from './operations/backup.ts';
import { batchesOperation } from './operations/batches.ts';
import { boardOperation } from './operations/board.ts';
import { cancelJobOperation } from './operations/cancel-job.ts';
import { checkOperation } from './operations/check.ts';
import { choicesOperation } from './operations/choices.ts';
import { cohortsOperation } from './operations/cohorts.ts';
import { companyOperation } from './operations/company.ts';
import { defineKpiOperation } from './operations/define.ts';
import { explainOperation } from './operations/explain.ts';
import { exportOperation } from './operations/export.ts';
import { exportAuditOperation } from './operations/export-audit.ts';
import { fitnessOperation } from './operations/fitness.ts';
import { funnelOperation } from './operations/funnel.ts';
import { glossaryOperation } from './operations/glossary.ts';
import { importOperation } from './operations/import.ts';
import { jobsOperation } from './operations/jobs.ts';
import { knownOperation } from './operations/known.ts';
import { kpisOperation } from './operations/kpis.ts';
import { lifecycleOperation } from './operations/lifecycle.ts';
import { lintOperation } from './operations/lint.ts';
import { queryOperation } from './operations/query.ts';
import { readOperation } from './operations/read.ts';
import { recordsOperation } from './operations/records.ts';
import { rememberOperation } from './operations/remember.ts';
import { replayOperation } from './operations/replay.ts';
import { retryJobOperation } from './operations/retry-job.ts';
import { runJobOperation } from './operations/run-job.ts';
import { segmentsOperation } from './operations/segments.ts';
import { recordTrainingOperation, trainingOperation } from './operations/training.ts';
import { undoOperation } from './operations/undo.ts';
import { verifyAuditOperation } from './operations/verify-audit.ts';

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
  accessReviewOperation,
  archiveAuditOperation,
  auditOperation,
  exportAuditOperation,
  verifyAuditOperation,
  recordTrainingOperation,
  trainingOperation,
  cancelJobOperation,
  jobsOperation,
  knownOperation,
  rememberOperation,
  retryJobOperation,
  runJobOperation,
] as const satisfies readonly Operation[];

export const operations: ReadonlyMap<string, Operation> = new Map(operationList.map((operation: Operation) => [operation.id, operation]));
