/** A key for programs: its member's rights, cut down to its permissions. The key itself is nowhere kept. */
export interface ApiKeyTable {
  readonly id: string;
  /** `member.user_id`. */
  readonly user_id: string;
  readonly name: string;
  /** The first characters, by which people recognise it. */
  readonly start: string;
  readonly token_hash: string;
  /** A JSON array. */
  readonly permissions: string;
  readonly expires_at: string | null;
  readonly created_at: string;
  readonly last_used_at: string | null;
}
