/** Who did or saw what, one row a call. Only ever added to: triggers refuse the rest. */
export interface AuditEntryTable {
  /** From 1, without a gap. */
  readonly sequence: number;
  readonly at: string;
  /** `local`, `system`, `user`, `key`, `guest`. */
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly actor_role: string;
  readonly operation: string;
  readonly permission: string;
  /** A JSON object: ids, KPI names, counts; no values of records. */
  readonly detail: string;
  /** `ok`, `forbidden` or another error code. */
  readonly outcome: string;
  /** An address, `cli`, `job`. */
  readonly origin: string;
  /** SHA-256 of the hash before and of this row. */
  readonly hash: string;
}

/** One row: where the chain ends. Whoever adds to it holds this row meanwhile. */
export interface AuditHeadTable {
  readonly id: number;
  readonly sequence: number;
  readonly hash: string;
}

/** Up to where entries have left for an archive, and the hash from which the chain goes on. */
export interface AuditCheckpointTable {
  readonly sequence: number;
  readonly hash: string;
  readonly made_at: string;
  /** In the workspace's `audit` folder. */
  readonly archive: string;
  readonly archive_sha256: string;
}
