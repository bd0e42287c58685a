export interface Statement {
  /** In schema `result`, made from `sql`. */
  readonly table: string;
  /** One SELECT, checked. */
  readonly sql: string;
}

/** What the sandbox's process is told. */
export interface Job {
  /** A DuckDB file that holds nothing but the import's tables. */
  readonly database: string;
  readonly temporary: string;
  readonly statements: readonly Statement[];
  readonly limits: SandboxLimits;
}

export interface SandboxLimits {
  /** For all statements together; large imports get a second more for each 20 MB. */
  readonly seconds: number;
  /** Of the whole process. */
  readonly memoryMb: number;
  /** How far the file may grow. */
  readonly growthMb: number;
}

export type Failure = 'timeout' | 'memory' | 'size' | 'forbidden' | 'failed';

export type Answer =
  | { readonly ok: true }
  /** `statement`: its index. */
  | { readonly ok: false; readonly failure: Failure; readonly statement: number; readonly message: string };
