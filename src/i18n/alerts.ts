import { dimensionName } from './dimensions.ts';
import { formatDistance, formatPeriod, formatValue, hasShares, type Writer } from './format.ts';
import type { Language, Words } from './language.ts';

/** Where a rule stands, in a word or two. */
export const alertStateWords: Readonly<Record<string, Words>> = {
  normal: { es: 'Normal', en: 'Normal' },
  pending: { es: 'Por confirmar', en: 'To be confirmed' },
  firing: { es: 'Activa', en: 'Firing' },
  recovering: { es: 'Recuperándose', en: 'Recovering' },
  no_data: { es: 'Sin datos', en: 'No data' },
  stale: { es: 'Datos atrasados', en: 'Data out of date' },
  error: { es: 'Error', en: 'Error' },
};

/** What happened to an alert. */
export const alertEventWords: Readonly<Record<string, Words>> = {
  pending: { es: 'Se vio por primera vez', en: 'Seen for the first time' },
  withdrawn: { es: 'No se confirmó', en: 'Not confirmed' },
  fired: { es: 'Saltó', en: 'Fired' },
  recovering: { es: 'Empezó a recuperarse', en: 'Began to recover' },
  relapsed: { es: 'Volvió a empeorar', en: 'Got worse again' },
  recovered: { es: 'Se recuperó', en: 'Recovered' },
  blind: { es: 'Dejó de poder juzgarse', en: 'Could not be judged any more' },
  sighted: { es: 'Volvió a poder juzgarse', en: 'Could be judged again' },
  restated: { es: 'Cambió la cifra de un periodo ya juzgado', en: 'The figure of a period already judged has changed' },
  late: { es: 'Llegaron con retraso los datos del periodo', en: 'The data of the period came late' },
  retracted: { es: 'Con la cifra corregida no habría saltado', en: 'By the corrected figure it would not have fired' },
  acknowledged: { es: 'Alguien se hizo cargo', en: 'Somebody took it on' },
  assigned: { es: 'Se asignó', en: 'Assigned' },
  muted: { es: 'Se silenció', en: 'Muted' },
  unmuted: { es: 'Se dejó de silenciar', en: 'No longer muted' },
  routed: { es: 'Se envió a otro departamento', en: 'Sent to another department' },
  escalated: { es: 'Se elevó: nadie se había hecho cargo', en: 'Escalated: nobody had taken it on' },
};

/** Why a rule looks at nothing. */
export const unwatchedWords: Readonly<Record<string, Words>> = {
  unknown_kpi: { es: 'el indicador ya no existe', en: 'the KPI is gone' },
  kpi_unavailable: { es: 'faltan los datos del indicador', en: "the KPI's data are missing" },
  scope_unknown: { es: 'el ámbito no se entiende', en: 'the scope cannot be understood' },
  scope_unreachable: { es: 'el indicador no sabe de ese ámbito', en: 'the KPI knows nothing of that scope' },
  each_unreachable: { es: 'el indicador no se puede dividir así', en: 'the KPI cannot be split so' },
  grain_unfit: { es: 'el indicador es anual: diga por qué periodos mirarlo', en: 'the KPI is yearly: say by which periods to look at it' },
  no_data: { es: 'no hay datos todavía', en: 'there are no data yet' },
  no_rights: { es: 'sin permiso', en: 'no rights' },
};

/** What readings say that alerts stand on, as the end of «avísame cuando … diga». */
export const alertReadings: Readonly<Record<string, Words>> = {
  'retention_cost.costs_more': {
    es: 'retener a un cliente cuesta tanto o más que lo que aporta',
    en: 'keeping a customer costs as much as one brings, or more',
  },
  'paid_traffic.not_worth_it': {
    es: 'hay más visitas de pago y no traen más suscriptores',
    en: 'there are more paid visits and they bring no more subscribers',
  },
  'retention_falls.with_causes': { es: 'la retención cae y hay causas a la vista', en: 'retention falls and causes are in sight' },
  'time_with_satisfaction.too_fast': {
    es: 'se va más rápido a costa de la satisfacción',
    en: 'it goes faster at the cost of satisfaction',
  },
  'quality_of_product.tell_quality': {
    es: 'hay productos con una satisfacción por debajo de la general',
    en: 'there are products whose satisfaction is below the general one',
  },
  'lead_price.above_value': { es: 'un lead cuesta más de lo que vale', en: 'a lead costs more than it is worth' },
};

