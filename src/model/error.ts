/** Whose fault it is: `input` (the call, mapping, settings or data: exit 2) or `internal` (exit 1). */
export type Blame = 'input' | 'internal';

export interface ErrorFacts {
  /** Stable; its words in each language are in `src/i18n/errors/`. */
  readonly code: string;
  readonly blame?: Blame;
  /** File, line, column, key, option: as exact as is known. */
  readonly where?: string;
  readonly found?: string;
  /** Overrides the code's own words, for lists that only the caller knows (`one of …`). */
  readonly expected?: string;
  /** Fill the `{name}` places of the code's words. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly cause?: unknown;
}

/** Every error that a user is meant to read: where, what was expected, what was found, how to mend it. */
export class CuadroError extends Error {
  readonly code: string;
  readonly blame: Blame;
  readonly where: string | null;
  readonly found: string | null;
  readonly expected: string | null;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(facts: ErrorFacts) {
    super(`${facts.code}${facts.where ? ` at ${facts.where}` : ''}${facts.found ? `: found ${facts.found}` : ''}`, { cause: facts.cause });
    this.name = 'CuadroError';
    this.code = facts.code;
    this.blame = facts.blame ?? 'input';
    this.where = facts.where ?? null;
    this.found = facts.found ?? null;
    this.expected = facts.expected ?? null;
    this.params = facts.params ?? {};
  }
}
