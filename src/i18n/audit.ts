import type { Language } from './language.ts';

interface AuditWords {
  readonly columns: readonly string[];
  readonly whole: string;
  readonly broken: Readonly<Record<'changed' | 'missing' | 'cut' | 'head', string>>;
  readonly reviewColumns: readonly string[];
  readonly findings: Readonly<Record<string, string>>;
}

const es: AuditWords = {
  columns: ['Cuándo (UTC)', 'Quién', 'Operación', 'Resultado', 'Desde', 'Sobre'],
  whole: 'El registro está íntegro: {entries} entradas. Último hash: {head}',
  broken: {
    changed: 'El registro se ha alterado: la entrada {sequence} ({at}) no es la que se escribió.',
    missing: 'El registro se ha alterado: falta la entrada {sequence}.',
    cut: 'El registro se ha cortado: faltan las entradas desde la {sequence}.',
    head: 'El registro se ha alterado: su final no es el que se escribió.',
  },
  reviewColumns: ['Persona', 'Papel', 'Filas', 'Última vez', 'Claves', 'Conviene mirar'],
  findings: {
    unused: 'sin entrar hace tiempo',
    never_seen: 'nunca ha entrado',
    rights_unused: 'derechos sensibles sin usar',
    no_second_factor: 'derechos sensibles sin segundo factor',
    key_unused: 'clave sin usar',
    key_expires: 'clave a punto de caducar',
    key_forever: 'clave sin caducidad',
    closed_with_keys: 'cuenta cerrada con claves',
  },
};

const en: AuditWords = {
  columns: ['When (UTC)', 'Who', 'Operation', 'Outcome', 'From', 'About'],
  whole: 'The log is whole: {entries} entries. Last hash: {head}',
  broken: {
    changed: 'The log was tampered with: entry {sequence} ({at}) is not what was written.',
    missing: 'The log was tampered with: entry {sequence} is missing.',
    cut: 'The log was cut: entries from {sequence} on are missing.',
    head: 'The log was tampered with: its end is not what was written.',
  },
  reviewColumns: ['Person', 'Role', 'Rows', 'Last seen', 'Keys', 'Worth a look'],
  findings: {
    unused: 'not seen for long',
    never_seen: 'never signed in',
    rights_unused: 'sensitive rights unused',
    no_second_factor: 'sensitive rights without a second factor',
    key_unused: 'key unused',
    key_expires: 'key about to expire',
    key_forever: 'key that never expires',
    closed_with_keys: 'closed account with keys',
  },
};

export const auditWords = (language: Language): AuditWords => (language === 'es' ? es : en);
