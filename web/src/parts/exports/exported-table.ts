export type ExportedValue = string | number | boolean | null;

export interface ExportedColumn {
  readonly label: string;
  /** `text`, `day`, `moment`, `points` (of a hundred), or the unit of a number (`count`, `money`, `rate`, `days`…). */
  readonly kind: string;
}

/** A table as it goes into a file: values, not their writing. */
export interface ExportedTable {
  readonly columns: readonly ExportedColumn[];
  readonly rows: readonly (readonly ExportedValue[])[];
}

/** What a file says of itself: where its figures come from, of what and of when. */
export interface ExportedAbout {
  readonly title: string;
  /** Name and value, one a line. */
  readonly facts: readonly (readonly [name: string, value: string])[];
}

/** How the company writes: money of its own, and instants in its time zone. */
export interface ExportedPlace {
  readonly locale: string;
  readonly currency: string;
  readonly timezone: string;
}
