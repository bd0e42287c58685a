import type { Language, Words } from './language.ts';

/** Why a cell is as it is, by the engine's codes. */
const words: Readonly<Record<string, Words>> = {
  denominator_zero: { es: 'no hay entre qué dividir', en: 'nothing to divide by' },
  immature: { es: 'aún no ha pasado todo el plazo', en: 'the whole window has not passed yet' },
  partial: { es: 'el periodo no ha terminado', en: 'the period is not over' },
  start_unknown: { es: 'hay registros sin fecha de inicio', en: 'some records have no start' },
  rate_missing: { es: 'falta algún tipo de cambio', en: 'an exchange rate is missing' },
  end_before_start: { es: 'hay finales anteriores a su inicio', en: 'some end before they start' },
  small_sample: { es: 'muestra pequeña', en: 'small sample' },
  median_not_reached: { es: 'menos de la mitad ha terminado', en: 'fewer than half have ended' },
};

/** A field that is missing stands there by its name, `order.amount`. */
const isField = (reason: string): boolean => reason.includes('.');

/** @returns reasons as a person reads them: `falta order.amount, muestra pequeña` */
export function reasonWords(reasons: readonly string[], language: Language): string {
  const fields = reasons.filter(isField);
  const others = reasons.filter((reason) => !isField(reason)).map((reason) => words[reason]?.[language] ?? reason);
  const lacking = fields.length === 0 ? [] : [`${language === 'en' ? 'lacks' : 'falta'} ${fields.join(', ')}`];
  return [...lacking, ...others].join(', ');
}