const fill = (text: string, places: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => places[name] ?? '–');

/** A rule as far as its sentence tells it. */
export interface RuleToTell {
  readonly kpi: string;
  readonly unit: string;
  readonly direction: string;
  readonly scope: string | null;
  readonly each: string | null;
  readonly grain: string;
  readonly condition: { readonly kind: string } & Readonly<Record<string, unknown>>;
  /** Null: the KPI's own least. */
  readonly leastSample: number | null;
  readonly breaches: number;
  /** Of the condition's reading, in both languages; null: it is of another kind. */
  readonly reading: string | null;
}

const sentences: Readonly<Record<string, Words>> = {
  above: { es: 'pase de {value}', en: 'goes above {value}' },
  below: { es: 'baje de {value}', en: 'falls below {value}' },
  target: { es: 'no llegue a su meta', en: 'misses its target' },
  target_down: { es: 'pase de su tope', en: 'goes over its limit' },
  target_by: { es: ' por más de un {by}', en: ' by more than {by}' },
  rise: { es: 'suba más de {by} respecto {against}', en: 'rises by more than {by} on {against}' },
  fall: { es: 'baje más de {by} respecto {against}', en: 'falls by more than {by} on {against}' },
  rise_any: { es: 'suba respecto {against}', en: 'rises on {against}' },
  fall_any: { es: 'baje respecto {against}', en: 'falls on {against}' },
  anomaly_worse: { es: 'sea peor de lo que cabe esperar por su propia historia', en: 'is worse than its own past lets one expect' },
  anomaly_better: { es: 'sea mejor de lo que cabe esperar por su propia historia', en: 'is better than its own past lets one expect' },
  anomaly_rise: { es: 'suba más de lo que cabe esperar por su propia historia', en: 'rises above what its own past lets one expect' },
  anomaly_fall: { es: 'baje más de lo que cabe esperar por su propia historia', en: 'falls below what its own past lets one expect' },
  anomaly_either: { es: 'se salga de lo que cabe esperar por su propia historia', en: 'leaves what its own past lets one expect' },
  mix: {
    es: 'cambie de reparto por {by} (al menos un {share}) aunque el total no se mueva',
    en: 'is made up otherwise by {by} (at least {share} of it) though the total does not move',
  },
  guard: {
    es: 'mejore mientras empeora un indicador que lo vigila',
    en: 'gets better while a KPI that guards it gets worse',
  },
  stale: { es: 'lleve más de {days} días sin datos nuevos', en: 'has had no new data for more than {days} days' },
  reading: { es: 'diga: «{reading}»', en: 'says: "{reading}"' },
};

const against: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  previous: {
    day: { es: 'al día anterior', en: 'the day before' },
    week: { es: 'a la semana anterior', en: 'the week before' },
    month: { es: 'al mes anterior', en: 'the month before' },
    quarter: { es: 'al trimestre anterior', en: 'the quarter before' },
  },
  year: {
    day: { es: 'al mismo día de la semana anterior', en: 'the same day of the week before' },
    week: { es: 'a la misma semana del año anterior', en: 'the same week of last year' },
    month: { es: 'al mismo mes del año anterior', en: 'the same month of last year' },
    quarter: { es: 'al mismo trimestre del año anterior', en: 'the same quarter of last year' },
  },
};

const inARow: Readonly<Record<string, Words>> = {
  day: { es: ', {count} días seguidos', en: ', {count} days in a row' },
  week: { es: ', {count} semanas seguidas', en: ', {count} weeks in a row' },
  month: { es: ', {count} meses seguidos', en: ', {count} months in a row' },
  quarter: { es: ', {count} trimestres seguidos', en: ', {count} quarters in a row' },
};

const percent = (share: number, writer: Writer): string =>
  new Intl.NumberFormat(writer.locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);

/** Of a rate or a score «10 %» alone would be read as points. */
const shareOf = (by: number, unit: string, of: Words, language: Language, writer: Writer): string =>
  `${percent(by, writer)}${hasShares(unit) ? '' : ` ${of[language]}`}`;

