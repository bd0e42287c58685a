import { fill } from './cli.ts';
import type { Language, Words } from './language.ts';

export const criterionWords = {
  clear: { es: 'Claro', en: 'Clear' },
  measurable: { es: 'Medible', en: 'Measurable' },
  relevant: { es: 'Pertinente', en: 'Relevant' },
  specific: { es: 'Específico', en: 'Specific' },
  actionable: { es: 'Accionable', en: 'Actionable' },
  owned: { es: 'Con responsable', en: 'Owned' },
} satisfies Readonly<Record<string, Words>>;

/** Why a criterion of the fitness test got its score. */
export const fitnessWords = {
  no_definition: { es: 'no dice qué es', en: 'it does not say what it is' },
  no_formula: { es: 'no dice cómo se calcula', en: 'it does not say how it is computed' },
  no_question: { es: 'no dice a qué pregunta responde', en: 'it does not say which question it answers' },
  several_meanings: {
    es: 'según los datos que haya significa una de {count} cosas',
    en: 'depending on the data it means one of {count} things',
  },
  long_definition: { es: 'hace falta mucho texto para definirlo', en: 'it takes long to define' },
  well_defined: { es: 'tiene pregunta, definición y fórmula', en: 'it has a question, a definition and a formula' },
  not_tried: { es: 'no se ha probado con datos', en: 'it was not tried on data' },
  missing_data: { es: 'faltan datos: {missing}', en: 'data are missing: {missing}' },
  few_records: { es: 'solo {records} registros; conviene un mínimo de {minimum}', en: 'only {records} records; {minimum} are advisable' },
  measured: { es: 'se puede calcular, con {records} registros', en: 'it can be computed, on {records} records' },
  gaps: { es: 'solo el {share} % de los registros tiene los datos', en: 'only {share}% of the records hold the data' },
  serves_goals: { es: 'sirve a: {goals}', en: 'it serves: {goals}' },
  serves_other_goals: { es: 'sirve a otros objetivos: {goals}', en: 'it serves other goals: {goals}' },
  serves_no_goal: { es: 'no sirve a ningún objetivo; da contexto', en: 'it serves no goal; it gives context' },
  opens_by: { es: 'se abre por {dimensions}', en: 'it opens by {dimensions}' },
  does_not_open: { es: 'no se puede abrir por ninguna dimensión', en: 'it cannot be opened by any dimension' },
  of_the_industry: { es: 'propio de: {industries}', en: 'typical of: {industries}' },
  general: { es: 'vale para cualquier sector', en: 'it fits any industry' },
  informs_only: { es: 'informa: ni subir ni bajar es mejor', en: 'it informs: neither up nor down is better' },
  has_direction: { es: 'se sabe hacia dónde debe ir', en: 'it is known where it should go' },
  says_what_to_do: { es: 'dice qué hacer si sube y si baja', en: 'it says what to do when it rises and when it falls' },
  no_guidance: { es: 'no dice qué hacer si cambia', en: 'it does not say what to do when it changes' },
  tells_late: { es: 'llega tarde y no dice dónde mirar', en: 'it tells late and not where to look' },
  mere_activity: { es: 'mide actividad: se puede mover sin avanzar', en: 'it measures activity: it can be moved without progress' },
  on_boards: { es: 'está en el cuadro de: {roles}', en: 'it is on the board of: {roles}' },
  of_an_area: {
    es: 'no está en el cuadro de nadie; por su área correspondería a: {roles}',
    en: "it is on nobody's board; by its area it would fall to: {roles}",
  },
  by_person: { es: 'se ve por persona', en: 'it shows by person' },
} satisfies Readonly<Record<string, Words>>;

/** @returns the reason as a person reads it */
export const fitnessSentence = (words: Words, language: Language, values: Readonly<Record<string, string | number>>): string => {
  const number = new Intl.NumberFormat(language);
  const shown = Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? number.format(value) : value]);
  return fill(words[language], Object.fromEntries(shown));
};
