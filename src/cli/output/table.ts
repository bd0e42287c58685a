export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Longer cells end in an ellipsis. */
  readonly max?: number;
}

/** Data are shown, never obeyed: what a terminal would take for a command becomes a visible mark. */
export const plain = (text: string): string =>
  text.replace(/\p{Cc}|\p{Bidi_Control}/gu, (found) => (found === '\n' || found === '\t' ? ' ' : '·'));

const wide = /\p{Extended_Pictographic}|\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Hangul}/u;

/** Columns of a terminal that a text takes. */
export function width(text: string): number {
  let cells = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) cells += wide.test(segment) ? 2 : 1;
  return cells;
}

function clipped(text: string, max: number | undefined): string {
  if (max === undefined || width(text) <= max) return text;
  return `${[...text].slice(0, max - 1).join('')}…`;
}

/** @returns a table with a line under its titles; no colours, so that it can be piped */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => columns.map((column, index) => clipped(plain(row[index] ?? ''), column.max)));
  const widths = columns.map((column, index) => Math.max(width(column.title), ...cells.map((row) => width(row[index] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((text, index) => {
        const gap = ' '.repeat(Math.max(0, (widths[index] ?? 0) - width(text)));
        return columns[index]?.align === 'right' ? gap + text : text + gap;
      })
      .join('  ')
      .trimEnd();
  return [line(columns.map(({ title }) => title)), line(widths.map((cells) => '─'.repeat(cells))), ...cells.map(line)].join('\n');
}
