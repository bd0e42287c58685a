/** Which rows someone may see. Users are those of the CRM (`user.id` with its source), not accounts of Cuadro. */
export type Rows =
  | { readonly kind: 'all' }
  /** Rows of this user of the CRM; null: nobody is linked yet, so none. */
  | { readonly kind: 'own'; readonly user: CrmUser | null }
  /** Rows of whoever shares this user's team, office or department, or reports to them. */
  | { readonly kind: 'team' | 'office' | 'department'; readonly user: CrmUser | null }
  /** Rows that belong to a saved segment's accounts, contacts, leads or deals. */
  | { readonly kind: 'segment'; readonly name: string };

export interface CrmUser {
  readonly source: string;
  readonly id: string;
}
