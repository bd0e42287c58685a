import type { SqlStep } from '../contract-types.ts';
import { sqlText, sqlTexts } from '../sql.ts';
import { type DatePattern, parseDatePattern, shapeOf, strptimeFormat, withoutClock } from './date-pattern.ts';
import { monthNames } from './month-names.ts';
import { localDaySql, utcSql } from './zone-sql.ts';

/** How a column's times are written and where they are. */
export interface TimeFormat {
  readonly dates: string | null;
  readonly timezone: string;
  readonly workspaceTimezone: string;
}

/** SQL expressions above `steps`; null where the text is empty or does not read. */
export interface TimeSql {
  readonly steps: readonly (readonly SqlStep[])[];
  /** TIMESTAMP, UTC. */
  readonly instant: string;
  /** DATE on the workspace's calendar. */
  readonly day: string;
  /** BOOLEAN: no clock was given. */
  readonly dateOnly: string;
  /** Boolean SQL: neither was read. */
  readonly missing: string;
  /** Why, where missing. */
  readonly problem: string;
}

const isoOffset = '[zZ]|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?';

const has = (pattern: DatePattern, token: string): boolean => pattern.parts.some((part) => 'token' in part && part.token === token);

/** The word that may be a month's name. */
const wordSql = (x: string): string => `regexp_extract(lower(${x}), '[a-z]{3,}\\.?')`;

/** Month names to numbers, `p. m.` to `pm`: what `strptime` then reads whatever the language. */
function withoutWords(x: string, word: string, pattern: DatePattern): string {
  let text = `lower(trim(${x}))`;
  if (pattern.names) {
    const name = `rtrim(${word}, '.')`;
    const number = monthNames.map((names, at) => `WHEN ${name} IN (${sqlTexts(names)}) THEN ${sqlText(String(at + 1).padStart(2, '0'))}`);
    text = `replace(${text}, ${word}, CASE ${number.join(' ')} ELSE '#' END)`;
  }
  if (has(pattern, 'A')) text = `regexp_replace(${text}, '([ap])\\.?\\s?m\\.?', '\\1m')`;
  return pattern.zone ? `regexp_replace(${text}, '(z|utc|gmt)$', '+00:00')` : text;
}

/** TIMESTAMP without zone from ISO text that has no offset; only what starts with a digit (the cast also takes `epoch`). */
function isoLocalSql(x: string): string {
  return `CASE WHEN ${x} >= '0' AND ${x} < ':' AND NOT ${hasOffset(x)} THEN try_cast(trim(${x}) AS TIMESTAMP) END`;
}

// 19 characters are a date and a clock without an offset: the usual case, spared the regular expression.
const hasOffset = (x: string): string =>
  `(length(${x}) > 16 AND length(${x}) <> 19 AND regexp_matches(${x}, ${sqlText(`:\\d{2}(?:[.,]\\d+)?\\s?(?:${isoOffset})\\s*$`)}))`;

/** UTC TIMESTAMP from ISO text with an offset. Seconds may lack and a space may stand before the offset. */
function isoOffsetSql(x: string): string {
  const spaced = `regexp_replace(trim(${x}), '\\s([+-]\\d|[zZ]|UTC|GMT)', '\\1')`;
  const seconds = `regexp_replace(${spaced}, '^(\\d+-\\d+-\\d+[T ]\\d{1,2}:\\d{2})([zZ+-]|UTC|GMT)', '\\1:00\\2')`;
  const text = `regexp_replace(${seconds}, '[zZ]$|UTC$|GMT$', '+00')`;
  return `CASE WHEN ${x} >= '0' AND ${x} < ':' AND ${hasOffset(x)} THEN make_timestamp(epoch_us(try_cast(${text} AS TIMESTAMPTZ))) END`;
}

const inYears = (time: string): string => `${time} >= TIMESTAMP '1900-01-01' AND ${time} < TIMESTAMP '2200-01-01'`;

/**
 * Reads a date or a moment by a declared pattern; ISO is always understood, whatever the pattern.
 * `x` is SQL: the raw text, null for "nothing"; `prefix` begins the names of the steps.
 */
