/** What a comment or a decision is about: as `aboutSchema` in `src/app/subject/about.ts`, with the stretch of days and the alert that it was written on. */
export interface AboutColumns {
  readonly kpi: string | null;
  readonly scope: string | null;
  readonly customer_source: string | null;
  readonly customer_id: string | null;
  /** Of a cell, its period; YYYY-MM-DD. */
  readonly from_day: string | null;
  readonly to_day: string | null;
  readonly alert_id: string | null;
}

/** What someone says about a figure. */
export interface CommentTable extends AboutColumns {
  readonly id: string;
  /** The comment that began the conversation; null: this one. */
  readonly thread_id: string | null;
  readonly author_id: string | null;
  readonly author_name: string | null;
  readonly text: string;
  /** JSON: ids of the members it calls. */
  readonly mentions: string;
  readonly created_at: string;
  readonly edited_at: string | null;
  /** Its text is gone; its place in the conversation stays. */
  readonly deleted_at: string | null;
  /** Of the comment that began it: the conversation is settled. */
  readonly resolved_at: string | null;
  readonly resolved_by: string | null;
}
