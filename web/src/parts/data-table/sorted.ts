import type { Column, SortedBy } from './column.ts';
import { isNumber } from './write-cell.ts';

/** What a click on a heading asks for: numbers from the largest, texts from A; then the other way; then as it came. */
export function nextSort<Row>(columns: readonly Column<Row>[], before: SortedBy | null, key: string): SortedBy | null {
  const begins = isNumber(columns.find((column) => column.key === key)?.kind ?? 'text');
  if (before?.key !== key) return { key, descending: begins };
  return before.descending === begins ? { key, descending: !begins } : null;
}
