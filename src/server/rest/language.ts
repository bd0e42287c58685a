import type { Language } from '../../i18n/language.ts';

/** @returns the language of Cuadro that an `Accept-Language` header likes best; null when it names neither */
export function acceptedLanguage(header: string | undefined): Language | null {
  const liked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find((one) => one !== undefined);
      return { tag: tag.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => (tag === 'es' || tag === 'en') && quality > 0)
    .toSorted((left, right) => right.quality - left.quality);
  const best = liked[0]?.tag;
  return best === 'es' || best === 'en' ? best : null;
}
