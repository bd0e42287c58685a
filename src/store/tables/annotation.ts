/** Something that happened, on the time axis: what a line on a chart is read by. */
export interface AnnotationTable {
  readonly id: string;
  /** `auth_user.id`; null: written at the machine itself, of the sample, or by someone who has left. */
  readonly author_id: string | null;
  /** Of whom has no account here: the sample's people. */
  readonly author_name: string | null;
  /** `strategy`, `product`, `people`, `price`, `outage`, `other`. */
  readonly kind: string;
  /** YYYY-MM-DD, both included. */
  readonly from_day: string;
  readonly to_day: string;
  /** Null: of every KPI. */
  readonly kpi: string | null;
  /** DIM=VALUE; null: the company. */
  readonly scope: string | null;
  /** As it was written. */
  readonly text: string;
  /** JSON: the same by language, where somebody wrote it in both. */
  readonly texts: string | null;
  readonly created_at: string;
  readonly changed_at: string;
}
