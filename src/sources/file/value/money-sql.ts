import { sqlText } from '../sql.ts';
import { currencyCodes, currencySigns } from './currency-codes.ts';
import { type NumberMarks, normalised, numberPattern } from './number-sql.ts';

const escaped = (text: string): string => text.replaceAll(/[$.*+?()[\]{}|\\/]/g, '\\$&');

/** What may stand before or after an amount, for RE2 and for JavaScript alike. */
export const unitPattern = `(?:${[...currencySigns].map(escaped).join('|')}|${currencyCodes.join('|')})`;
/** `MM` is a million too: Spanish writes it so where `M` might be a thousand. */
export const suffixPattern = '(?i:k|mm|mill\\.|mill|mil|millones|millón|m)';

/**
 * RE2 for an amount with signs, codes, symbols and suffixes. Groups: sign before, sign inside, number, suffix, sign after.
 * A parenthesis around it all is a sign before.
 */
function moneyPattern(marks: NumberMarks): string {
  const space = '[\\s\\x{00A0}\\x{202F}]*';
  return (
    `${space}([-+(−]?)${space}${unitPattern}?${space}([-+−]?)${space}(${numberPattern(marks)})` +
    `${space}(${suffixPattern})?${space}${unitPattern}?${space}([-)]?)${space}`
  );
}

/** SQL: a struct of the parts of an amount, its `number` empty where the text is none. */
export function moneyParts(x: string, marks: NumberMarks): string {
  return `regexp_extract(${x}, ${sqlText(`^${moneyPattern(marks)}$`)}, ['before', 'inside', 'number', 'suffix', 'after'])`;
}

/**
 * SQL: `$1,117.10K` is 1117100 and `(1.234,50 €)` is −1234.5, null where it does not read.
 * `parts` names the struct of `moneyParts`; `type` is what comes out.
 */
export function moneySql(parts: string, marks: NumberMarks, type: string): string {
  const suffix = `lower(${parts}.suffix)`;
  const factor = `CASE WHEN ${suffix} = '' THEN 1 WHEN ${suffix} IN ('k', 'mil') THEN 1000 ELSE 1000000 END`;
  const signs = `concat(${parts}.before, ${parts}.inside, ${parts}.after)`;
  const sign = `CASE WHEN ${signs} IN ('-', '−', '()') THEN -1 WHEN ${signs} IN ('', '+') THEN 1 END`;
  const number = `try_cast(${normalised(`${parts}.number`, marks)} AS DECIMAL(28,8))`;
  return `try_cast(${number} * (${factor})::DECIMAL(7,0) * (${sign})::DECIMAL(1,0) AS ${type})`;
}

/** SQL: why an amount did not read. `(-5)` has two signs. */
export function moneyProblem(x: string, parts: string): string {
  const signs = `length(concat(${parts}.before, ${parts}.inside, ${parts}.after))`;
  const sound = `(${parts}.number <> '' AND (${signs} < 2 OR (${signs} = 2 AND ${parts}.before = '(' AND ${parts}.after = ')')))`;
  return `CASE WHEN ${sound} OR try_cast(${x} AS DOUBLE) IS NOT NULL THEN 'number_out_of_range' ELSE 'invalid_number' END`;
}
