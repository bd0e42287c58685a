/** The words of one outcome of a reading rule: what it says of what it saw, and what to do next. */
export interface ReadingWords {
  /** Places: {kpi}, {value}, {before}, {others} (the companions seen, with their values), {also} (the same as a sentence, or nothing) and the rule's own. */
  readonly says: string;
  readonly next: string;
}

/** By `<rule>.<outcome>`. */
export type ReadingTexts = Readonly<Record<string, { readonly es: ReadingWords; readonly en: ReadingWords }>>;
