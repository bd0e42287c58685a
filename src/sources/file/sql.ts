/** A DuckDB text constant. */
export const sqlText = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A DuckDB identifier. */
export const sqlName = (value: string): string => `"${value.replaceAll('"', '""')}"`;

/** A list of text constants for IN or a list literal, without its brackets. */
export const sqlTexts = (values: readonly string[]): string => values.map(sqlText).join(', ');
