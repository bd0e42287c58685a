import i18next, { type TOptions } from 'i18next';
import { createContext, createElement, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Language } from '../../../src/i18n/language.ts';

/** `films_one`, `films_other` are asked for as `films`. */
type Base<Key> = Key extends `${infer Name}_${'one' | 'many' | 'other'}` ? Name : Key;

/** The words of one page or part in both languages, under the name of their files. */
export interface Words<Key extends string> {
  readonly name: string;
  /** Only for types: the keys that can be asked for. */
  readonly keys?: Key;
}

export type Say<Key extends string> = (key: Key, values?: TOptions) => string;

const kept = 'cuadro.language';

function firstLanguage(): Language {
  try {
    const language = localStorage.getItem(kept);
    if (language === 'es' || language === 'en') return language;
  } catch {
    // A browser that keeps nothing.
  }
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'es';
}

void i18next.init({
  // All words are here: nothing is waited for.
  initAsync: false,
  lng: firstLanguage(),
  fallbackLng: 'es',
  resources: {},
  // React escapes.
  interpolation: { escapeValue: false },
  returnNull: false,
});
document.documentElement.lang = i18next.language;

/** Makes words known. `en` must have the keys of `es` and no others; the compiler sees to it. */
export function defineWords<const Spanish extends Readonly<Record<string, string>>>(
  name: string,
  es: Spanish,
  en: { readonly [K in keyof Spanish]: string },
): Words<Base<keyof Spanish & string>> {
  i18next.addResourceBundle('es', name, es);
  i18next.addResourceBundle('en', name, en);
  return { name };
}

const says = new Map<string, Say<string>>();

/** The same function for as long as the language is the same: what is drawn with it need not be drawn anew. */
export function sayIn<Key extends string>(language: Language, { name }: Words<Key>): Say<Key> {
  const key = `${language} ${name}`;
  const known = says.get(key) ?? sayOf(language, name);
  says.set(key, known);
  return known;
}

/** Each text is looked up once, of plurals once a form, and its places are filled here: a board says the same few words on every card. */
function sayOf(language: Language, name: string): Say<string> {
  const fixed = i18next.getFixedT(language, name);
  const plural = new Intl.PluralRules(language);
  const texts = new Map<string, string>();
  return (key, values) => {
    const count: unknown = values?.count;
    const form = typeof count === 'number' ? `${key} ${plural.select(count)}` : key;
    const text = texts.get(form) ?? fixed(key, { ...(typeof count === 'number' ? { count } : {}), skipInterpolation: true });
    texts.set(form, text);
    return values === undefined ? text : text.replaceAll(/\{\{(\w+)\}\}/g, (_, place: string) => String(values[place] ?? ''));
  };
}

function onChange(changed: () => void): () => void {
  i18next.on('languageChanged', changed);
  return () => i18next.off('languageChanged', changed);
}

export const languageShown = (): Language => (i18next.language === 'en' ? 'en' : 'es');

function choose(language: Language): void {
  void i18next.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(kept, language);
  } catch {
    // Shown, if not kept.
  }
  // For the server, which sends the first words along with the page.
  // biome-ignore lint/suspicious/noDocumentCookie: browsers have the store of cookies over https alone
  document.cookie = `${kept}=${language}; path=/; max-age=31536000; samesite=lax`;
}

const LanguageContext = createContext<Language>(languageShown());

/** Listened to once, for all the page: hundreds of pieces say words. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  return createElement(LanguageContext, { value: useSyncExternalStore(onChange, languageShown) }, children);
}

/** @returns a function that says words in the language shown, with `{{places}}` filled and plurals by `count` */
export const useWords = <Key extends string>(words: Words<Key>): Say<Key> => sayIn(useContext(LanguageContext), words);

export const useLanguage = (): { readonly language: Language; readonly choose: (language: Language) => void } => ({
  language: useContext(LanguageContext),
  choose,
});
