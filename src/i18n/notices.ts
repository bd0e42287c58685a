import { fill } from './cli.ts';
import { formatDay, formatValue, type Writer } from './format.ts';
import type { Language, Words } from './language.ts';

/** What each kind of notice is called where one chooses among them. */
export const noticeKindWords: Readonly<Record<string, Words>> = {
  alert_firing: { es: 'Una alerta salta', en: 'An alert fires' },
  alert_recovered: { es: 'Una alerta se recupera', en: 'An alert recovers' },
  alert_escalated: { es: 'Nadie atiende una alerta', en: 'Nobody attends to an alert' },
  mention: { es: 'Le mencionan', en: 'You are mentioned' },
  assigned: { es: 'Le asignan una acción', en: 'An action is assigned to you' },
  review_due: { es: 'Toca revisar un indicador', en: 'A KPI is due for review' },
  action_due: { es: 'Vence una acción suya', en: 'An action of yours falls due' },
  decision_due: { es: 'Hay una decisión pendiente', en: 'A decision is due' },
  kudos: { es: 'Le dan la enhorabuena', en: 'You are congratulated' },
};

const titles: Readonly<Record<string, Words>> = {
  alert_firing: { es: 'Alerta: {subject}', en: 'Alert: {subject}' },
  alert_recovered: { es: 'Recuperado: {subject}', en: 'Recovered: {subject}' },
  alert_escalated: { es: 'Alerta sin atender: {subject}', en: 'Alert nobody attends to: {subject}' },
  mention: { es: '{by} le ha mencionado: {subject}', en: '{by} mentioned you: {subject}' },
  mention_plain: { es: '{by} le ha mencionado', en: '{by} mentioned you' },
  assigned: { es: '{by} le ha asignado: {title}', en: '{by} assigned to you: {title}' },
  assigned_plain: { es: '{by} le ha asignado una acción', en: '{by} assigned an action to you' },
  review_due: { es: 'Toca revisar: {subject}', en: 'Due for review: {subject}' },
  action_due: { es: 'Vence pronto: {title}', en: 'Due soon: {title}' },
  decision_due: { es: 'Decisión pendiente: {title}', en: 'Decision due: {title}' },
  kudos: { es: '{by} le da la enhorabuena', en: '{by} congratulates you' },
};

const parts = {
  value: { es: 'Valor', en: 'Value' },
  limit: { es: 'Límite', en: 'Limit' },
  day: { es: 'Hasta el', en: 'Up to' },
  due: { es: 'Fecha', en: 'Due' },
  colleague: { es: 'Un compañero', en: 'A colleague' },
  company: { es: 'La empresa', en: 'The company' },
} as const satisfies Record<string, Words>;

/** What the words of a notice are made of, as far as its reader may know it. */
export interface NoticeTold {
  readonly kind: string;
  /** Of the KPI, and whose: in the reader's language. Null: it is about none. */
  readonly kpi: string | null;
  readonly scope: string | null;
  /** Null: colleagues' names are hidden from the reader. */
  readonly by: string | null;
  /** What people have written; null: it may name a customer whose name is hidden from the reader. */
  readonly title: string | null;
  readonly text: string | null;
  readonly rule: string | null;
  readonly says: Words | null;
  readonly why: Words | null;
  readonly value: number | null;
  readonly limit: number | null;
  readonly unit: string | null;
  readonly day: string | null;
  readonly due: string | null;
}

/** A notice in words: a line, what else there is to say, and figures by name. */
export interface NoticeWords {
  readonly title: string;
  readonly lines: readonly string[];
  readonly figures: readonly { readonly name: string; readonly value: string }[];
}

const together = {
  one: { es: '{title} y otra más, al parecer por lo mismo', en: '{title} and one more, seemingly for the same reason' },
  many: { es: '{title} y {count} más, al parecer por lo mismo', en: '{title} and {count} more, seemingly for the same reason' },
  also: { es: 'También: {line}', en: 'Also: {line}' },
  rest: { es: 'Y {count} más, en Alertas.', en: 'And {count} more, in Alerts.' },
} as const satisfies Record<string, Words>;

const longest = 200;
const cut = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
};

/** @returns a notice as its reader's language tells it */
export function tellNotice(told: NoticeTold, language: Language, writer: Writer): NoticeWords {
  const { kind, kpi, scope, rule, says, why, value, limit, unit, day, due, text } = told;
  const whose = scope === null ? null : scope.slice(scope.indexOf('=') + 1);
  const named = rule ?? kpi;
  const subject = named === null ? (whose ?? parts.company[language]) : whose === null ? named : `${named} · ${whose}`;
  const isPlain = (kind === 'mention' && kpi === null && scope === null) || (kind === 'assigned' && told.title === null);
  const words = titles[isPlain ? `${kind}_plain` : kind]?.[language] ?? '{subject}';
  const title = fill(words, { subject, by: told.by ?? parts.colleague[language], title: told.title ?? subject });
  const figure = (name: Words, shown: string | null) => (shown === null ? [] : [{ name: name[language], value: shown }]);
  const written = (number: number | null): string | null => (number === null || unit === null ? null : formatValue(number, unit, writer));
  return {
    title: cut(title),
    lines: [says?.[language], why?.[language], text].flatMap((line) => (line ? [line] : [])),
    figures: [
      ...figure(parts.value, written(value)),
      ...figure(parts.limit, written(limit)),
      ...figure(parts.day, day === null ? null : formatDay(day, writer)),
      ...figure(parts.due, due === null ? null : formatDay(due, writer)),
    ],
  };
}

