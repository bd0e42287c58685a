import { formatChange, formatPeriod, formatValue, type Writer } from './format.ts';
import type { Language, Words } from './language.ts';

/** How a target stands, in a word or two. */
export const courseWords: Readonly<Record<string, Words>> = {
  reached: { es: 'Cumplida', en: 'Reached' },
  missed: { es: 'No cumplida', en: 'Missed' },
  on_course: { es: 'Va bien', en: 'On course' },
  at_risk: { es: 'En el aire', en: 'In the balance' },
  off_course: { es: 'No llega', en: 'Off course' },
  too_early: { es: 'Aún es pronto', en: 'Too early' },
  no_data: { es: 'Sin datos', en: 'No data' },
  informative: { es: 'Informativo', en: 'Informative' },
};

const says: Readonly<Record<string, Words>> = {
  reached: { es: '{kpi}: meta cumplida, {actual} de {aim}.', en: '{kpi}: target reached, {actual} of {aim}.' },
  reached_down: {
    es: '{kpi}: meta cumplida, {actual} con un tope de {aim}.',
    en: '{kpi}: target kept, {actual} with a limit of {aim}.',
  },
  missed: { es: '{kpi}: no se ha llegado, {actual} de {aim}.', en: '{kpi}: missed, {actual} of {aim}.' },
  missed_down: {
    es: '{kpi}: se ha pasado del tope, {actual} con {aim} como máximo.',
    en: '{kpi}: over the limit, {actual} with {aim} at most.',
  },
  // Of a range, or of one end of it: what should be reached says «de 3 a 4», «al menos 3».
  reached_range: { es: '{kpi}: meta cumplida, {actual} (meta: {aim}).', en: '{kpi}: target met, {actual} (target: {aim}).' },
  missed_range: { es: '{kpi}: fuera de la meta, {actual} (meta: {aim}).', en: '{kpi}: outside the target, {actual} (target: {aim}).' },
  soFar_range: { es: ' Lleva {actual} (meta: {aim})', en: ' So far {actual} (target: {aim})' },
  missed_near: { es: ' La diferencia es la que hace el azar.', en: ' The difference is one that chance makes.' },
  on_course: { es: '{kpi}: va camino de cumplirse.', en: '{kpi}: on course.' },
  at_risk: { es: '{kpi}: está en el aire.', en: '{kpi}: in the balance.' },
  off_course: { es: '{kpi}: no se espera que llegue.', en: '{kpi}: not expected to get there.' },
  off_course_down: { es: '{kpi}: se espera que pase del tope.', en: '{kpi}: expected to go over its limit.' },
  too_early: { es: '{kpi}: aún es pronto para decirlo.', en: '{kpi}: too early to tell.' },
  no_data: { es: '{kpi}: no hay datos de este periodo.', en: '{kpi}: no data for this period.' },
  informative: { es: '{kpi}: {actual}; ni alto ni bajo es mejor.', en: '{kpi}: {actual}; neither high nor low is better.' },
  soFar: { es: ' Lleva {actual} de {aim}', en: ' So far {actual} of {aim}' },
  due: { es: ', y por estas fechas tocaban {due}.', en: ', where {due} was due by now.' },
  level: { es: ' Está en {actual}; meta: {aim}.', en: ' It is at {actual}; target: {aim}.' },
  end: {
    es: ' Se espera acabar en {end} (entre {low} y {high}): {chance} de probabilidad de cumplir.',
    en: ' It is expected to end at {end} (between {low} and {high}): a {chance} chance of making it.',
  },
  perDay: {
    es: ' Hacen falta {perDay} por día laborable; hasta ahora, {usual}.',
    en: ' {perDay} per working day is needed; so far it has been {usual}.',
  },
  // The pace so far would do, and is not expected to last.
  perDayFading: {
    es: ' Bastaría con {perDay} por día laborable y hasta ahora han sido {usual}, pero de lo que queda de plazo se espera menos.',
    en: ' {perDay} per working day would do and so far it has been {usual}, but less is expected of what is left of the period.',
  },
  room: { es: ' Quedan {rest} de margen.', en: ' There is room for {rest} more.' },
  height: { es: ' Lo que queda tendría que ir a {rest}.', en: ' What is left would have to run at {rest}.' },
};

export interface TargetToTell {
  readonly name: string;
  readonly unit: string;
  readonly direction: string;
  readonly kind: string;
  readonly state: string;
  readonly certain: boolean;
  readonly gone: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly actual: number | null;
  readonly due: number | null;
  readonly end: { readonly value: number; readonly inner: readonly [number, number]; readonly chance: number } | null;
  readonly needed: { readonly rest: number; readonly perDay: number | null; readonly usual_per_day: number | null } | null;
}

const fill = (text: string, places: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => places[name] ?? '–');

