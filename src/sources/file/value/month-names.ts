/** Month names by number, Spanish and English, full and as people shorten them; lower case, without dots. */
export const monthNames: readonly (readonly string[])[] = [
  ['ene', 'enero', 'jan', 'january'],
  ['feb', 'febrero', 'february'],
  ['mar', 'marzo', 'march'],
  ['abr', 'abril', 'apr', 'april'],
  ['may', 'mayo'],
  ['jun', 'junio', 'june'],
  ['jul', 'julio', 'july'],
  ['ago', 'agosto', 'aug', 'august'],
  ['sep', 'sept', 'set', 'septiembre', 'setiembre', 'september'],
  ['oct', 'octubre', 'october'],
  ['nov', 'noviembre', 'november'],
  ['dic', 'diciembre', 'dec', 'december'],
];

/** 1–12, or null for a word that is no month. Takes `Abr.`, `abr`, `April`. */
export function monthNumber(word: string): number | null {
  const name = word.toLowerCase().replace(/\.$/, '');
  const at = monthNames.findIndex((names) => names.includes(name));
  return at < 0 ? null : at + 1;
}
