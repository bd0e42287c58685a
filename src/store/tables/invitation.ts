import type { GrantColumns } from './member.ts';

/** A link that makes one account, once. The token itself is nowhere kept. */
export interface InvitationTable extends GrantColumns {
  readonly id: string;
  readonly token_hash: string;
  /** Null in the first run's link: whoever has it says who they are. */
  readonly email: string | null;
  /** Who invited, for people: a name. */
  readonly made_by: string;
  readonly made_at: string;
  readonly expires_at: string;
  readonly used_at: string | null;
}
