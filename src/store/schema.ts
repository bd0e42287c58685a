import type { ActionEventTable, ActionTable, PlayTable } from './tables/action.ts';
import type { AlertEventTable, AlertMuteTable, AlertRuleTable, AlertStepTable, AlertTable } from './tables/alert.ts';
import type { AnnotationTable } from './tables/annotation.ts';
import type { ApiKeyTable } from './tables/api-key.ts';
import type { AuditCheckpointTable, AuditEntryTable, AuditHeadTable } from './tables/audit.ts';
import type { BackupMadeTable } from './tables/backup-made.ts';
import type { BoardTable } from './tables/board.ts';
import type { CommentTable } from './tables/comment.ts';
import type { DecisionTable } from './tables/decision.ts';
import type { InvitationTable } from './tables/invitation.ts';
import type { JobRunTable, JobTable, LeaseTable } from './tables/job.ts';
import type { KnownValueTable } from './tables/known-value.ts';
import type { KudosTable } from './tables/kudos.ts';
import type { MemberTable } from './tables/member.ts';
import type { ChannelTable, DeliveryTable, DigestTable, NoticePreferenceTable, NoticeReaderTable, NoticeTable } from './tables/notice.ts';
import type { DefinitionTable, ReviewDecisionTable, ReviewTable, UsageTable } from './tables/review.ts';
import type {
  AuthAccountTable,
  AuthPasskeyTable,
  AuthSessionTable,
  AuthTwoFactorTable,
  AuthUserTable,
  AuthVerificationTable,
} from './tables/sign-in.ts';
import type { TrainingTable } from './tables/training.ts';

/**
 * Every table of the store: its name and the shape of its rows. One file a table in `tables/`. Instants are ISO 8601 in UTC, truth values
 * 0 and 1, documents JSON text, so that SQLite and PostgreSQL hold the same.
 */
export interface Schema {
  readonly alert_rule: AlertRuleTable;
  readonly alert: AlertTable;
  readonly alert_step: AlertStepTable;
  readonly alert_event: AlertEventTable;
  readonly alert_mute: AlertMuteTable;
  readonly auth_user: AuthUserTable;
  readonly auth_session: AuthSessionTable;
  readonly auth_account: AuthAccountTable;
  readonly auth_verification: AuthVerificationTable;
  readonly auth_two_factor: AuthTwoFactorTable;
  readonly auth_passkey: AuthPasskeyTable;
  readonly member: MemberTable;
  readonly invitation: InvitationTable;
  readonly api_key: ApiKeyTable;
  readonly audit_entry: AuditEntryTable;
  readonly audit_head: AuditHeadTable;
  readonly audit_checkpoint: AuditCheckpointTable;
  readonly backup_made: BackupMadeTable;
  readonly board: BoardTable;
  readonly training: TrainingTable;
  readonly job: JobTable;
  readonly job_run: JobRunTable;
  readonly lease: LeaseTable;
  readonly known_value: KnownValueTable;
  readonly notice: NoticeTable;
  readonly notice_reader: NoticeReaderTable;
  readonly delivery: DeliveryTable;
  readonly channel: ChannelTable;
  readonly notice_preference: NoticePreferenceTable;
  readonly digest: DigestTable;
  readonly annotation: AnnotationTable;
  readonly comment: CommentTable;
  readonly decision: DecisionTable;
  readonly kudos: KudosTable;
  readonly action: ActionTable;
  readonly action_event: ActionEventTable;
  readonly play: PlayTable;
  readonly review: ReviewTable;
  readonly review_decision: ReviewDecisionTable;
  readonly definition: DefinitionTable;
  readonly usage: UsageTable;
}
