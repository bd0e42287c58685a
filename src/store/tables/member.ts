/** What someone may see and do: rights as given, and as a role gives them where null. */
export interface GrantColumns {
  readonly role: string;
  /** Data steward, as an extra right. */
  readonly steward: number;
  /** `all`, `own`, `team`, `office`, `department`, `segment`; null: as the role. */
  readonly rows: string | null;
  /** The segment's name, where `rows` is `segment`. */
  readonly segment: string | null;
  /** `shown`, `masked`; null: as the role. */
  readonly personal: string | null;
  /** `shown`, `hidden`; null: as the role. */
  readonly amounts: string | null;
  /** The user of the CRM that this person is: `user.id` with its source. */
  readonly crm_source: string | null;
  readonly crm_user_id: string | null;
}

/** An account's rights here. No row: it can sign in to nothing. */
export interface MemberTable extends GrantColumns {
  /** `auth_user.id`. */
  readonly user_id: string;
  readonly language: string | null;
  /** The board that opens first: an id, or `role:sales`; null: the most urgent. */
  readonly board: string | null;
  readonly active: number;
  readonly created_at: string;
  readonly last_seen_at: string | null;
}