/** Beyond these one looks where all are. */
const othersShown = 10;

/**
 * Notices of one cause as one: the most telling as it is told by itself, of the others a line each.
 * @param others in their order; none: it stands alone
 */
export function tellNotices(told: NoticeTold, others: readonly NoticeTold[], language: Language, writer: Writer): NoticeWords {
  const lead = tellNotice(told, language, writer);
  if (others.length === 0) return lead;
  const lines = others.map((other) => other.says?.[language] ?? tellNotice(other, language, writer).title);
  const rest = others.length - othersShown;
  return {
    title: cut(fill(together[others.length === 1 ? 'one' : 'many'][language], { title: lead.title, count: String(others.length) })),
    lines: [
      ...lead.lines,
      ...lines.slice(0, othersShown).map((line) => fill(together.also[language], { line })),
      ...(rest > 0 ? [fill(together.rest[language], { count: String(rest) })] : []),
    ],
    figures: lead.figures,
  };
}

/** Which of the lines tells of one of the others; null: it is among those only counted. */
export function lineOfOther(lines: readonly string[], others: number, index: number): number | null {
  if (index >= othersShown) return null;
  const shown = Math.min(others, othersShown);
  return lines.length - shown - (others > othersShown ? 1 : 0) + index;
}

/** What stands around a notice or a digest when it goes out. */
export const noticeLetter = {
  es: {
    open: 'Abrir en Cuadro',
    why: 'Recibe este correo porque tiene una cuenta en Cuadro ({name}).',
    preferences: 'Elegir qué avisos llegan por correo',
    unsubscribe: 'No recibir más avisos por correo',
    unsubscribeDigest: 'No recibir más el resumen',
    test: 'Prueba de Cuadro',
    testLine: 'Este canal funciona: los avisos de {name} llegarán aquí.',
  },
  en: {
    open: 'Open in Cuadro',
    why: 'You get this because you have an account in Cuadro ({name}).',
    preferences: 'Choose which notices come by e-mail',
    unsubscribe: 'No more notices by e-mail',
    unsubscribeDigest: 'No more digests',
    test: 'Test from Cuadro',
    testLine: 'This channel works: notices of {name} will come here.',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** What the command line says of notices and channels. */
export const noticeNotes = {
  es: {
    empty: 'No hay avisos.',
    unread: '{count} sin leer.',
    marked: 'Hecho.',
    columns: { when: 'Cuándo', what: 'Aviso', figures: 'Cifras', id: 'ID' },
    noChannels: 'No hay canales. Cree uno con «cuadro channels --save NOMBRE --url-file ARCHIVO».',
    channels: { name: 'Canal', kind: 'Tipo', host: 'Servidor', state: 'Estado', last: 'Último envío' },
    on: 'activo',
    off: 'parado',
    saved: 'Canal «{name}» guardado.',
    key: 'Clave de firma, que no se vuelve a mostrar:',
    removed: 'Canal «{name}» quitado.',
    tested: 'Prueba enviada a «{name}».',
    noMail: 'No sale correo: no hay servidor SMTP configurado.',
    waiting: 'Por enviar: {count}, desde el {since} ({error}).',
    failed: 'Sin poder enviar: {count} ({error}).',
  },
  en: {
    empty: 'There are no notices.',
    unread: '{count} unread.',
    marked: 'Done.',
    columns: { when: 'When', what: 'Notice', figures: 'Figures', id: 'ID' },
    noChannels: 'There are no channels. Make one with “cuadro channels --save NAME --url-file FILE”.',
    channels: { name: 'Channel', kind: 'Kind', host: 'Host', state: 'State', last: 'Last sent' },
    on: 'active',
    off: 'stopped',
    saved: 'Channel “{name}” saved.',
    key: 'Signing key, which is not shown again:',
    removed: 'Channel “{name}” removed.',
    tested: 'Test sent to “{name}”.',
    noMail: 'No mail goes out: no SMTP server is set up.',
    waiting: 'Still to send: {count}, since {since} ({error}).',
    failed: 'Could not be sent: {count} ({error}).',
  },
} as const satisfies Readonly<Record<Language, object>>;

/** The page of the link that ends mail. */
export const unsubscribeWords = {
  es: {
    title: 'Correo de Cuadro',
    askDigest: '¿Quiere dejar de recibir el resumen por correo?',
    askMail: '¿Quiere dejar de recibir avisos por correo? Seguirán en su bandeja.',
    button: 'No recibir más',
    done: 'Hecho: no llegará más. Puede volver a pedirlo en Ajustes.',
  },
  en: {
    title: 'E-mail from Cuadro',
    askDigest: 'Do you want no more digests by e-mail?',
    askMail: 'Do you want no more notices by e-mail? They will still be in your inbox.',
    button: 'No more',
    done: 'Done: no more will come. You can ask for it again in Settings.',
  },
} as const satisfies Readonly<Record<Language, object>>;
