/** Whose a KPI is and when it is looked at again. No row: nobody has taken it up. */
export interface ReviewTable {
  readonly kpi: string;
  /** `auth_user.id`; null: nobody's, or someone's without an account. */
  readonly owner_id: string | null;
  readonly owner_name: string | null;
  /** YYYY-MM-DD; null: when the cadence says. */
  readonly next_on: string | null;
  /** Since when it is on no board and in no choice; null: it is in use. */
  readonly retired_on: string | null;
  /** The KPI to look at instead of a retired one; null: none. */
  readonly replaced_by: string | null;
}

/** What a review decided. */
export interface ReviewDecisionTable {
  readonly id: string;
  readonly kpi: string;
  /** `keep`, `change`, `retire`, `revive`. */
  readonly decision: string;
  readonly reason: string;
  readonly author_id: string | null;
  readonly author_name: string | null;
  readonly decided_on: string;
  readonly next_on: string | null;
  readonly created_at: string;
}

/** A definition that was in force from a day on: the first row of a KPI, since when it is watched; each other, a change. */
export interface DefinitionTable {
  readonly id: string;
  readonly kpi: string;
  readonly from_day: string;
  /** JSON: version, parameters, meanings of contested words. */
  readonly definition: string;
  readonly seen_at: string;
}

/** That a member looked at a KPI on a day: no more than that is kept. */
export interface UsageTable {
  readonly day: string;
  readonly kpi: string;
  readonly member_id: string;
}
