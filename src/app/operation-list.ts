import type { Operation } from './operation.ts';
import { accessReviewOperation } from './operations/access-review.ts';
import { actionOperation, actionsOperation } from './operations/actions.ts';
import { adviseOperation } from './operations/advise.ts';
import { alertRulesOperation, removeAlertRuleOperation, saveAlertRuleOperation } from './operations/alert-rules.ts';
import { alertOperation, alertsOperation } from './operations/alerts.ts';
import { annotateOperation, annotationsOperation, removeAnnotationOperation } from './operations/annotations.ts';
import { archiveAuditOperation } from './operations/archive-audit.ts';
import { audienceOperation, sendAudienceOperation } from './operations/audience.ts';
import { auditOperation } from './operations/audit.ts';
import { backupOperation } from './operations/backup.ts';
import { backupsOperation } from './operations/backups.ts';
import { batchOperation } from './operations/batch.ts';
import { batchesOperation } from './operations/batches.ts';
import { boardOperation } from './operations/board.ts';
import { boardTemplatesOperation } from './operations/board-templates.ts';
import { boardsOperation, removeBoardOperation, saveBoardOperation } from './operations/boards.ts';
import { cancelJobOperation } from './operations/cancel-job.ts';
import { channelsOperation, removeChannelOperation, saveChannelOperation, testChannelOperation } from './operations/channels.ts';
import { checkOperation } from './operations/check.ts';
import { choicesOperation } from './operations/choices.ts';
import { cohortsOperation } from './operations/cohorts.ts';
import { colleaguesOperation, commentOperation, removeCommentOperation, resolveCommentOperation } from './operations/comment.ts';
import { commentsOperation } from './operations/comments.ts';
import { companyOperation } from './operations/company.ts';
import { crmUsersOperation } from './operations/crm-users.ts';
import { customerOperation } from './operations/customer.ts';
import { customersOperation } from './operations/customers.ts';
import { closeDecisionOperation, decideOperation, decisionsOperation } from './operations/decisions.ts';
import { defineKpiOperation } from './operations/define.ts';
import { digestOperation } from './operations/digest.ts';
import { evaluateAlertsOperation } from './operations/evaluate-alerts.ts';
import { eventEffectOperation } from './operations/event-effect.ts';
import { examineOperation } from './operations/examine.ts';
import { executiveOperation } from './operations/executive.ts';
import { explainOperation } from './operations/explain.ts';
import { exportOperation } from './operations/export.ts';
import { exportAuditOperation } from './operations/export-audit.ts';
import { exportPersonOperation } from './operations/export-person.ts';
import { firstStepsOperation } from './operations/first-steps.ts';
import { fitnessOperation } from './operations/fitness.ts';
import { forecastOperation } from './operations/forecast.ts';
import { forgetOperation } from './operations/forget.ts';
import { funnelOperation } from './operations/funnel.ts';
import { glossaryOperation } from './operations/glossary.ts';
import { handleAlertOperation } from './operations/handle-alert.ts';
import { importOperation } from './operations/import.ts';
import { acceptInvitationOperation, invitationOperation, inviteOperation, withdrawInvitationOperation } from './operations/invitations.ts';
import { jobsOperation } from './operations/jobs.ts';
import { endKeyOperation, keysOperation, makeKeyOperation } from './operations/keys.ts';
import { knownOperation } from './operations/known.ts';
import { kpiVersionsOperation } from './operations/kpi-versions.ts';
import { kpisOperation } from './operations/kpis.ts';
import { giveKudosOperation, leaderboardOperation } from './operations/leaderboard.ts';
import { lifecycleOperation } from './operations/lifecycle.ts';
import { lintOperation } from './operations/lint.ts';
import { changeMemberOperation, removeMemberOperation, resetLinkOperation } from './operations/members.ts';
import { modelOperation } from './operations/model.ts';
import { noticePreferencesOperation, setNoticePreferencesOperation, unsubscribeOperation } from './operations/notice-preferences.ts';
import { noticesOperation, readNoticesOperation } from './operations/notices.ts';
import { openTicketsOperation } from './operations/open-tickets.ts';
import { ownKpisOperation } from './operations/own-kpis.ts';
import { pairedSeriesOperation } from './operations/paired-series.ts';
import { peopleOperation } from './operations/people.ts';
import { pipelineBridgeOperation } from './operations/pipeline-bridge.ts';
import { playsOperation } from './operations/plays.ts';
import { profileOperation } from './operations/profile.ts';
import { queryOperation } from './operations/query.ts';
import { readOperation } from './operations/read.ts';
import { recogniseOperation } from './operations/recognise.ts';
import { recordsOperation } from './operations/records.ts';
import { reengagementOperation } from './operations/reengagement.ts';
import { rememberOperation } from './operations/remember.ts';
import { replayOperation } from './operations/replay.ts';
import { retryJobOperation } from './operations/retry-job.ts';
import { assignKpiOperation, reviewKpiOperation, reviewsOperation } from './operations/reviews.ts';
import { runJobOperation } from './operations/run-job.ts';
import { closeActionOperation, saveActionOperation } from './operations/save-action.ts';
import { retirePlayOperation, savePlayOperation } from './operations/save-play.ts';
import { segmentsOperation } from './operations/segments.ts';
import { sessionOperation } from './operations/session.ts';
import { endSessionOperation, sessionsOperation } from './operations/sessions.ts';
import { removeTargetOperation, setTargetsOperation } from './operations/set-targets.ts';
import { changeSettingsOperation, settingsOperation } from './operations/settings.ts';
import { simulateAlertOperation } from './operations/simulate-alert.ts';
import { suggestTargetOperation } from './operations/suggest-target.ts';
import { targetsOperation } from './operations/targets.ts';
import { recordTrainingOperation, trainingOperation } from './operations/training.ts';
import { tryKpiOperation } from './operations/try-kpi.ts';
import { undoOperation } from './operations/undo.ts';
import { verifyAuditOperation } from './operations/verify-audit.ts';

