import { formatNumber, type Writer } from './format.ts';
import type { Language, Words } from './language.ts';

const says: Readonly<Record<string, Words>> = {
  none: {
    es: '{first} y {second}: hacen falta al menos ocho periodos con dato en ambos, y que varíen.',
    en: '{first} and {second}: at least eight periods with data in both are needed, and some variation.',
  },
  ahead: {
    es: '{second} va {months} por detrás de {first}: cuando {first} sube, {second} {way} {months} después',
    en: '{second} follows {first} by {months}: when {first} rises, {second} {way} {months} later',
  },
  behind: {
    es: '{first} va {months} por detrás de {second}: cuando {second} sube, {first} {way} {months} después',
    en: '{first} follows {second} by {months}: when {second} rises, {first} {way} {months} later',
  },
  together: {
    es: '{first} y {second} van a la vez: cuando una sube, la otra {way} en el mismo periodo',
    en: '{first} and {second} go together: when one rises, the other {way} in the same period',
  },
  unclear: {
    es: 'Entre {first} y {second} no se ve relación: la más fuerte de los desfases probados es la que haría el azar',
    en: 'No relation is to be seen between {first} and {second}: the strongest of the lags tried is what chance makes',
  },
  strength: {
    es: ' (correlación {value}, entre {low} y {high}; {n} {periods}; p {p}).',
    en: ' (correlation {value}, between {low} and {high}; {n} {periods}; p {p}).',
  },
  cause: {
    es: ' Se ha quitado la tendencia de cada serie. Que vayan juntas no dice cuál causa a cuál.',
    en: ' Each series is without its trend. That they go together does not say which makes which.',
  },
  up: { es: 'sube', en: 'rises' },
  down: { es: 'baja', en: 'falls' },
};

const units: Readonly<Record<string, readonly [Words, Words]>> = {
  month: [
    { es: 'mes', en: 'month' },
    { es: 'meses', en: 'months' },
  ],
  week: [
    { es: 'semana', en: 'week' },
    { es: 'semanas', en: 'weeks' },
  ],
  quarter: [
    { es: 'trimestre', en: 'quarter' },
    { es: 'trimestres', en: 'quarters' },
  ],
};

interface PairToTell {
  readonly first: string;
  readonly second: string;
  readonly grain: string;
  readonly state: string | null;
  readonly lag: number;
  readonly value: number;
  readonly interval: readonly [number, number];
  readonly n: number;
  readonly p: number;
}

/** Which of two KPIs goes ahead of the other, by how much and how surely, in a sentence or two. */
export function tellPair(
  { first, second, grain, state, lag, value, interval, n, p }: PairToTell,
  language: Language,
  writer: Writer,
): string {
  const unit = (count: number): string => units[grain]?.[count === 1 ? 0 : 1][language] ?? '';
  const number = (one: number): string => formatNumber(Math.round(one * 100) / 100 || 0, writer, 2).replace(/^-/, '−');
  const places: Readonly<Record<string, string>> = {
    first: `«${first}»`,
    second: `«${second}»`,
    months: `${Math.abs(lag)} ${unit(Math.abs(lag))}`,
    way: says[value < 0 ? 'down' : 'up']?.[language] ?? '',
    value: number(value),
    low: number(interval[0]),
    high: number(interval[1]),
    n: formatNumber(n, writer, 0),
    periods: unit(n),
    p: p < 0.001 ? '< 0,001'.replace(',', language === 'es' ? ',' : '.') : formatNumber(p, writer, 3),
  };
  const told = (key: string): string => (says[key]?.[language] ?? '').replaceAll(/\{(\w+)\}/g, (_, name: string) => places[name] ?? '–');
  if (state === null) return told('none');
  const head = state === 'unclear' ? 'unclear' : lag > 0 ? 'ahead' : lag < 0 ? 'behind' : 'together';
  return `${told(head)}${told('strength')}${state === 'unclear' ? '' : told('cause')}`;
}
