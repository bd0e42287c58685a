import type { Words } from './language.ts';

/** What each check of `src/quality` finds when it fails. */
export const checkWords: Readonly<Record<string, Words>> = {
  missing_reference: { es: 'apunta a un registro que no está', en: 'points to a record that is not there' },
  missing_start: { es: 'le falta la fecha en que empieza', en: 'lacks the time at which it begins' },
  order_of_times: { es: 'ocurre antes de lo que debería precederlo', en: 'happens before what should precede it' },
  negative_amount: { es: 'importe negativo', en: 'negative amount' },
  missing_field: { es: 'está vacío', en: 'is empty' },
  malformed_email: { es: 'no es una dirección de correo', en: 'is not an e-mail address' },
  overdue: { es: 'la fecha ya pasó y sigue abierto', en: 'the date has passed and it is still open' },
  entered_late: { es: 'se anotó más de una semana después', en: 'was entered more than a week later' },
};

/** What records that look like one share, by the codes of `src/quality/duplicates`. */
export const duplicateWords: Readonly<Record<string, Words>> = {
  city: { es: 'ciudad', en: 'city' },
  company: { es: 'empresa', en: 'company' },
  domain: { es: 'dominio', en: 'domain' },
  email: { es: 'correo', en: 'e-mail' },
  name: { es: 'nombre', en: 'name' },
  phone: { es: 'teléfono', en: 'telephone' },
  shared_mailbox: { es: 'buzón común', en: 'shared mailbox' },
  similar_name: { es: 'nombre parecido', en: 'similar name' },
  tax_id: { es: 'NIF', en: 'tax number' },
};
