/**
 * A column is of a kind when nearly all of its values are: what strays is for the mapping to explain or for the rejected rows.
 * Of a few values, one may stray.
 */
export const nearlyAll = (count: number, of: number): boolean => count >= 0.95 * of || (of >= 3 && of - count <= 1);
