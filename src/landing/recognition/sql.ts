/** Small pieces of DuckDB's SQL over a row of text columns, for rules of a suggested mapping. */

export const column = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** True for the ways in which exports write "yes". */
export const isTrue = (name: string): string => `lower(${column(name)}) in ('true', 't', '1', 'yes', 'y', 'sí', 'si', 'x')`;

export const isOneOf = (name: string, values: readonly string[]): string =>
  `lower(trim(${column(name)})) in (${values.map((value) => literal(value.toLowerCase())).join(', ')})`;