/** What should be reached: a value, or «de 2 a 4». */
export function aimWords(
  { value, low, high }: Pick<TargetToTell, 'value' | 'low' | 'high'>,
  unit: string,
  language: Language,
  writer: Writer,
): string {
  const told = (number: number): string => formatValue(number, unit, writer);
  if (value !== null) return told(value);
  if (low !== null && high !== null) return language === 'es' ? `de ${told(low)} a ${told(high)}` : `${told(low)} to ${told(high)}`;
  if (low !== null) return language === 'es' ? `al menos ${told(low)}` : `at least ${told(low)}`;
  return high === null ? '–' : language === 'es' ? `como mucho ${told(high)}` : `at most ${told(high)}`;
}

/** A target and how it stands, in a few sentences. */
export function tellTarget(told: TargetToTell, language: Language, writer: Writer): string {
  const { state, direction, kind, gone, end, needed, due, actual, unit } = told;
  const value = (number: number | null): string => (number === null ? '–' : formatValue(number, unit, writer));
  const say = (name: string, places: Readonly<Record<string, string>> = {}): string =>
    fill(says[name]?.[language] ?? '', { kpi: told.name, actual: value(actual), aim: aimWords(told, unit, language, writer), ...places });
  /** By what a target of this form or direction is told otherwise. */
  const of = (name: string): string => {
    const forms = [...(told.value === null ? [`${name}_range`] : []), ...(direction === 'down' ? [`${name}_down`] : [])];
    return forms.find((form) => form in says) ?? name;
  };
  const head = say(of(state));
  const isRunning = gone > 0 && gone < 1 && actual !== null && state !== 'informative' && state !== 'no_data';
  const soFar =
    !isRunning || state === 'reached' || state === 'missed'
      ? ''
      : kind === 'level'
        ? say('level')
        : `${say(of('soFar'))}${due === null || kind !== 'flow' ? '.' : say('due', { due: value(due) })}`;
  const ends =
    end === null || state === 'reached' || state === 'missed' || state === 'informative'
      ? ''
      : say('end', {
          end: value(end.value),
          low: value(end.inner[0]),
          high: value(end.inner[1]),
          chance: formatValue(end.chance, 'rate', writer),
        });
  const needs = (): string => {
    if (needed === null || !isRunning || state === 'reached' || state === 'missed') return '';
    if (kind === 'level') return state === 'on_course' ? '' : say('height', { rest: value(needed.rest) });
    if (direction === 'down') return needed.rest > 0 ? say('room', { rest: value(needed.rest) }) : '';
    if (needed.perDay === null || needed.rest <= 0) return '';
    const isFading =
      needed.usual_per_day !== null && needed.perDay <= needed.usual_per_day && end !== null && end.value < (told.value ?? 0);
    return say(isFading ? 'perDayFading' : 'perDay', { perDay: value(needed.perDay), usual: value(needed.usual_per_day) });
  };
  const chance = state === 'missed' && !told.certain ? say('missed_near') : '';
  return `${head}${chance}${soFar}${ends}${needs()}`.trim();
}

const company: Readonly<Record<string, Words>> = {
  on_course: {
    es: 'La empresa va camino de cumplir: de {targets}, {good} bien, {open} en el aire y {bad} sin alcanzar.',
    en: 'The company is on course: of {targets}, {good} well, {open} in the balance, {bad} out of reach.',
  },
  at_risk: {
    es: 'La empresa puede cumplir, con trabajo: de {targets}, {good} bien, {open} en el aire o por poco y {bad} sin alcanzar.',
    en: 'The company can get there, with work: of {targets}, {good} well, {open} in the balance or narrowly missed, {bad} out of reach.',
  },
  off_course: {
    es: 'La empresa no está cumpliendo: de {targets}, {bad} sin alcanzar. Lo primero: {first}.',
    en: 'The company is not on course: of {targets}, {bad} out of reach. First of all: {first}.',
  },
  unknown: {
    es: 'Todavía no se puede decir si la empresa cumple: ninguna meta tiene bastantes datos.',
    en: 'Whether the company is on course cannot be told yet: no target has enough data.',
  },
  none: {
    es: 'No hay metas. Ponga una con «cuadro targets --set» o en KPI y objetivos.',
    en: 'There are no targets. Set one with “cuadro targets --set” or under Catalogue and targets.',
  },
};

/** Whether the company (or an objective) is on course, in a sentence. */
export function tellStanding(
  standing: string,
  counts: { readonly count: number; readonly good: number; readonly open: number; readonly bad: number; readonly first: string },
  language: Language,
): string {
  const text = company[counts.count === 0 && standing === 'unknown' ? 'none' : standing]?.[language] ?? '';
  const { count, good, open, bad, first } = counts;
  const several = { es: 'metas', en: 'targets' }[language];
  const one = { es: 'meta', en: 'target' }[language];
  return fill(text, {
    targets: `${count} ${count === 1 ? one : several}`,
    good: String(good),
    open: String(open),
    bad: String(bad),
    first,
  });
}