const ofItsValue: Words = { es: 'de su valor', en: 'of its value' };
const ofTheTarget: Words = { es: 'de la propia meta', en: 'of the target itself' };

/** What a change must be more than: points of a rate or a score, else the KPI's own unit; or a share of what was. */
const least = (by: number, unit: string, measure: unknown, language: Language, writer: Writer): string =>
  measure === 'share' ? shareOf(by, unit, ofItsValue, language, writer) : formatDistance(by, unit, writer);

/** «product.name=X» in words: «producto: X». */
export function scopeWords(scope: string, language: Language): string {
  const place = scope.indexOf('=');
  return `${dimensionName(scope.slice(0, place), language)}: ${scope.slice(place + 1)}`;
}

function conditionWords({ condition, unit, direction, grain, reading }: RuleToTell, language: Language, writer: Writer): string {
  const text = (name: string): string => sentences[name]?.[language] ?? name;
  const number = (name: string): number => Number(condition[name] ?? 0);
  switch (condition.kind) {
    case 'threshold':
      return fill(text(String(condition.side)), { value: formatValue(number('value'), unit, writer) });
    case 'target': {
      const main = text(direction === 'down' ? 'target_down' : 'target');
      return number('by') > 0 ? main + fill(text('target_by'), { by: shareOf(number('by'), unit, ofTheTarget, language, writer) }) : main;
    }
    case 'change': {
      const places = {
        by: least(number('by'), unit, condition.in, language, writer),
        against: against[String(condition.against)]?.[grain]?.[language] ?? '–',
      };
      return fill(text(number('by') > 0 ? String(condition.side) : `${String(condition.side)}_any`), places);
    }
    case 'anomaly':
      return text(`anomaly_${String(condition.side)}`);
    case 'mix':
      return fill(text('mix'), { by: dimensionName(String(condition.by), language), share: percent(number('share'), writer) });
    case 'guard':
      return text('guard');
    case 'stale':
      return fill(text('stale'), { days: String(number('days')) });
    default:
      return fill(text('reading'), { reading: reading ?? '–' });
  }
}

/** A rule as a sentence: «Avísame cuando Tasa de retención baje más de 2 p. p. respecto al mes anterior, con n ≥ 100». */
export function tellRule(rule: RuleToTell, language: Language, writer: Writer): string {
  const { scope, each, leastSample, breaches, grain } = rule;
  const whose =
    each !== null
      ? `${language === 'es' ? ' de cualquier' : ' of any'} ${dimensionName(each, language)}`
      : scope !== null
        ? ` (${scopeWords(scope, language)})`
        : '';
  const row = breaches > 1 ? fill(inARow[grain]?.[language] ?? '', { count: String(breaches) }) : '';
  const sample = leastSample === null ? '' : language === 'es' ? `, con n ≥ ${leastSample}` : `, with n ≥ ${leastSample}`;
  const start = language === 'es' ? 'Avísame cuando' : 'Tell me when';
  return `${start} «${rule.kpi}»${whose} ${conditionWords(rule, language, writer)}${row}${sample}.`.replaceAll(
    /«([^»]*)»/g,
    language === 'es' ? '«$1»' : '“$1”',
  );
}

/** An alert as far as its sentence tells it. */
export interface AlertToTell {
  readonly name: string;
  readonly unit: string;
  readonly scope: string | null;
  readonly kind: string;
  readonly period: { readonly start: string; readonly end: string };
  readonly grain: string;
  readonly value: number | null;
  readonly expected: number | null;
  /** Names of what was seen beside: KPIs, members; none: they are not to be named. */
  readonly saw: readonly string[];
  readonly reading: string | null;
}

