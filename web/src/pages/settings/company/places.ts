import type { SelectOption } from '../../../parts/select-field/select-field.tsx';

/** Countries whose way of writing numbers and dates Cuadro is tried with. */
const locales = ['es-ES', 'es-MX', 'es-AR', 'es-CO', 'es-CL', 'es-PE', 'es-UY', 'es-EC', 'es-CR', 'es-US', 'en-GB', 'en-IE', 'en-US'];

const currencies = ['EUR', 'USD', 'MXN', 'COP', 'ARS', 'CLP', 'PEN', 'GBP'];

const begin = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** With what is in force, whatever it is. */
const including = (list: readonly string[], value: string): readonly string[] => (list.includes(value) ? list : [value, ...list]);

export function localeOptions(language: string, value: string): readonly SelectOption[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const languages = new Intl.DisplayNames([language], { type: 'language' });
  return including(locales, value).map((locale) => {
    const { language: spoken, region } = new Intl.Locale(locale);
    const name = begin(languages.of(spoken) ?? spoken);
    return { value: locale, label: region ? `${name} (${names.of(region) ?? region})` : name };
  });
}

export function currencyOptions(
  language: string,
  value: string,
): { readonly common: readonly SelectOption[]; readonly all: readonly SelectOption[] } {
  const names = new Intl.DisplayNames([language], { type: 'currency' });
  const option = (code: string): SelectOption => ({ value: code, label: `${code} · ${names.of(code) ?? code}` });
  const common = including(currencies, value);
  return {
    common: common.map(option),
    all: Intl.supportedValuesOf('currency')
      .filter((code) => !common.includes(code))
      .map(option),
  };
}

/** Time zones by continent. */
export function zoneGroups(value: string): readonly { readonly label: string; readonly options: readonly SelectOption[] }[] {
  const groups = new Map<string, SelectOption[]>();
  for (const zone of including([...Intl.supportedValuesOf('timeZone'), 'UTC'], value)) {
    const [continent = zone, ...city] = zone.split('/');
    const group = city.length === 0 ? 'UTC' : continent;
    groups.set(group, [
      ...(groups.get(group) ?? []),
      { value: zone, label: city.length === 0 ? zone : city.join(', ').replaceAll('_', ' ') },
    ]);
  }
  return [...groups].map(([label, options]) => ({ label, options }));
}

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** 5 January 1970 was a Monday. */
export const weekdayName = (index: number, locale: string, width: 'long' | 'short' = 'long'): string =>
  new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(new Date(Date.UTC(1970, 0, 5 + index)));

export const monthOptions = (locale: string): readonly SelectOption[] =>
  Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(1970, index, 1))),
  }));
