/** A cell of a row as text; null for nothing and for an empty text. */
export const textOf = (value: unknown): string | null => (value === null || value === undefined || value === '' ? null : String(value));

export const numberOf = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));

/** A date as whatever driver gives it, YYYY-MM-DD. */
export const dayOf = (value: unknown): string | null => (value instanceof Date ? value.toISOString() : textOf(value))?.slice(0, 10) ?? null;
