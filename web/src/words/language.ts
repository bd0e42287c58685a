import i18next, { type TOptions } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
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

void i18next.use(initReactI18next).init({
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

/** @returns a function that says words in the language shown, with `{{places}}` filled and plurals by `count` */
export function useWords<Key extends string>({ name }: Words<Key>): Say<Key> {
  const { t } = useTranslation(name);
  return t as Say<Key>;
}

export function useLanguage(): { readonly language: Language; readonly choose: (language: Language) => void } {
  const { i18n } = useTranslation();
  return {
    language: i18n.language === 'en' ? 'en' : 'es',
    choose: (language) => {
      void i18n.changeLanguage(language);
      document.documentElement.lang = language;
      try {
        localStorage.setItem(kept, language);
      } catch {
        // Shown, if not kept.
      }
    },
  };
}
