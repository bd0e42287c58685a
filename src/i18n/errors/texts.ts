export interface ErrorText {
  /** What is wrong. `{name}` places are filled from the error's `params`, `where` and `found`. */
  readonly message: string;
  readonly expected: string;
  /** How to mend it. */
  readonly fix: string;
  /** What was found in words, of what is known by a code: `{ text: 'texto' }`. */
  readonly found?: Readonly<Record<string, string>>;
}

/** The words of each error code in both languages. */
export type ErrorTexts = Readonly<Record<string, { readonly es: ErrorText; readonly en: ErrorText }>>;
