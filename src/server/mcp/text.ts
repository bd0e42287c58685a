import { formatValue } from '../../i18n/format.ts';
import type { Told } from './session.ts';

/** What stands in a cell of a table or in a line must not break it. */
export const flat = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');

const row = (cells: readonly string[]): string => `| ${cells.map(flat).join(' | ')} |`;

/** A Markdown table, which models read well; columns that are empty in every row are left out. */
export function markdownTable(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const kept = titles.map((_, index) => index).filter((index) => rows.some((cells) => (cells[index] ?? '') !== ''));
  const pick = (cells: readonly string[]): readonly string[] => kept.map((index) => cells[index] ?? '');
  return [row(pick(titles)), row(kept.map(() => '---')), ...rows.map((cells) => row(pick(cells)))].join('\n');
}

/** Lines that are there. */
export const lines = (...parts: readonly (string | null | false | readonly string[])[]): string =>
  parts
    .flat()
    .filter((part) => part !== null && part !== false && part !== '')
    .join('\n');

export const valueText = (value: number | null, unit: string, { writer }: Told): string =>
  value === null ? '–' : formatValue(value, unit, writer);

export const groupText = (value: string | null, told: Told): string => value ?? told.word('unknown');
