/** Kinds of reasons for which something was lost, as far as they can change by themselves. */
export const lossKinds = ['price', 'budget', 'timing', 'product', 'delivery', 'silence', 'person', 'competitor', 'other'] as const;
export type LossKind = (typeof lossKinds)[number];

/** Beginnings of words, without accents, in the order in which they are tried: «sin presupuesto» is of the budget, not of the price. */
const words: readonly (readonly [LossKind, RegExp])[] = [
  ['delivery', /plazo de entrega|\bentrega|lead time|delivery/],
  ['budget', /presupuest|budget|sin fondos|no funds|financia/],
  ['price', /\bprecio|\bcaro|\bcara\b|\bcoste|price|expensive|too dear|\bcost\b/],
  [
    'product',
    /falta\w* (de )?(product|func|model)|no (lo )?(vende|tenemos|ofrece)|missing|feature|funcionalidad|producto no|no (such )?product|unsupported/,
  ],
  ['silence', /sin respuesta|no (contesta|responde|coge)|ilocaliz|no (response|answer|reply)|unresponsive|ghost/],
  ['timing', /no es (el|buen) momento|moment|prioridad|aplaza|pospon|mas adelante|timing|not now|later|postpon|priorit|\bplazo/],
  ['person', /decisor|quien decide|interlocutor|contacto|decision.?maker|champion|no authority/],
  ['competitor', /competen|competid|competit|proveedor|supplier|vendor/],
];

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** «Volver a llamar, quizá el año que viene»: somebody noted when. */
const laterNote = /ano que viene|proximo ano|mas adelante|volver a llamar|next year|call (back|again)|later/;

/** What kind of reason the words of a CRM are. Null: none was given. */
export function whyLost(reason: string | null, note: string | null): LossKind | null {
  if (reason !== null && reason.trim() !== '') return words.find(([, pattern]) => pattern.test(plain(reason)))?.[0] ?? 'other';
  return note !== null && laterNote.test(plain(note)) ? 'timing' : null;
}

/** Whether a note says to come back. */
export const saysLater = (note: string | null): boolean => note !== null && laterNote.test(plain(note));
