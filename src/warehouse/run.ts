/** What a warehouse answers with: dates YYYY-MM-DD, instants ISO in UTC (`2024-03-05T10:00:00Z`, microseconds when there are any), money as a number. */
export type Value = string | number | boolean | null | readonly Value[];
export type Row = Readonly<Record<string, Value>>;

/** Runs one SQL statement. Statements that give nothing answer with no rows. */
export type Run = (sql: string) => Promise<readonly Row[]>;