const fired: Readonly<Record<string, Words>> = {
  threshold: { es: '{kpi}: {value} en {period}; el límite es {expected}.', en: '{kpi}: {value} in {period}; the limit is {expected}.' },
  target: { es: '{kpi}: {value} en {period}; la meta es {expected}.', en: '{kpi}: {value} in {period}; the target is {expected}.' },
  change: { es: '{kpi}: {value} en {period}; antes, {expected}.', en: '{kpi}: {value} in {period}; before, {expected}.' },
  anomaly: {
    es: '{kpi}: {value} en {period}; cabía esperar {expected}.',
    en: '{kpi}: {value} in {period}; {expected} was to be expected.',
  },
  mix: {
    es: '{kpi}: un {share} del total ha cambiado de sitio en {period} aunque el total sea el de siempre: gana {gained}, pierde {lost}.',
    en: '{kpi}: {share} of the total is elsewhere in {period} though the total is as usual: {gained} gained, {lost} lost.',
  },
  mix_plain: {
    es: '{kpi}: un {share} del total ha cambiado de sitio en {period} aunque el total sea el de siempre.',
    en: '{kpi}: {share} of the total is elsewhere in {period} though the total is as usual.',
  },
  guard_plain: {
    es: '{kpi} mejora en {period} ({value}; cabía esperar {expected}) mientras empeora un indicador que lo vigila.',
    en: '{kpi} got better in {period} ({value}; {expected} was to be expected) while a KPI that guards it got worse.',
  },
  guard: {
    es: '{kpi} mejora en {period} ({value}; cabía esperar {expected}) mientras empeora {guard}.',
    en: '{kpi} got better in {period} ({value}; {expected} was to be expected) while {guard} got worse.',
  },
  stale: { es: '{kpi}: {days} días sin datos nuevos.', en: '{kpi}: {days} days without new data.' },
  reading: { es: '{kpi} ({value} en {period}): {reading}', en: '{kpi} ({value} in {period}): {reading}' },
};

/** What an alert found, in a sentence. */
export function tellAlert(alert: AlertToTell, language: Language, writer: Writer): string {
  const { value, expected, unit, saw, kind } = alert;
  const shown = (number: number | null): string => (number === null ? '–' : formatValue(number, unit, writer));
  const kpi = alert.scope === null ? alert.name : `${alert.name} (${scopeWords(alert.scope, language)})`;
  const text = (saw.length === 0 ? fired[`${kind}_plain`] : undefined) ?? fired[kind];
  return fill(text?.[language] ?? '{kpi}: {value}', {
    kpi,
    value: shown(value),
    expected: shown(expected),
    share: value === null ? '–' : percent(value, writer),
    days: value === null ? '–' : String(Math.round(value)),
    period: formatPeriod(alert.period, alert.grain, writer),
    gained: saw[0] ?? '–',
    lost: saw[1] ?? '–',
    guard: saw[0] ?? '–',
    reading: alert.reading ?? '–',
  });
}

const over: Readonly<Record<string, Words>> = {
  recovered: { es: '{kpi} se ha recuperado: {value} en {period}.', en: '{kpi} has recovered: {value} in {period}.' },
  retracted: {
    es: '{kpi}: la cifra de {period} se ha corregido y es {value}; con ella la alerta no habría saltado.',
    en: '{kpi}: the figure for {period} was corrected and is {value}; by it the alert would not have fired.',
  },
};

/** That an alert is over, or that it rested on a figure that was corrected. */
export function tellOver(
  alert: Pick<AlertToTell, 'name' | 'unit' | 'scope' | 'period' | 'grain' | 'value'>,
  how: 'recovered' | 'retracted',
  language: Language,
  writer: Writer,
): string {
  const kpi = alert.scope === null ? alert.name : `${alert.name} (${scopeWords(alert.scope, language)})`;
  return fill(over[how]?.[language] ?? '', {
    kpi,
    value: alert.value === null ? '–' : formatValue(alert.value, alert.unit, writer),
    period: formatPeriod(alert.period, alert.grain, writer),
  });
}

/** That it rests on a figure that was other before. */
export const restatedWords: Words = {
  es: ' La cifra de este periodo se ha corregido: antes era {was}.',
  en: ' The figure of this period was corrected: it was {was} before.',
};

const standing: Readonly<Record<string, Words>> = {
  none: { es: 'Nada que avisar: ninguna alerta activa.', en: 'Nothing to tell: no alert is firing.' },
  never: {
    es: 'Las alertas aún no se han revisado. Lo hace «cuadro serve» por sí solo; para hacerlo ya: cuadro alerts --evaluate',
    en: 'The alerts have not been judged yet. “cuadro serve” does so by itself; to do it now: cuadro alerts --evaluate',
  },
  one: { es: 'Una alerta activa.', en: 'One alert is firing.' },
  many: { es: '{on} alertas activas que parecen tener {causes}.', en: '{on} alerts are firing that seem to have {causes}.' },
};

