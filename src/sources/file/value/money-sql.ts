import { sqlText } from '../sql.ts';
import { currencyCodes, currencySigns } from './currency-codes.ts';
import { type NumberMarks, normalised, numberPattern } from './number-sql.ts';

const escaped = (text: string): string => text.replaceAll(/[$.*+?()[\]{}|\\/]/g, '\\$&');

/** What may stand before or after an amount, for RE2 and for JavaScript alike. */
export const unitPattern = `(?:${[...currencySigns].map(escaped).join('|')}|${currencyCodes.join('|')})`;
/** `MM` is a million too: Spanish writes it so where `M` might be a thousand. */
export const suffixPattern = '(?i:k|mm|mill\\.|mill|mil|millones|millón|m)';

/**
 * RE2 for a whole amount, without groups: those make RE2 a hundred times slower here. One sign at most: before the unit, after
 * it, behind it all, or a parenthesis around it.
 */
function moneyPattern(marks: NumberMarks): string {
  const space = '[\\s\\x{00A0}\\x{202F}]*';
  const amount = `${numberPattern(marks)}${space}${suffixPattern}?${space}${unitPattern}?`;
  const signed = `[-+−]?${space}${unitPattern}?${space}${amount}|${unitPattern}${space}[-+−]${space}${amount}`;
  const after = `${unitPattern}?${space}${amount}${space}-`;
  const around = `\\(${space}${unitPattern}?${space}${amount}${space}\\)`;
  return `${space}(?:${signed}|${after}|${around})${space}`;
}

/** SQL: is it an amount in these marks? */
export function isMoney(x: string, marks: NumberMarks): string {
  return `regexp_full_match(${x}, ${sqlText(moneyPattern(marks))})`;
}

/**
 * SQL: `$1,117.10K` is 1117100 and `(1.234,50 €)` is −1234.5, null where it does not read.
 * `sound` is SQL for what `isMoney` said; `type` is what comes out.
 */
export function moneySql(x: string, sound: string, marks: NumberMarks, type: string): string {
  const blank = marks.thousands === ' ' ? ' \\x{00A0}\\x{202F}\\x{2009}' : '';
  const number = `regexp_extract(${x}, ${sqlText(`\\d[\\d.,'’${blank}]*`)})`;
  const digits = normalised(number, marks);
  const has = (suffix: string) => `regexp_matches(${x}, ${sqlText(`(?i)[\\d.,]\\s*(?:${suffix})(?:[^a-zó]|$)`)})`;
  // Casting text to a wider decimal than 18 digits costs DuckDB some 40 µs a value.
  const times = (factor: string) => `try_cast(try_cast(${digits} AS DECIMAL(18,8)) * ${factor}::DECIMAL(7,0) AS DECIMAL(18,4))`;
  const amount = `CASE WHEN ${has('k|mil')} THEN ${times('1000')} WHEN ${has('m|mm|mill|millones|millón')} THEN ${times('1000000')} ELSE try_cast(${digits} AS DECIMAL(18,4)) END`;
  return `CASE WHEN ${sound} THEN try_cast(CASE WHEN regexp_matches(${x}, '[-−(]') THEN -(${amount}) ELSE ${amount} END AS ${type}) END`;
}

/** SQL: why an amount did not read. */
export function moneyProblem(x: string, sound: string): string {
  return `CASE WHEN ${sound} OR try_cast(${x} AS DOUBLE) IS NOT NULL THEN 'number_out_of_range' ELSE 'invalid_number' END`;
}
