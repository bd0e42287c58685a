/** What a cell's number format makes of a serial number: nothing, or a date, a time, or both. */
export type SerialKind = 'date' | 'datetime' | 'time' | null;

const builtIn = (id: number): SerialKind => {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'date';
  if (id === 22) return 'datetime';
  return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47 ? 'time' : null;
};

/** By its id (ECMA-376, 18.8.30) or its own code. A duration (`[h]:mm`) is a number, not a time of day. */
export function serialKind(id: number, code: string | undefined): SerialKind {
  if (code === undefined) return builtIn(id);
  const plain = (code.split(';')[0] ?? '').toLowerCase().replaceAll(/"[^"]*"|\\.|_.|\*./g, '');
  if (/\[(h+|m+|s+)\]/.test(plain)) return null;
  const tokens = plain.replaceAll(/\[[^\]]*\]/g, '').replace(/general|general|estándar/, '');
  const clock = /[hs]/.test(tokens);
  const date = /[yda]/.test(tokens.replaceAll(/am\/pm|a\/p/g, '')) || (/m/.test(tokens) && !clock);
  if (date) return clock ? 'datetime' : 'date';
  return clock ? 'time' : null;
}

/**
 * A serial day number as ISO text: `2021-04-15`, with a clock where it has one. Excel counts a 29 February 1900 that never was.
 * Null for what is no date (negative, or after 9999).
 */
export function serialText(serial: number, kind: SerialKind, since1904: boolean): string | null {
  if (kind === null || !Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return null;
  const seconds = Math.round((serial % 1) * 86_400);
  const days = Math.floor(serial) + (seconds === 86_400 ? 1 : 0);
  const rest = seconds % 86_400;
  const two = (part: number) => String(part).padStart(2, '0');
  const clock = `${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
  if (kind === 'time' && days === 0) return clock;
  const start = since1904 ? '1904-01-01' : days < 60 ? '1899-12-31' : '1899-12-30';
  const date = Temporal.PlainDate.from(start).add({ days }).toString();
  return kind === 'date' && rest === 0 ? date : `${date} ${clock}`;
}