/** How the alerts stand, in a sentence. */
export function tellStanding(
  { on, causes, judged }: { readonly on: number; readonly causes: number; readonly judged: number },
  language: Language,
): string {
  const name = judged === 0 ? 'never' : on === 0 ? 'none' : on === 1 ? 'one' : 'many';
  const single = { es: 'una sola causa', en: 'one cause' }[language];
  const several = { es: `${causes} causas`, en: `${causes} causes` }[language];
  return fill(standing[name]?.[language] ?? '', { on: String(on), causes: causes === 1 ? single : several });
}

const simulated: Readonly<Record<string, Words>> = {
  unjudged: {
    es: 'Con la historia que hay no se habría podido juzgar ningún periodo.',
    en: 'With the history there is, no period could have been judged.',
  },
  never: { es: 'No habría avisado nunca en {judged} periodos.', en: 'It would never have told you in {judged} periods.' },
  times: {
    es: 'Habría avisado {times} en {judged} periodos: {real} de algo que siguió al periodo siguiente, {fleeting} de algo pasajero.',
    en: 'It would have told you {times} in {judged} periods: {real} of something that lasted into the next, {fleeting} of something fleeting.',
  },
};

/** What a rule would have done with the past. */
export function tellSimulation(
  {
    fired: count,
    real,
    fleeting,
    judged,
  }: { readonly fired: number; readonly real: number; readonly fleeting: number; readonly judged: number; readonly perYear: number },
  language: Language,
): string {
  const name = judged === 0 ? 'unjudged' : count === 0 ? 'never' : 'times';
  const times = { es: count === 1 ? 'una vez' : `${count} veces`, en: count === 1 ? 'once' : `${count} times` }[language];
  return fill(simulated[name]?.[language] ?? '', { times, judged: String(judged), real: String(real), fleeting: String(fleeting) });
}

/** Titles of columns on the command line. */
export const alertTitles = {
  es: {
    id: 'Id',
    kpi: 'Indicador',
    scope: 'Ámbito',
    company: 'la empresa',
    state: 'Estado',
    muted: 'silenciada',
    fired: 'Saltó',
    value: 'Valor',
    expected: 'Frente a',
    periods: 'Periodos',
    lasted: 'Siguió',
    real: 'sí',
    fleeting: 'no',
    unknown: 'aún no se sabe',
    goesOn: 'sigue',
    whose: 'De quién',
    standard: 'de serie',
    own: 'propia',
    active: 'activa',
    off: 'desactivada',
    rule: 'Regla',
  },
  en: {
    id: 'Id',
    kpi: 'KPI',
    scope: 'Scope',
    company: 'the company',
    state: 'State',
    muted: 'muted',
    fired: 'Fired',
    value: 'Value',
    expected: 'Against',
    periods: 'Periods',
    lasted: 'Lasted',
    real: 'yes',
    fleeting: 'no',
    unknown: 'not known yet',
    goesOn: 'goes on',
    whose: 'Whose',
    standard: 'built in',
    own: 'own',
    active: 'on',
    off: 'off',
    rule: 'Rule',
  },
} as const;

/** What the command line says of alerts beside its tables. */
export const alertNotes = {
  es: {
    chance: 'Probabilidad de que sea solo azar: {chance}.',
    owner: 'Se ocupa {name}.',
    muted: 'Silenciada hasta el {until}: {reason}',
    explained: 'De {before} a {after} frente al periodo anterior:',
    events: 'Lo que ha pasado:',
    evaluated: '{rules} reglas, {watched} vigiladas: {fired} activas, {told} avisadas ahora.',
    done: 'Hecho.',
    notSaved: 'Es una prueba: añada --save para guardar la regla.',
    saved: 'Guardada ({id}): {says}',
  },
  en: {
    chance: 'How often chance alone makes as much: {chance}.',
    owner: '{name} looks after it.',
    muted: 'Muted until {until}: {reason}',
    explained: 'From {before} to {after} on the period before:',
    events: 'What has happened:',
    evaluated: '{rules} rules, {watched} watched: {fired} firing, {told} told now.',
    done: 'Done.',
    notSaved: 'This is a trial: add --save to save the rule.',
    saved: 'Saved ({id}): {says}',
  },
} as const;
