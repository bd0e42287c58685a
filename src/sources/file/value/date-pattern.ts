import { CuadroError } from '../../../model/error.ts';

/** The tokens that a mapping's `dates` may hold; longest first, as they are looked for. */
const tokens = ['YYYY', 'MMMM', 'MMM', 'SSS', 'YY', 'MM', 'DD', 'HH', 'hh', 'mm', 'ss', 'M', 'D', 'H', 'h', 'm', 's', 'A', 'Z'] as const;
export type DateToken = (typeof tokens)[number];

export type DatePart = { readonly token: DateToken } | { readonly literal: string };

export interface DatePattern {
  readonly parts: readonly DatePart[];
  /** Holds hours. */
  readonly clock: boolean;
  /** Month names. */
  readonly names: boolean;
  readonly zone: boolean;
}

const tokenOf = (part: DatePart): DateToken | null => ('token' in part ? part.token : null);

/**
 * `D/M/YYYY HH:mm` → its parts. Text in brackets is literal (`D [de] MMMM`).
 * @throws invalid_date_pattern when a year, a month or a day is missing or stands twice.
 */
export function parseDatePattern(pattern: string): DatePattern {
  const parts: DatePart[] = [];
  for (let at = 0; at < pattern.length; ) {
    const bracket = /^\[([^\]]*)\]/.exec(pattern.slice(at));
    const token = tokens.find((one) => pattern.startsWith(one, at));
    if (bracket) parts.push({ literal: bracket[1] ?? '' });
    else if (token) parts.push({ token });
    else parts.push({ literal: pattern.charAt(at) });
    at += bracket ? bracket[0].length : (token?.length ?? 1);
  }
  const found = parts.map(tokenOf).filter((token) => token !== null);
  const count = (...wanted: DateToken[]) => found.filter((token) => wanted.includes(token)).length;
  const dates = [count('YYYY', 'YY'), count('MMMM', 'MMM', 'MM', 'M'), count('DD', 'D')];
  const clock = [count('HH', 'H', 'hh', 'h'), count('mm', 'm'), count('ss', 's'), count('SSS'), count('A'), count('Z')];
  if (dates.some((times) => times !== 1) || clock.some((times) => times > 1) || (clock[0] === 0 && clock.some((times) => times > 0))) {
    throw new CuadroError({ code: 'invalid_date_pattern', where: 'dates', found: pattern });
  }
  return { parts, clock: clock[0] === 1, names: count('MMMM', 'MMM') === 1, zone: count('Z') === 1 };
}

/** The pattern without its clock, for values that leave the time out: null when it has none, or the clock comes first. */
export function withoutClock(pattern: DatePattern): DatePattern | null {
  if (!pattern.clock) return null;
  const isClock = (part: DatePart) => ['HH', 'H', 'hh', 'h', 'mm', 'm', 'ss', 's', 'SSS', 'A', 'Z'].includes(tokenOf(part) ?? '');
  const end = pattern.parts.findIndex(isClock);
  const date = pattern.parts.slice(0, end);
  const dateTokens = date.filter((part) => 'token' in part).length;
  while (date.length > 0 && 'literal' in (date.at(-1) ?? {})) date.pop();
  return dateTokens === 3 ? { parts: date, clock: false, names: pattern.names, zone: false } : null;
}

const formats: Readonly<Record<DateToken, string>> = {
  YYYY: '%Y',
  YY: '%y',
  MMMM: '%m',
  MMM: '%m',
  MM: '%m',
  M: '%m',
  DD: '%d',
  D: '%d',
  HH: '%H',
  H: '%H',
  hh: '%I',
  h: '%I',
  mm: '%M',
  m: '%M',
  ss: '%S',
  s: '%S',
  SSS: '%f',
  A: '%p',
  Z: '%z',
};

/** The format of DuckDB's `strptime`; month names are numbers by then (see date-sql.ts). */
export function strptimeFormat(pattern: DatePattern): string {
  const halves = pattern.parts.some((part) => tokenOf(part) === 'A');
  return pattern.parts
    .map((part) => {
      if ('literal' in part) return part.literal.toLowerCase().replaceAll('%', '%%');
      return halves && (part.token === 'HH' || part.token === 'H') ? '%I' : formats[part.token];
    })
    .join('');
}

/** RE2 for the shape: what looks like this pattern though it may be no date. `year` is the expression for YYYY. */
export function shapeOf(pattern: DatePattern, year: string): string {
  const digits = (part: DatePart): string => {
    if ('literal' in part) return part.literal.toLowerCase().replaceAll(/[$.*+?()[\]{}|\\/^-]/g, '\\$&');
    if (part.token === 'YYYY') return year;
    if (part.token === 'A') return '[ap]m';
    if (part.token === 'Z') return '(?:z|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})';
    return part.token === 'SSS' ? '\\d{1,6}' : '\\d{1,2}';
  };
  return pattern.parts.map(digits).join('');
}
