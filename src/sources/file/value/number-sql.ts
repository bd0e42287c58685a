import { sqlText } from '../sql.ts';

/** How numbers are written: `decimal` is `.` or `,`; `thousands` one of `.`, `,`, `'`, a space, or null for none. */
export interface NumberMarks {
  readonly decimal: string;
  readonly thousands: string | null;
}

/** A character class (RE2) for a thousands mark. A space stands for the hard and the narrow ones that spreadsheets write. */
function markClass(mark: string): string {
  if (mark === ' ') return '[ \\x{00A0}\\x{202F}\\x{2009}]';
  if (mark === "'") return "['’]";
  return mark === '.' ? '\\.' : mark;
}

/** RE2 for an unsigned number. Thousands marks stand only between groups of three: `9,99` is no number where `,` groups. */
export function numberPattern(marks: NumberMarks): string {
  const decimal = marks.decimal === ',' ? ',' : '\\.';
  const plain = `\\d+(?:${decimal}\\d*)?|${decimal}\\d+`;
  if (marks.thousands === null) return `(?:${plain})`;
  return `(?:[1-9]\\d{0,2}(?:${markClass(marks.thousands)}\\d{3})+(?:${decimal}\\d*)?|${plain})`;
}

/** SQL: the same number with `.` and without thousands marks, ready for a cast. `x` must match `numberPattern` first. */
export function normalised(x: string, marks: NumberMarks): string {
  const ungrouped = marks.thousands === null ? x : `regexp_replace(${x}, ${sqlText(markClass(marks.thousands))}, '', 'g')`;
  return marks.decimal === ',' ? `replace(${ungrouped}, ',', '.')` : ungrouped;
}

/**
 * SQL: text to `type`, null where it does not read. Only values with a thousands mark pay for a regular expression.
 * DuckDB's cast is laxer than a person: it takes `1_000`, so underscores are refused before.
 */
export function numberCast(x: string, marks: NumberMarks, type: string): string {
  const cast = (text: string) => `try_cast(${text} AS ${type})`;
  const grouped = (text: string) =>
    `CASE WHEN regexp_full_match(${text}, ${sqlText(`[+-]?${numberPattern(marks)}`)}) THEN ${cast(normalised(text, marks))} END`;
  const cases = [`WHEN contains(${x}, '_') THEN NULL`];
  const { thousands, decimal } = marks;
  if (thousands === ' ') {
    // A padded number has spaces too, so the shape decides on the trimmed text.
    cases.push(`WHEN regexp_matches(${x}, ${sqlText(`\\d${markClass(' ')}`)}) THEN ${grouped(`trim(${x})`)}`);
  } else if (thousands !== null) {
    const marksOf = thousands === "'" ? `(contains(${x}, '''') OR contains(${x}, '’'))` : `contains(${x}, ${sqlText(thousands)})`;
    cases.push(`WHEN ${marksOf} THEN ${grouped(`trim(${x})`)}`);
  }
  if (decimal === ',' && thousands !== '.') cases.push(`WHEN contains(${x}, '.') THEN NULL`);
  return `CASE ${cases.join(' ')} ELSE ${cast(decimal === ',' ? `replace(${x}, ',', '.')` : x)} END`;
}

/** SQL: why `x` is no number of the target, given that it was not read as one: it may be one that is too large. */
export function numberProblem(x: string, marks: NumberMarks): string {
  return `CASE WHEN ${numberCast(x, marks, 'DOUBLE')} IS NOT NULL THEN 'number_out_of_range' ELSE 'invalid_number' END`;
}
