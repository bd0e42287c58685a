/** A piece of work that a server does by itself, once. */
export interface JobTable {
  readonly id: string;
  readonly kind: string;
  /** Who asked twice for the same thing gets the same job; null: always another. */
  readonly key: string | null;
  /** The schedule that it belongs to, such as `refresh:ventas`. */
  readonly schedule: string | null;
  /** JSON. */
  readonly input: string;
  /** `waiting`, `running`, `done`, `failed`, `cancelled`. */
  readonly state: string;
  /** Not before. */
  readonly due_at: string;
  /** How often it was begun; also tells a runner that has lost its lease from the one that took over. */
  readonly attempts: number;
  readonly max_attempts: number;
  readonly cancel_asked: number;
  readonly asked_by: string;
  readonly created_at: string;
  readonly started_at: string | null;
  readonly finished_at: string | null;
  /** JSON; of a job that is done. */
  readonly result: string | null;
  /** JSON: code and facts of the last error. */
  readonly error: string | null;
}

/** One attempt at a job. */
export interface JobRunTable {
  readonly job_id: string;
  readonly attempt: number;
  readonly runner: string;
  readonly started_at: string;
  readonly finished_at: string | null;
  /** `done`, `failed`, `lost` (its runner died), `stopped` (its runner was shut down), `cancelled`; null: under way. */
  readonly outcome: string | null;
  readonly error: string | null;
}

/** Who may do something alone, and until when unless they say again that they live. */
export interface LeaseTable {
  readonly name: string;
  readonly holder: string;
  readonly until: string;
}