/** Every operation on an open workspace. What is not here cannot be asked for over the socket. */
export const operationList = [
  adviseOperation,
  backupOperation,
  batchOperation,
  batchesOperation,
  boardOperation,
  checkOperation,
  choicesOperation,
  companyOperation,
  defineKpiOperation,
  explainOperation,
  exportOperation,
  fitnessOperation,
  forecastOperation,
  glossaryOperation,
  importOperation,
  kpisOperation,
  lintOperation,
  ownKpisOperation,
  tryKpiOperation,
  modelOperation,
  queryOperation,
  readOperation,
  recogniseOperation,
  recordsOperation,
  replayOperation,
  cohortsOperation,
  funnelOperation,
  lifecycleOperation,
  openTicketsOperation,
  pipelineBridgeOperation,
  customersOperation,
  customerOperation,
  segmentsOperation,
  targetsOperation,
  setTargetsOperation,
  removeTargetOperation,
  suggestTargetOperation,
  undoOperation,
  accessReviewOperation,
  archiveAuditOperation,
  auditOperation,
  exportAuditOperation,
  verifyAuditOperation,
  exportPersonOperation,
  forgetOperation,
  recordTrainingOperation,
  trainingOperation,
  cancelJobOperation,
  jobsOperation,
  knownOperation,
  rememberOperation,
  retryJobOperation,
  runJobOperation,
  sessionOperation,
  profileOperation,
  sessionsOperation,
  endSessionOperation,
  keysOperation,
  makeKeyOperation,
  endKeyOperation,
  peopleOperation,
  inviteOperation,
  withdrawInvitationOperation,
  invitationOperation,
  acceptInvitationOperation,
  changeMemberOperation,
  removeMemberOperation,
  resetLinkOperation,
  crmUsersOperation,
  settingsOperation,
  changeSettingsOperation,
  noticesOperation,
  digestOperation,
  readNoticesOperation,
  noticePreferencesOperation,
  firstStepsOperation,
  setNoticePreferencesOperation,
  unsubscribeOperation,
  channelsOperation,
  saveChannelOperation,
  removeChannelOperation,
  testChannelOperation,
  backupsOperation,
  examineOperation,
  boardTemplatesOperation,
  boardsOperation,
  saveBoardOperation,
  removeBoardOperation,
  alertsOperation,
  alertOperation,
  handleAlertOperation,
  alertRulesOperation,
  saveAlertRuleOperation,
  removeAlertRuleOperation,
  simulateAlertOperation,
  evaluateAlertsOperation,
  annotationsOperation,
  annotateOperation,
  removeAnnotationOperation,
  eventEffectOperation,
  commentsOperation,
  commentOperation,
  removeCommentOperation,
  resolveCommentOperation,
  colleaguesOperation,
  decisionsOperation,
  decideOperation,
  closeDecisionOperation,
  reviewsOperation,
  reviewKpiOperation,
  assignKpiOperation,
  kpiVersionsOperation,
  leaderboardOperation,
  giveKudosOperation,
  pairedSeriesOperation,
  executiveOperation,
  actionsOperation,
  actionOperation,
  saveActionOperation,
  closeActionOperation,
  playsOperation,
  savePlayOperation,
  retirePlayOperation,
  reengagementOperation,
  audienceOperation,
  sendAudienceOperation,
] as const satisfies readonly Operation[];

export const operations: ReadonlyMap<string, Operation> = new Map(operationList.map((operation: Operation) => [operation.id, operation]));
