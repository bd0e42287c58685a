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
  no_target: { es: 'no hay meta', en: 'no target is set' },
  target_reached: { es: 'la meta ya está cumplida', en: 'the target is reached already' },
  no_model: { es: 'pocas oportunidades cerradas para estimar', en: 'too few closed deals to estimate from' },
  amount_unknown: { es: 'no consta el importe', en: 'no amount is recorded' },
  profile_not_set: { es: 'la empresa no ha fijado el perfil idóneo', en: 'the company has not stated its ideal profile' },
  may_be_chance: { es: 'puede ser azar', en: 'may be chance' },
  nothing_to_compare: { es: 'no hay casos iguales que comparar', en: 'no like cases to compare' },
  too_few_people_or_months: { es: 'pocas personas o pocos meses', en: 'too few people or months' },
  no_whole_week: { es: 'no hay ninguna semana entera', en: 'there is no whole week' },
  too_few_people: { es: 'pocas personas con casos bastantes', en: 'too few people with cases enough' },
  nobody_coached_long_enough_ago: {
    es: 'nadie con una capacitación que ya se pueda juzgar',
    en: 'nobody with a coaching that can be judged yet',
  },
  no_rights: { es: 'sus permisos no alcanzan a verlo', en: 'beyond what you may see' },
  small_group: { es: 'son tan pocos que se sabría de quién se trata', en: 'so few that they could be told apart' },
  no_behaviours: { es: 'no hay actividades que comparar', en: 'no activities to compare' },
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
