/** A backup that was made, so that it can be said which still hold a person who was erased since. */
export interface BackupMadeTable {
  readonly id: string;
  readonly made_at: string;
  /** Where it was written; it may be elsewhere now. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}
