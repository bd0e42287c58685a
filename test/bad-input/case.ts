/** What stands in a file of a case; `link` makes a symbolic link instead, relative to the file's folder. */
export type Content = string | Uint8Array | (() => Uint8Array) | { readonly link: string };

/** What a person is told, in both languages: a part of the message, from which paths are taken out. */
export interface Says {
  readonly es: string;
  readonly en: string;
}

/** The whole call is refused and nothing changes. */
interface Refused extends Says {
  readonly exit: 1 | 2;
  readonly code: string;
  /** A part of `where`. */
  readonly where?: string;
  /** A part of `fix` or `expected`, in either language: the way out that is offered. */
  readonly offers?: string;
}

/** A row is left out, told in the file of rejected rows, and the good rows come in. */
interface Rejected extends Says {
  readonly exit: 3;
  readonly code: string;
  readonly line: number;
  readonly column: string | null;
  /** As the file of rejected rows writes it, where that matters. */
  readonly value?: string;
  /** Ids that came in. */
  readonly good: readonly string[];
}

/** The rows come in with a warning. */
interface Warned extends Says {
  readonly exit: 0;
  readonly code: string;
  readonly field: string | null;
  readonly rows: number;
  readonly good: readonly string[];
}

/** The rows come in, and no harm does: what `select` gives, and what an export to CSV holds. */
interface Taken extends Says {
  readonly exit: 0;
  readonly code: null;
  readonly good: readonly string[];
  /** SQL of the warehouse; `{source}` is the case's own. */
  readonly select?: string;
  readonly gives?: readonly Readonly<Record<string, string | number | boolean | null>>[];
  /** Parts of the entity's file in an export to CSV. */
  readonly exported?: readonly string[];
}

export type Expected = Refused | Rejected | Warned | Taken;

/** A workspace made for the case alone. */
export interface OwnWorkspace {
  /** The whole text of `cuadro.yaml`; null: there is none. */
  readonly settings?: string | null;
  /** The format that the warehouse says it has. */
  readonly format?: number;
  /** What stands in place of the warehouse. */
  readonly warehouse?: string;
}

/** One bad input. Its cause is its name. */
export interface BadInput {
  readonly cause: string;
  readonly files?: Readonly<Record<string, Content>>;
  /** YAML without `source`, which the test gives; absent: none is given. */
  readonly mapping?: string | Uint8Array;
  /** Instead of the import of `files`; `{batch}` is the batch that `before` made last. */
  readonly argv?: readonly string[];
  /** More options of the import. */
  readonly options?: readonly string[];
  /** Calls that must go well first. */
  readonly before?: readonly (readonly string[])[];
  readonly workspace?: OwnWorkspace;
  /** Runs into a limit of time or memory, which the test lowers. */
  readonly limited?: 'time' | 'memory';
  /** The entity whose rows are looked at; default opportunity. */
  readonly entity?: string;
  readonly expects: Expected;
}

/** A mapping of one file with these columns, given as YAML. */
export const entry = (file: string, entity: string, columns: string, more = ''): string =>
  `files:\n  - file: ${file}\n    entity: ${entity}\n    columns: { ${columns} }\n${more}`;

/** Opportunities of `file`, which has the columns of `deals`. */
export const dealsOf = (file: string, more = ''): string =>
  entry(file, 'opportunity', 'id: id, amount: amount, created_at: created_at', more);

export const deals = 'id,amount,created_at\na,10.50,2026-01-05\nb,20.25,2026-01-06\n';
