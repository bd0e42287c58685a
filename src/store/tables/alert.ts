/** A rule of a company's own or somebody's own, or what is other about one that comes with Cuadro. */
export interface AlertRuleTable {
  /** Of one that comes with Cuadro its id, `default:…`. */
  readonly id: string;
  /** `auth_user.id`; null: made at the machine itself, or by someone who has left. */
  readonly owner_id: string | null;
  /** 1: the company's. 0: its owner's alone. */
  readonly shared: number;
  readonly name: string | null;
  /** JSON: `ruleSchema` in `src/app/alerts/rule.ts`. */
  readonly definition: string;
  /** 0: it is not looked at. */
  readonly active: number;
  readonly created_at: string;
  readonly updated_at: string;
}

/** Where a rule stands for one scope. */
export interface AlertTable {
  readonly id: string;
  readonly rule_id: string;
  readonly kpi: string;
  /** DIM=VALUE; empty: the company. */
  readonly scope: string;
  /** `alertStates` in `src/insights/alerts/state.ts`. */
  readonly state: string;
  /** JSON: `AlertCourse`. */
  readonly course: string;
  /** The first day of the period in which what is going on was first seen; null: nothing is. */
  readonly since: string | null;
  /** The first and last day of the period in which it fired last, and when that was seen. */
  readonly fired_start: string | null;
  readonly fired_end: string | null;
  readonly fired_at: string | null;
  /** The `fired_start` that was told of last; null: none was. */
  readonly told: string | null;
  readonly told_at: string | null;
  readonly acknowledged_at: string | null;
  readonly acknowledged_by: string | null;
  /** Who looks after it. */
  readonly assignee_id: string | null;
  /** JSON: whom else it was sent to. */
  readonly routed: string;
  readonly escalated_at: string | null;
  /** One more with each change, so that two who judge at once do not overwrite each other. */
  readonly revision: number;
  readonly updated_at: string;
}

/** A period as a rule judged it. */
export interface AlertStepTable {
  readonly alert_id: string;
  readonly period_start: string;
  readonly period_end: string;
  readonly sign: string;
  readonly p: number | null;
  readonly value: number | null;
  readonly n: number;
  readonly expected: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** JSON: what was seen beside. */
  readonly saw: string;
  /** JSON: where it left the rule, and what happened. */
  readonly course: string;
  readonly events: string;
  readonly judged_at: string;
}

/** What happened to an alert; only ever added to. */
export interface AlertEventTable {
  readonly id: string;
  readonly alert_id: string;
  /** The same event is written once. */
  readonly key: string;
  readonly kind: string;
  readonly period_start: string;
  readonly period_end: string;
  readonly at: string;
  /** Who did it; null: nobody, it happened. */
  readonly member_id: string | null;
  /** JSON. */
  readonly facts: string;
}

/** Until when nobody is told, and why. */
export interface AlertMuteTable {
  readonly id: string;
  /** One of both: an alert, or a rule with all its alerts. */
  readonly alert_id: string | null;
  readonly rule_id: string | null;
  readonly reason: string;
  readonly until: string;
  readonly member_id: string | null;
  readonly made_at: string;
  readonly ended_at: string | null;
}
