/** That somebody passed a training: what sensitive rights may ask for (`rights.training`). */
export interface TrainingTable {
  readonly id: string;
  /** `member.user_id`. */
  readonly user_id: string;
  /** `data_protection`, or what the company calls it. */
  readonly kind: string;
  readonly passed_at: string;
  readonly expires_at: string;
  /** For people: who wrote it down. */
  readonly recorded_by: string;
}
