/** The languages in which Cuadro speaks. */
export type Language = 'es' | 'en';

/** A text in both languages. */
export type Words = Readonly<Record<Language, string>>;

/** @returns the language of a locale such as `es-MX`; Spanish for those Cuadro does not speak */
export const languageOf = (locale: string): Language => (locale.toLowerCase().startsWith('en') ? 'en' : 'es');

const englishSpeaking: ReadonlySet<string> = new Set(['US', 'GB', 'IE', 'CA', 'AU', 'NZ', 'ZA', 'IN', 'SG', 'MT']);

/** @returns the locale for numbers and dates: the language shown, the workspace's country */
export function localeFor(language: Language, workspaceLocale: string): string {
  const country = workspaceLocale.split('-')[1];
  // English of a country that does not speak it mixes decimal marks (en-ES: 31,9 beside €4,630.64): days first, and points.
  if (language === 'en' && country && !englishSpeaking.has(country)) return 'en-GB';
  return country ? `${language}-${country}` : language;
}
