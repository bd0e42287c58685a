import type { Format } from '../../words/writing.ts';

export type CellValue = string | number | boolean | null;

const texts = new Set(['text', 'day', 'moment']);

/** Whether a column's values stand to the right, so that digits are below each other. */
export const isNumber = (kind: string): boolean => !texts.has(kind);

/** How a value of a column is written; `signed`: a difference, with its sign. */
export function writeCell(value: CellValue, kind: string, format: Format, signed = false): string {
  if (value === null || value === '') return '–';
  if (typeof value === 'number') return signed ? format.difference(value, kind) : format.column(value, kind);
  if (typeof value === 'boolean') return value ? '✓' : '–';
  if (kind === 'day') return format.day(value);
  if (kind === 'moment') return format.moment(value);
  return value;
}
