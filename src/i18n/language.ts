/** The languages in which Cuadro speaks. */
export type Language = 'es' | 'en';

/** A text in both languages. */
export type Words = Readonly<Record<Language, string>>;

/** @returns the language of a locale such as `es-MX`; Spanish for those Cuadro does not speak */
export const languageOf = (locale: string): Language => (locale.toLowerCase().startsWith('en') ? 'en' : 'es');

/** @returns the locale for numbers and dates: the language shown, the workspace's country */
export function localeFor(language: Language, workspaceLocale: string): string {
  const country = workspaceLocale.split('-')[1];
  return country ? `${language}-${country}` : language;
}
