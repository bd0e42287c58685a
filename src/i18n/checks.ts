import type { Words } from './language.ts';

/** What each check of `src/quality` finds when it fails. */
export const checkWords: Readonly<Record<string, Words>> = {
  missing_reference: { es: 'apunta a un registro que no está', en: 'points to a record that is not there' },
  missing_start: { es: 'le falta la fecha en que empieza', en: 'lacks the time at which it begins' },
  order_of_times: { es: 'ocurre antes de lo que debería precederlo', en: 'happens before what should precede it' },
  negative_amount: { es: 'importe negativo', en: 'negative amount' },
};
