import { formatDay, formatNumber, formatValue, type Writer } from './format.ts';
import type { Language, Words } from './language.ts';

const says: Readonly<Record<string, Words>> = {
  price_down: { es: '{what} costaba {was} y ahora cuesta {is}', en: '{what} cost {was} and costs {is} now' },
  cheaper_product: {
    es: 'desde el {on} hay {what} por {is}; lo suyo costaba {was}',
    en: 'since {on} there is {what} for {is}; theirs cost {was}',
  },
  product_sold: { es: 'desde el {on} se vende {what}', en: '{what} is sold since {on}' },
  delivery_faster: { es: 'la entrega ha bajado de {was} a {is} días', en: 'delivery has come down from {was} to {is} days' },
  time_has_come: { es: 'no era el momento, hace {was} días', en: 'it was not the time, {was} days ago' },
  asked_back: {
    es: 'pidió que se le llamara más tarde, hace {was} días',
    en: 'asked to be called later, {was} days ago',
  },
  new_budget: {
    es: 'hay nuevo ejercicio desde el {on}',
    en: 'a new fiscal year since {on}',
  },
  new_person: { es: 'hay otra persona desde el {on}', en: 'there is somebody new at the account since {on}' },
  contact: { es: 'ha vuelto a ponerse en contacto ({on})', en: 'got in touch again ({on})' },
  visit: { es: 'ha vuelto a visitar la web ({on})', en: 'visited the web site again ({on})' },
  click: { es: 'ha pulsado en un mensaje ({on})', en: 'clicked in a message ({on})' },
  demand: { es: 'ha preguntado por {what} ({on})', en: 'asked for {what} ({on})' },
};

interface ReengageWords {
  readonly columns: Readonly<Record<'who' | 'lost' | 'reason' | 'amount' | 'changed' | 'owner' | 'id', string>>;
  readonly none: string;
  readonly counted: string;
  readonly unknown: string;
  readonly unseen: string;
}

const words: Readonly<Record<Language, ReengageWords>> = {
  es: {
    columns: {
      who: 'Quién',
      lost: 'Perdido',
      reason: 'Motivo',
      amount: 'Importe',
      changed: 'Qué ha cambiado',
      owner: 'Responsable',
      id: 'Id',
    },
    none: 'Ningún perdido de los últimos dos años cuyo motivo haya cambiado.',
    counted: '{total} de {lost} perdidos en dos años tienen un motivo para retomarlos.',
    unknown: 'sin motivo',
    unseen: 'Sin permiso para ver productos, no se sabe si han cambiado precios o catálogo.',
  },
  en: {
    columns: { who: 'Who', lost: 'Lost', reason: 'Reason', amount: 'Amount', changed: 'What has changed', owner: 'Owner', id: 'Id' },
    none: 'Nothing that was lost in two years has a reason that changed.',
    counted: '{total} of {lost} lost in two years have a reason to be taken up again.',
    unknown: 'no reason',
    unseen: 'Products may not be seen, so it is not known whether prices or the catalogue changed.',
  },
};

export const reengageWords = (language: Language): ReengageWords => words[language];

export interface ChangeToTell {
  readonly rule: string;
  readonly on: string | null;
  readonly was: number | null;
  readonly is: number | null;
  readonly what: string | null;
}

/** What has changed, in words; of who came back, how. */
export function tellChange({ rule, on, was, is, what }: ChangeToTell, back: string | null, language: Language, writer: Writer): string {
  const how = rule === 'time_has_come' && what === 'note' ? 'asked_back' : rule;
  const name = rule === 'came_back' ? (back ?? 'contact') : how;
  const isMoney = rule === 'price_down' || rule === 'cheaper_product';
  const write = (value: number | null): string =>
    value === null ? '–' : isMoney ? formatValue(value, 'money', writer) : formatNumber(value, writer, 0);
  const places: Readonly<Record<string, string>> = {
    on: on === null ? '–' : formatDay(on, writer),
    was: write(was),
    is: write(is),
    what: what ?? '–',
  };
  return (says[name]?.[language] ?? name).replaceAll(/\{(\w+)\}/g, (_, place: string) => places[place] ?? '–');
}
