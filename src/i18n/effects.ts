import { formatDay, formatDifference, type Writer } from './format.ts';
import type { Language, Words } from './language.ts';

const says: Readonly<Record<string, Words>> = {
  too_early: {
    es: '{kpi}: aún es pronto para decir qué ha pasado {since}.',
    en: '{kpi}: too early to tell what has happened {since}.',
  },
  ready: { es: ' Habrá bastantes datos tras el {ready}.', en: ' There will be enough data after {ready}.' },
  too_few_after: {
    es: '{kpi}: {since} apenas hay datos con que medirlo.',
    en: '{kpi}: {since} there are hardly any data to measure it by.',
  },
  too_few_before: {
    es: '{kpi}: hay demasiado poca historia antes del {on} para saber qué habría pasado sin más.',
    en: '{kpi}: too little history before {on} to know what would have happened anyhow.',
  },
  without_variation: {
    es: '{kpi}: no varía, o no hay datos con que medir el cambio {since}.',
    en: '{kpi}: does not vary, or there are no data to measure the change {since} by.',
  },
  beyond_bounds: {
    es: '{kpi}: la tendencia que llevaba hasta el {on} acabaría fuera de lo posible; no sirve para comparar.',
    en: '{kpi}: the trend it was on until {on} would end beyond what is possible; it is nothing to compare with.',
  },
  clear: {
    es: '{kpi}: {since}, {value} {period} {against} (entre {interval}).',
    en: '{kpi}: {since}, {value} {period} {against} (between {interval}).',
  },
  unclear: {
    es: '{kpi}: {since} no se distingue del azar: {value} {period} {against}, pero cabe cualquier cosa entre {interval}.',
    en: '{kpi}: {since} not to be told from chance: {value} {period} {against}, but anything between {interval} is possible.',
  },
  since: { es: 'desde el {on}', en: 'since {on}' },
  during: { es: 'del {on} al {to}', en: 'from {on} to {to}' },
  later: { es: 'tras acabar el {to}', en: 'after it ended on {to}' },
  trend: { es: 'respecto a lo que decía su tendencia', en: 'against what its trend said' },
  seasonal: { es: 'respecto a lo que decían su tendencia y la época del año', en: 'against what its trend and the time of year said' },
  comparison: { es: 'respecto a lo que hicieron los demás', en: 'against what the others did' },
  month: { es: 'al mes', en: 'a month' },
  week: { es: 'a la semana', en: 'a week' },
  level: { es: 'de media', en: 'on average' },
  counts: { es: ' {after} {periods} después, {before} antes.', en: ' {after} {periods} after, {before} before.' },
  months: { es: 'meses', en: 'months' },
  weeks: { es: 'semanas', en: 'weeks' },
  apart: {
    es: ' Antes ya iban cada uno por su lado, así que la comparación vale menos.',
    en: ' They went different ways before, so the comparison is worth less.',
  },
  spike: {
    es: '{kpi}: {since}, {value} {period} {against}, pero solo por los tres periodos de justo antes, que se salían de lo normal y suelen volver solos. Sin ellos no se distingue del azar.',
    en: '{kpi}: {since}, {value} {period} {against}, but only because of the three periods just before, which were out of the ordinary and mostly come back by themselves. Without them it is not to be told from chance.',
  },
  small: {
    es: ' Con pocos casos en cada periodo, no conviene leer más.',
    en: ' With few cases in each period, no more should be read into it.',
  },
  cause: { es: ' Que coincida no demuestra que sea la causa.', en: ' That it coincides does not prove it is the cause.' },
};

export interface EffectToTell {
  readonly name: string;
  readonly unit: string;
  readonly on: string;
  readonly to: string | null;
  readonly part: 'during' | 'later' | null;
  readonly grain: string;
  readonly state: string;
  readonly method: 'trend' | 'comparison' | null;
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  readonly total: number | null;
  readonly before: { readonly periods: number } | null;
  readonly after: { readonly periods: number } | null;
  readonly seasonal: boolean;
  readonly parallel: boolean | null;
  readonly spike: boolean;
  readonly small: boolean;
  readonly ready_on: string | null;
}

const fill = (text: string, places: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => places[name] ?? '–');

/** What a KPI did after a moment, in a sentence or two. */
export function tellEffect(told: EffectToTell, language: Language, writer: Writer): string {
  const { state, unit, on, value, interval, method, before, after, grain } = told;
  const days = { on: formatDay(on, writer), to: formatDay(told.to ?? on, writer) };
  const since = fill(says[told.part ?? 'since']?.[language] ?? '', days);
  const say = (name: string, places: Readonly<Record<string, string>> = {}): string =>
    fill(says[name]?.[language] ?? '', { kpi: told.name, ...days, since, ...places });
  if (value === null || interval === null || method === null || before === null || after === null) {
    const ready = told.ready_on === null ? '' : say('ready', { ready: formatDay(told.ready_on, writer) });
    return `${say(state)}${state === 'too_early' ? ready : ''}`;
  }
  const change = (number: number): string => formatDifference(number, unit, writer);
  const and = language === 'es' ? 'y' : 'and';
  // A unit that ends in a stop ends the sentence, too.
  const head = say(told.spike ? 'spike' : state, {
    value: change(value),
    period: say(told.total === null ? 'level' : grain),
    against: say(method === 'trend' && told.seasonal ? 'seasonal' : method),
    interval: `${change(interval[0])} ${and} ${change(interval[1])}`,
  }).replace(/\.\.$/, '.');
  const counts = say('counts', { after: String(after.periods), before: String(before.periods), periods: say(`${grain}s`) });
  return [
    head,
    counts,
    told.parallel === false ? say('apart') : '',
    told.small ? say('small') : '',
    state === 'clear' ? say('cause') : '',
  ].join('');
}
