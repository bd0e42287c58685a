/** Something that somebody does about a figure, a segment, a customer or a record. */
export interface ActionTable {
  readonly id: string;
  /** `auth_user.id`; null: written at the machine itself, of the sample, or by someone who has left. */
  readonly author_id: string | null;
  /** Of whom has no account here: the sample's people. */
  readonly author_name: string | null;
  /** `src/app/actions/kind.ts`. */
  readonly kind: string;
  readonly title: string;
  readonly hypothesis: string | null;
  /** JSON: title, hypothesis and outcome by language, where somebody wrote them in both. */
  readonly texts: string | null;
  readonly kpi: string | null;
  /** DIM=VALUE; null: the company. */
  readonly scope: string | null;
  /** Of which customers: `need=risk`, `rfm=loyal`, `stage=lapsed`; null: not of such a group. */
  readonly among: string | null;
  readonly customer_source: string | null;
  readonly customer_id: string | null;
  /** A lost lead or deal that is taken up again: `lead`, `opportunity`; null: none. */
  readonly record_entity: string | null;
  readonly record_source: string | null;
  readonly record_id: string | null;
  readonly alert_id: string | null;
  /** A play of the book, or of one's own. */
  readonly play: string | null;
  /** Who does it: an account, a user of the CRM, or both. */
  readonly owner_id: string | null;
  readonly owner_source: string | null;
  readonly owner_user: string | null;
  /** Of a coaching: whom. */
  readonly person_source: string | null;
  readonly person_user: string | null;
  /** 1: only who does it, whom it is about, who wrote it and administrators. */
  readonly private: number;
  readonly due_on: string | null;
  /** Of the KPI: by how much it should change, in its unit or (1) as a share of itself, and until when. */
  readonly expected_change: number | null;
  readonly expected_relative: number;
  readonly expected_by: string | null;
  /** In the company's currency. */
  readonly cost: number | null;
  /** `open`, `done`, `dropped`. */
  readonly status: string;
  /** YYYY-MM-DD: when it was done, and so could have an effect. */
  readonly closed_on: string | null;
  /** Why it was dropped; of one that is done, what came of it. */
  readonly outcome: string | null;
  /** The batch by which it went into the data; null: none. */
  readonly batch: string | null;
  readonly created_at: string;
  readonly changed_at: string;
}

/** What became of an action, step by step. */
export interface ActionEventTable {
  readonly id: string;
  readonly action_id: string;
  readonly by_id: string | null;
  readonly by_name: string | null;
  readonly at: string;
  /** `made`, `changed`, `done`, `dropped`, `reopened`. */
  readonly what: string;
  /** JSON: the names of the fields that changed. */
  readonly fields: string;
}

/** A play of the company's own, beside those of the book. */
export interface PlayTable {
  readonly id: string;
  readonly author_id: string | null;
  readonly kind: string;
  readonly name: string;
  readonly idea: string;
  /** JSON: lines. */
  readonly steps: string;
  /** JSON: ids of KPIs. */
  readonly serves: string;
  readonly measure: string | null;
  /** JSON: classes and stages of customers; null: none in particular. */
  readonly suits: string | null;
  /** Not suggested any more. */
  readonly retired_at: string | null;
  readonly created_at: string;
  readonly changed_at: string;
}