export function timeSql(x: string, format: TimeFormat, prefix: string): TimeSql {
  const pattern = format.dates === null ? null : parseDatePattern(format.dates);
  const short = pattern === null ? null : withoutClock(pattern);
  const [word, text, read, given] = [`${prefix}_word`, `${prefix}_text`, `${prefix}_local`, `${prefix}_given`];
  const wordy = pattern !== null && (pattern.names || pattern.zone || has(pattern, 'A'));
  const source = wordy ? text : x;
  const parse = (one: DatePattern) => guarded(source, one, `try_strptime(${source}, ${sqlText(strptimeFormat(one))})`);

  const byPattern = pattern === null || pattern.zone ? [] : [parse(pattern)];
  const byShort = short === null ? [] : [parse(short)];
  const withZone = pattern?.zone ? [`make_timestamp(epoch_us(${parse(pattern)}))`] : [];
  const steps: SqlStep[][] = [
    [
      { name: read, sql: coalesced([...byPattern, ...byShort, isoLocalSql(x)]) },
      { name: given, sql: coalesced([...withZone, isoOffsetSql(x)]) },
    ],
  ];
  if (wordy) steps.unshift([{ name: word, sql: wordSql(x) }], [{ name: text, sql: withoutWords(x, word, pattern) }]);

  // Without a pattern, and with the usual `HH:mm`, a colon is the clock; a pattern like `HH.mm` has to be asked.
  const colon = pattern === null || !pattern.clock || /:mm?/.test(format.dates ?? '');
  const noClock = colon ? `NOT contains(${x}, ':')` : `(${byPattern[0] ?? 'NULL'} IS NULL AND NOT contains(${x}, ':'))`;

  const { timezone, workspaceTimezone } = format;
  const same = timezone === workspaceTimezone;
  const localUtc = same
    ? utcSql(read, timezone)
    : `CASE WHEN ${noClock} THEN ${utcSql(read, workspaceTimezone)} ELSE ${utcSql(read, timezone)} END`;
  const utc = `${prefix}_utc`;
  steps.push([{ name: utc, sql: `CASE WHEN ${inYears(read)} THEN ${localUtc} WHEN ${inYears(given)} THEN ${given} END` }]);
  const ownDay = same ? `${inYears(read)}` : `${inYears(read)} AND ${noClock}`;
  return {
    steps,
    instant: utc,
    day: `CASE WHEN ${ownDay} THEN ${read}::DATE ELSE ${localDaySql(utc, workspaceTimezone)} END`,
    dateOnly: `CASE WHEN ${utc} IS NOT NULL THEN ${read} IS NOT NULL AND ${noClock} END`,
    missing: `${utc} IS NULL`,
    problem: timeProblem(x, source, pattern, short, `coalesce(${read}, ${given})`),
  };
}

const coalesced = (items: readonly string[]): string => (items.length === 1 ? (items[0] ?? 'NULL') : `coalesce(${items.join(', ')})`);

/** `strptime` reads `1997011` as `%Y%m%d`: digits that touch must have their full length. */
function guarded(text: string, pattern: DatePattern, read: string): string {
  const touching = pattern.parts.some((part, at) => 'token' in part && 'token' in (pattern.parts[at + 1] ?? {}));
  if (!touching) return read;
  const shape = shapeOf(pattern, '\\d{4}').replaceAll('\\d{1,2}', '\\d{2}');
  return `CASE WHEN regexp_full_match(trim(${text}), ${sqlText(shape)}) THEN ${read} END`;
}

function timeProblem(x: string, text: string, pattern: DatePattern | null, short: DatePattern | null, parsed: string): string {
  const isoShape = (year: string) => `${year}[-/]\\d{1,2}[-/]\\d{1,2}(?:[T ]\\d{1,2}:\\d{1,2}.*)?`;
  const patterns = [pattern, short].filter((one) => one !== null);
  const looks = (year: string) =>
    [`regexp_full_match(trim(${x}), ${sqlText(isoShape(year))})`]
      .concat(patterns.map((one) => `regexp_full_match(trim(${text}), ${sqlText(shapeOf(one, year))})`))
      .join(' OR ');
  return (
    `CASE WHEN ${parsed} IS NOT NULL OR ((${looks('\\d{1,9}')}) AND NOT (${looks('\\d{4}')})) THEN 'year_out_of_range' ` +
    `WHEN ${looks('\\d{4}')} THEN 'impossible_date' ELSE 'invalid_date' END`
  );
}
