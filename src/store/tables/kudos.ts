/** Thanks to someone of the company for what they reached. */
export interface KudosTable {
  readonly id: string;
  readonly from_id: string | null;
  readonly from_name: string | null;
  /** A user of the CRM. */
  readonly person_source: string;
  readonly person_id: string;
  readonly kpi: string | null;
  readonly from_day: string | null;
  readonly to_day: string | null;
  readonly text: string;
  readonly created_at: string;
}