const reasons: Readonly<Record<string, Words>> = {
  expected: {
    es: 'Si nada cambia se esperan {value} (entre {low} y {high}, ocho de cada diez veces).',
    en: 'If nothing changes, {value} is expected (between {low} and {high}, eight times of ten).',
  },
  last_year: { es: 'En el mismo periodo del año pasado fueron {value}{change}.', en: 'The same period a year ago gave {value}{change}.' },
  best: { es: 'Lo mejor del último año: {value}.', en: 'The best of the last year: {value}.' },
  ambition: {
    es: 'Sin hacer nada distinto se alcanzaría el {share} de las veces: exige, y no es un sueño.',
    en: 'Doing nothing else it would be reached {share} of the time: an effort, not a dream.',
  },
  usual: {
    es: 'Es lo habitual: ocho de cada diez periodos del último año estuvieron entre {low} y {high}.',
    en: 'It is what is usual: eight of ten periods of the last year lay between {low} and {high}.',
  },
  short_history: {
    es: 'Hay poca historia para prever: es la media de lo que hay, {value}.',
    en: 'There is little history to foresee from: it is the mean of what there is, {value}.',
  },
};

/** What speaks for a suggested target. */
export function tellReason(
  reason: {
    readonly code: string;
    readonly value?: number;
    readonly low?: number;
    readonly high?: number;
    readonly share?: number | null;
    readonly change?: number | null;
    readonly relative?: number | null;
  },
  unit: string,
  language: Language,
  writer: Writer,
): string {
  const value = (number: number | undefined): string => (number === undefined ? '–' : formatValue(number, unit, writer));
  const { change = null, relative = null } = reason;
  const from = { es: 'la meta', en: 'the target' }[language];
  return fill(reasons[reason.code]?.[language] ?? reason.code, {
    value: value(reason.value),
    low: value(reason.low),
    high: value(reason.high),
    share: formatValue(reason.share ?? 0, 'rate', writer),
    change: change === null ? '' : ` (${from}: ${formatChange(change, relative, unit, writer)})`,
  });
}

/** Why a target is not held against anything. */
export const unheldWords: Readonly<Record<string, Words>> = {
  unknown_kpi: { es: 'no hay ningún indicador con ese id', en: 'there is no KPI with that id' },
  kpi_unavailable: { es: 'al indicador le faltan datos', en: 'the KPI lacks data' },
  scope_unknown: { es: 'el ámbito no se entiende: escriba DIM=VALOR', en: 'the scope is not understood: write DIM=VALUE' },
  scope_unreachable: { es: 'ese indicador no se puede mirar por ese ámbito', en: 'the KPI cannot be seen by that scope' },
  no_data: { es: 'aún no hay datos', en: 'there are no data yet' },
  no_rights: { es: 'no tiene permiso para verlo', en: 'you may not see it' },
};

export const targetColumns = {
  es: {
    kpi: 'Indicador',
    scope: 'De quién',
    period: 'Periodo',
    aim: 'Meta',
    actual: 'Lleva',
    due: 'Tocaba',
    end: 'Se espera',
    state: 'Estado',
    company: 'empresa',
  },
  en: {
    kpi: 'KPI',
    scope: 'Whose',
    period: 'Period',
    aim: 'Target',
    actual: 'So far',
    due: 'Due',
    end: 'Expected',
    state: 'State',
    company: 'company',
  },
} as const;

export const targetNotes = {
  es: {
    set: 'Metas guardadas: {count} (lote {batch}).',
    unchanged: 'Ya estaban así: no ha cambiado nada.',
    removed: 'Quitada la meta de {kpi}.',
    suggestion: 'Se propone {aim} para {kpi}, {period}.',
    none: 'Con tan poca historia no se puede proponer nada.',
    noObjective: 'Sin objetivo de empresa',
    skipped: 'No se han podido comparar:',
  },
  en: {
    set: 'Targets saved: {count} (batch {batch}).',
    unchanged: 'They were so already: nothing changed.',
    removed: 'The target of {kpi} is removed.',
    suggestion: '{aim} is suggested for {kpi}, {period}.',
    none: 'There is too little history to suggest anything.',
    noObjective: 'No company goal',
    skipped: 'Could not be compared:',
  },
} as const;

/** The period of a target, as its own length is called. */
export function targetPeriod({ start, end }: { readonly start: string; readonly end: string }, writer: Writer): string {
  const months = (Number(end.slice(0, 4)) - Number(start.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(start.slice(5, 7)) + 1;
  return formatPeriod({ start, end }, months === 1 ? 'month' : months === 3 ? 'quarter' : months === 12 ? 'year' : 'total', writer);
}
