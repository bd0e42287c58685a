import type { AboutColumns } from './comment.ts';

/** What was decided, why, by whom, and when to look at it again. */
export interface DecisionTable extends AboutColumns {
  readonly id: string;
  /** Who wrote it down. */
  readonly author_id: string | null;
  readonly author_name: string | null;
  readonly what: string;
  readonly why: string;
  /** Whoever decided, as written. */
  readonly decided_by: string | null;
  readonly decided_on: string;
  /** The day to look at it again; null: none. */
  readonly next_look: string | null;
  /** What came of it, once somebody looked. */
  readonly outcome: string | null;
  readonly closed_at: string | null;
  readonly created_at: string;
}
