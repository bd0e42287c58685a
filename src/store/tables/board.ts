/** A board that someone put together: which KPIs, in which order and size. */
export interface BoardTable {
  readonly id: string;
  /** `auth_user.id`; null: made at the machine itself, or by someone who has left. */
  readonly owner_id: string | null;
  readonly name: string;
  /** 1: everyone sees it. */
  readonly shared: number;
  /** JSON: `boardLayout` in `src/app/boards/layout.ts`. */
  readonly layout: string;
  readonly updated_at: string;
  /** Grows with every change, so that nobody writes over what they have not seen. */
  readonly version: number;
}
