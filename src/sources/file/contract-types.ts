export type FileKind = 'delimited' | 'xlsx' | 'parquet' | 'jsonl';

/** One file of an import, found and known to be what its name says. */
export interface InputFile {
  /** As the file system opens it. */
  readonly path: string;
  /** Base name without `.gz`: what a mapping's `file` matches. */
  readonly name: string;
  /** Base name without endings: the view's name in a mapping's `query`. */
  readonly stem: string;
  readonly kind: FileKind;
  readonly gzip: boolean;
  /** On disk. */
  readonly bytes: number;
}

/** What `discoverFiles` found; `ignored` are files of a folder that no reader knows. */
export interface Discovery {
  readonly files: readonly InputFile[];
  readonly ignored: readonly string[];
}

/** `windows-1252` stands for Latin-1 too, which it holds. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15' | 'macintosh';

/** A mapping's `format`: what it states is not detected. */
export interface FormatOverrides {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly quote?: string;
  readonly header?: boolean;
  readonly skip?: number;
  readonly sheet?: string | number;
  readonly decimal?: string;
  readonly thousands?: string;
  readonly dates?: string;
}

export type ColumnKind = 'text' | 'integer' | 'number' | 'money' | 'date' | 'datetime' | 'boolean';

export interface ColumnFormat {
  readonly name: string;
  /** The key in a JSON file, where it differs from the name. */
  readonly key?: string;
  /** A guess from the sample; `text` when nothing else fits all of it. */
  readonly kind: ColumnKind;
  /** The date pattern in the mapping's tokens (`D/M/YYYY HH:mm`); null for ISO, for no date, and when ambiguous. */
  readonly dates: string | null;
  /** The patterns that fit equally well when the sample cannot tell day from month; else empty. */
  readonly dateChoices: readonly string[];
  /** This column's marks; null where it has no number in which they show. */
  readonly decimal: string | null;
  readonly thousands: string | null;
  /** True when the numbers can be read in two ways (`1,234`) or contradict each other or the rest of the file. */
  readonly numberDoubt: boolean;
  /** Up to five different values, not empty, as they came. */
  readonly samples: readonly string[];
  /** DuckDB type of the column after staging: VARCHAR, but for Parquet and JSON lines. */
  readonly type: string;
}

export interface DetectedFormat {
  readonly kind: FileKind;
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly delimiter: string;
  /** Empty: the file has no quotes. */
  readonly quote: string;
  readonly header: boolean;
  /** Lines (rows of a sheet) before the header or the first row. */
  readonly skip: number;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  /** The file's decimal and thousands marks; null where nothing shows them or columns contradict each other. */
  readonly decimal: string | null;
  readonly thousands: string | null;
  /** The mapping's `dates`, if given. */
  readonly dates: string | null;
  /** In file order, trailing empty ones dropped. */
  readonly columns: readonly ColumnFormat[];
  /** Cells in a row, with the columns dropped at the end. */
  readonly width: number;
  readonly newline: '\n' | '\r';
  /** Physical lines of the file; null where they were not counted. */
  readonly lines: number | null;
  /** JSON: an object a line, an array of objects, or objects one after the other. Null for other files. */
  readonly layout: 'lines' | 'array' | 'objects' | null;
  /** Delimited texts: as far as the sample shows, DuckDB can read it line by line once it is UTF-8; else it is written anew first. */
  readonly byLine?: boolean;
  /** DuckDB can read the file itself, which is UTF-8. */
  readonly direct: boolean;
}

/** A row that could not be read. Its words: `fileErrors[code]`. */
export interface RowReject {
  /** Physical line of the file (row of the sheet), 1-based. */
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly code: RejectCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export type RejectCode =
  | 'ragged_row'
  | 'unclosed_quote'
  | 'misplaced_quote'
  | 'nul_byte'
  | 'invalid_utf8'
  | 'line_too_long'
  | 'invalid_json_line';

/**
 * The table that `stageFile` made has the file's columns by their names and, last, `_line BIGINT`: the physical line (row of
 * the sheet, ordinal in Parquet and JSON arrays) on which the record begins.
 */
export interface StageReport {
  readonly rows: number;
  readonly rejects: readonly RowReject[];
}

/** How the values of one column are written. */
export interface ValueFormat {
  /** `.` or `,`. */
  readonly decimal: string;
  /** `.`, `,`, `'`, a space (which stands for hard and narrow spaces too) or null for none. */
  readonly thousands: string | null;
  /** Date pattern; null: ISO only (ISO is always understood). */
  readonly dates: string | null;
  /** Signs, currency codes and symbols, parentheses and suffixes are understood. */
  readonly money: boolean;
  /** Values that mean "nothing", besides the empty text. */
  readonly empty: readonly string[];
  /** IANA zone of times without one. */
  readonly timezone: string;
  /** IANA zone of the workspace: days and dates without a clock are its. */
  readonly workspaceTimezone: string;
  /** An enum's values and their aliases (lower case). */
  readonly values?: readonly string[];
  readonly aliases?: Readonly<Record<string, string>>;
}

/** A named expression; later levels and the results use its name. */
export interface SqlStep {
  readonly name: string;
  readonly sql: string;
}

/**
 * How one raw text becomes a value (DuckDB). `steps` are levels: each must be selected, beside everything before it, in a
 * query around the one before (`stepsSql` does it), so that each is computed once; the other expressions stand above them all.
 */
export interface ValueSql {
  readonly steps: readonly (readonly SqlStep[])[];
  /** Typed: TIMESTAMP (UTC) for an instant, DATE, DECIMAL(18,4), DOUBLE, BIGINT, BOOLEAN or VARCHAR. Null where empty or `problem` is not null. */
  readonly value: string;
  /**
   * A code as text, or null when the value is fine or empty: invalid_number, number_out_of_range, invalid_date, impossible_date,
   * year_out_of_range, invalid_boolean, not_in_list, unknown_currency. Their words are in `fileErrors`.
   */
  readonly problem: string;
  /** For `instant` only: the local DATE in the workspace's zone. */
  readonly day: string | null;
  /** For `instant` only: BOOLEAN, true when the value has no clock; null where the value is. */
  readonly dateOnly: string | null;
}
