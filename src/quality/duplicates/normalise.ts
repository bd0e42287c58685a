/** Marks of a legal form of company, without dots and spaces: Spain's first, then those of whom Spain trades with. */
const forms: ReadonlySet<string> = new Set([
  ...['sl', 'slu', 'slne', 'sll', 'slp', 'slpu', 'sa', 'sau', 'sal', 'sad', 'sc', 'scp', 'scl', 'scoop', 'coop', 'cb', 'srl', 'aie', 'ute'],
  ...['ltd', 'limited', 'llc', 'inc', 'corp', 'gmbh', 'ag', 'kg', 'sas', 'sarl', 'bv', 'nv', 'spa', 'lda', 'plc'],
]);

/** The same written out; longest first, since one may begin another. */
const longForms: readonly (readonly [string, string])[] = [
  ['sociedad limitada unipersonal', 'slu'],
  ['sociedad anonima unipersonal', 'sau'],
  ['sociedad limitada profesional', 'slp'],
  ['sociedad limitada laboral', 'sll'],
  ['sociedad de responsabilidad limitada', 'sl'],
  ['sociedad anonima laboral', 'sal'],
  ['sociedad cooperativa', 'scoop'],
  ['comunidad de bienes', 'cb'],
  ['sociedad limitada', 'sl'],
  ['sociedad anonima', 'sa'],
  ['sociedad civil', 'sc'],
];

/** A company with one owner is the same form of company. */
const sameForm: Readonly<Record<string, string>> = {
  slu: 'sl',
  slne: 'sl',
  srl: 'sl',
  sau: 'sa',
  slpu: 'slp',
  coop: 'scoop',
  scl: 'scoop',
  limited: 'ltd',
};

const connectors: ReadonlySet<string> = new Set(['de', 'del', 'la', 'las', 'el', 'los', 'y', 'e', 'i', 'and', 'the', 'of']);

/** Lower case, no accents, letters and digits in words one space apart; a dot inside an abbreviation joins (`S.L.` is `sl`). */
export const plain = (text: string): string => {
  const letters = /^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return letters
    .toLowerCase()
    .replace(/[.'’´`]/g, '')
    .replace(/&/g, ' y ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
};

export interface CompanyName {
  /** Words that tell the company, `talleres nava`. */
  readonly name: string;
  /** Its legal form, `sl`; null where it does not say. */
  readonly form: string | null;
}

/** A company's name without its form, accents, punctuation and connecting words. `Talleres Navá, S. L. U.` is talleres nava, sl. */
export function companyName(text: string): CompanyName {
  let words = plain(text);
  let form: string | null = null;
  for (const [long, short] of words.includes('sociedad') || words.includes('comunidad') ? longForms : []) {
    if (words === long || !` ${words} `.includes(` ${long} `)) continue;
    words = ` ${words} `.replace(` ${long} `, ' ').trim();
    form = short;
  }
  const parts = words.split(' ');
  // `S. Coop.` and `S L U` come as words of their own at the end.
  for (const length of [3, 2, 1]) {
    const tail = parts.slice(-length).join('');
    const isSpelled = length === 1 || parts.slice(-length).every((part) => part.length === 1) || tail === 'scoop';
    const isLast = parts.slice(0, -length).every((part) => connectors.has(part));
    if (form === null && !isLast && isSpelled && forms.has(tail)) {
      parts.splice(-length);
      form = tail;
    }
  }
  const telling = parts.filter((part) => !connectors.has(part));
  return { name: (telling.length > 0 ? telling : parts).join(' '), form: form === null ? null : (sameForm[form] ?? form) };
}

/** A person's name, accents and case aside; `Ferreiro Sanchis, Lucía` is put in the order in which it is said. */
export function personName(text: string): string {
  const [last, first, ...more] = text.split(',');
  return plain(first !== undefined && more.length === 0 ? `${first} ${last}` : text);
}

/** Providers whose domain says nothing of a company. */
const freeMail =
  /^(gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|aol|gmx|mail|telefonica|terra|ono|movistar|orange|protonmail|proton)\.(com|es|net|org|me|fr|de|it|pt|co\.uk|com\.mx|com\.ar)$/;

export const isFreeMail = (domain: string): boolean => freeMail.test(domain);

export interface Mailbox {
  readonly address: string;
  readonly domain: string;
  /** `info@`, `ventas@`: of a company, not of a person. */
  readonly isShared: boolean;
}

const shared =
  /^(info|informacion|admin|administracion|contacto|contact|ventas|sales|comercial|compras|pedidos|oficina|office|hola|hello|soporte|support|facturacion|contabilidad|noreply|no-reply|recepcion)$/;

/** An e-mail address as the mail is delivered; null where it is none. What follows a plus, and Gmail's dots, do not tell people apart. */
export function mailbox(text: string): Mailbox | null {
  const found = /^([^\s@]+)@([^\s@]+\.[^\s@]+)$/.exec(
    text
      .trim()
      .replace(/^mailto:/i, '')
      .toLowerCase(),
  );
  const [, user = '', host = ''] = found ?? [];
  if (!found) return null;
  const isGoogle = host === 'gmail.com' || host === 'googlemail.com';
  const bare = user.replace(/(?<=.)\+.*$/, '');
  const name = isGoogle ? bare.replaceAll('.', '') : bare;
  const domain = isGoogle ? 'gmail.com' : host;
  return { address: `${name}@${domain}`, domain, isShared: shared.test(name) };
}

/** `https://www.Nava.es/contacto` is nava.es; null for a free mail provider's or what is no domain. */
export function domainName(text: string): string | null {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\d?\./, '')
    .replace(/[/:?#].*$/, '');
  return /^[^\s@.]+(\.[^\s@.]+)+$/.test(host) && !isFreeMail(host) ? host : null;
}

/** Letters and digits of a tax number, without the country that VAT numbers carry; null for what is too short to be one or a filler. */
export function taxNumber(text: string): string | null {
  const code = text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^ES(?=[A-Z0-9]{9}$)/, '');
  return code.length < 7 || /^(.)\1+$/.test(code.replace(/^[A-Z]/, '')) ? null : code;
}

/** The last nine digits (all that tells a Spanish number apart); null for fewer than seven or one digit repeated. */
export function phoneNumber(text: string): string | null {
  const digits = text.replace(/(ext|x|#).*$/i, '').replace(/\D/g, '');
  const own = digits.slice(-9);
  return digits.length < 7 || /^(\d)\1+$/.test(own) ? null : own;
}
