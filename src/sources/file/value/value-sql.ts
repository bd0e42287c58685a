import type { FieldType } from '../../../model/field.ts';
import type { ValueFormat, ValueSql } from '../contract-types.ts';
import { sqlText, sqlTexts } from '../sql.ts';
import { currencyCodes, currencyOfSign } from './currency-codes.ts';
import { timeSql } from './date-sql.ts';
import { isMoney, moneyProblem, moneySql } from './money-sql.ts';
import { numberCast, numberProblem } from './number-sql.ts';

const yes = ['true', 't', 'yes', 'y', '1', 'sí', 'si', 's', 'verdadero', 'cierto', 'v', 'on', 'x'];
const no = ['false', 'f', 'no', 'n', '0', 'falso', 'off'];

/**
 * How one raw text (`raw`: SQL of type VARCHAR) becomes a value of the model, in DuckDB's dialect.
 * `''`, blanks and `format.empty` are null and no problem; what does not read is null with the code of a problem.
 * `prefix` begins the names of the steps: one of its own for each value of a query.
 * @throws invalid_date_pattern for a `dates` that is none.
 */
export function valueSql(raw: string, target: FieldType, format: ValueFormat, prefix: string): ValueSql {
  const x = emptied(raw, format.empty);
  const { missing, problem, ...made } = madeFor(x, target, format, prefix);
  const blank = `(${x} IS NULL OR trim(${x}) = '')`;
  return { ...made, problem: problem === null ? 'NULL::VARCHAR' : `CASE WHEN ${missing} AND NOT ${blank} THEN ${problem} END` };
}

interface Made extends Omit<ValueSql, 'problem'> {
  /** Boolean SQL: there is no value. */
  readonly missing: string;
  /** Why, where it is missing and not empty; null where every text will do. */
  readonly problem: string | null;
}

function madeFor(x: string, target: FieldType, format: ValueFormat, prefix: string): Made {
  const plain = { steps: [], day: null, dateOnly: null };
  const simple = (value: string, problem: string | null): Made => {
    const name = `${prefix}_value`;
    return { ...plain, steps: [[{ name, sql: value }]], value: name, missing: `${name} IS NULL`, problem };
  };
  const numeric = (type: string, check: (read: string) => string): Made => {
    const name = `${prefix}_number`;
    const found = `${prefix}_sound`;
    const steps = format.money ? [[{ name: found, sql: isMoney(x, format) }], [{ name, sql: moneySql(x, found, format, type) }]] : [];
    const problem = format.money ? moneyProblem(x, found) : numberProblem(x, format);
    const value = check(name);
    return {
      ...plain,
      steps: format.money ? steps : [[{ name, sql: numberCast(x, format, type) }]],
      value,
      missing: `(${value}) IS NULL`,
      problem,
    };
  };
  switch (target) {
    case 'text':
    case 'reference':
      return { ...plain, value: trimmed(x), missing: 'FALSE', problem: null };
    case 'number':
      return numeric('DOUBLE', (read) => `CASE WHEN isfinite(${read}) THEN ${read} END`);
    case 'integer': {
      const whole = (read: string) => `${read} = trunc(${read})`;
      const made = numeric('DOUBLE', (read) => `CASE WHEN abs(${read}) <= 9007199254740991 AND ${whole(read)} THEN ${read}::BIGINT END`);
      const read = `${prefix}_number`;
      return { ...made, problem: `CASE WHEN isfinite(${read}) AND NOT ${whole(read)} THEN 'invalid_number' ELSE ${made.problem} END` };
    }
    case 'money':
      return numeric('DECIMAL(18,4)', (read) => read);
    case 'boolean': {
      const word = `lower(trim(${x}))`;
      const value = `CASE WHEN ${word} IN (${sqlTexts(yes)}) THEN TRUE WHEN ${word} IN (${sqlTexts(no)}) THEN FALSE END`;
      return simple(value, "'invalid_boolean'");
    }
    case 'instant': {
      const { instant, ...time } = timeSql(x, format, prefix);
      return { ...time, value: instant };
    }
    case 'date': {
      const { steps, day, missing, problem } = timeSql(x, format, prefix);
      return { ...plain, steps, value: day, missing, problem };
    }
    case 'enum':
      return simple(enumSql(x, format.values ?? [], format.aliases ?? {}), "'not_in_list'");
    case 'currency': {
      const signs = Object.entries(currencyOfSign).map(([sign, code]) => `WHEN trim(${x}) = ${sqlText(sign)} THEN ${sqlText(code)}`);
      const code = `upper(trim(${x}))`;
      return simple(`CASE WHEN ${code} IN (${sqlTexts(currencyCodes)}) THEN ${code} ${signs.join(' ')} END`, "'unknown_currency'");
    }
  }
}

/** Null where the mapping says that the value means "nothing". The empty text is dealt with by each target. */
function emptied(raw: string, empty: readonly string[]): string {
  const words = empty.map((word) => word.trim()).filter((word) => word !== '');
  return words.length === 0 ? raw : `CASE WHEN trim(${raw}) IN (${sqlTexts(words)}) THEN NULL ELSE ${raw} END`;
}

/** Blanks at the ends are no part of a name or a key. Only texts that have some pay for `trim`. */
function trimmed(x: string): string {
  return `CASE WHEN ${x} < '!' OR suffix(${x}, ' ') OR suffix(${x}, chr(160)) OR prefix(${x}, chr(160)) THEN nullif(trim(${x}), '') ELSE ${x} END`;
}

/** `En curso` and `en-curso` are `en_curso`: case, blanks and hyphens do not tell values of a closed list apart. */
function enumSql(x: string, values: readonly string[], aliases: Readonly<Record<string, string>>): string {
  const key = `replace(replace(strip_accents(lower(trim(${x}))), ' ', '_'), '-', '_')`;
  const keyOf = (word: string) => word.trim().toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[ -]/g, '_');
  const known = new Map<string, string>();
  for (const [alias, value] of Object.entries(aliases)) known.set(keyOf(alias), value);
  for (const value of values) known.set(keyOf(value), value);
  const cases = values.map((value) => {
    const keys = [...known].filter(([, to]) => to === value).map(([word]) => word);
    return `WHEN ${key} IN (${sqlTexts(keys)}) THEN ${sqlText(value)}`;
  });
  const exact = values.length === 0 ? '' : `WHEN ${x} IN (${sqlTexts(values)}) THEN ${x}`;
  return values.length === 0 ? 'NULL::VARCHAR' : `CASE ${exact} ${cases.join(' ')} END`;
}
