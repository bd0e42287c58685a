import { fill } from './cli.ts';
import { formatChange, formatPeriod, formatValue, type Writer } from './format.ts';
import type { Language, Words } from './language.ts';

/** What a digest says around its figures; `{name}` is the company. */
export const digestWords = {
  es: {
    subject: 'Resumen de {name}: {what}',
    what_one: 'un cambio que mirar',
    what_many: '{count} cambios que mirar',
    what_notices_one: 'un aviso sin leer',
    what_notices_many: '{count} avisos sin leer',
    since: 'Lo que ha cambiado desde el {day}, lo más urgente primero.',
    first: 'Lo más urgente primero.',
    next: 'Qué hacer: {next}',
    course: 'Metas',
    notices: 'Avisos sin leer',
    more: '… y {count} más',
    inbox: 'Abrir la bandeja',
    open: 'Ver {name}',
    nothing: 'No ha cambiado nada que merezca su atención.',
    change: 'Cambiar cuándo llega este resumen',
    none: 'No ha habido nada que contar.',
  },
  en: {
    subject: 'Digest of {name}: {what}',
    what_one: 'one change to look at',
    what_many: '{count} changes to look at',
    what_notices_one: 'one unread notice',
    what_notices_many: '{count} unread notices',
    since: 'What has changed since {day}, the most urgent first.',
    first: 'The most urgent first.',
    next: 'What to do: {next}',
    course: 'Targets',
    notices: 'Unread notices',
    more: '… and {count} more',
    inbox: 'Open the inbox',
    open: 'See {name}',
    nothing: 'Nothing has changed that deserves your attention.',
    change: 'Change when this digest comes',
    none: 'There was nothing to tell.',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

const moved: Readonly<Record<string, Words>> = {
  better: { es: 'mejora', en: 'better' },
  worse: { es: 'empeora', en: 'worse' },
  rise: { es: 'sube', en: 'up' },
  fall: { es: 'baja', en: 'down' },
};

const aimed: Readonly<Record<string, Words>> = {
  reached: { es: 'meta de {aim} cumplida', en: 'target of {aim} reached' },
  missed: { es: 'no llega a la meta de {aim}', en: 'short of the target of {aim}' },
  missed_down: { es: 'se pasa del tope de {aim}', en: 'over the limit of {aim}' },
};

const pictured: Words = {
  es: '{name}, {count} periodos: de {first} ({from}) a {last} ({to}). El menor, {least}; el mayor, {most}.',
  en: '{name}, {count} periods: from {first} ({from}) to {last} ({to}). The least, {least}; the most, {most}.',
};

/** A change in words: `18,2 %, empeora (−2,3 p. p.)` has its pieces here. */
export function tellMove(
  {
    move,
    verdict,
    change,
    relative,
    unit,
  }: {
    readonly move: string;
    readonly verdict: string | null;
    readonly change: number | null;
    readonly relative: number | null;
    readonly unit: string;
  },
  language: Language,
  writer: Writer,
): string | null {
  const word = moved[verdict ?? move]?.[language];
  if (word === undefined || change === null) return null;
  return `${word} (${formatChange(change, relative, unit, writer)})`;
}

export function tellAim(
  {
    state,
    aim,
    unit,
    direction,
  }: { readonly state: 'reached' | 'missed'; readonly aim: number; readonly unit: string; readonly direction: string },
  language: Language,
  writer: Writer,
): string {
  const words = aimed[state === 'missed' && direction === 'down' ? 'missed_down' : state]?.[language] ?? '';
  return fill(words, { aim: formatValue(aim, unit, writer) });
}

/** What a picture of a line shows, for whoever does not see it. Null: there is no picture. */
export function tellPicture(
  {
    name,
    unit,
    grain,
    points,
  }: {
    readonly name: string;
    readonly unit: string;
    readonly grain: string;
    readonly points: readonly { readonly start: string; readonly end: string; readonly value: number | null }[];
  },
  language: Language,
  writer: Writer,
): string | null {
  const known = points.flatMap(({ start, end, value }) => (value === null ? [] : [{ start, end, value }]));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || known.length < 2) return null;
  const values = known.map(({ value }) => value);
  const shown = (value: number): string => formatValue(value, unit, writer);
  return fill(pictured[language], {
    name,
    count: String(
      points.length -
        Math.max(
          0,
          points.findIndex(({ value }) => value !== null),
        ),
    ),
    first: shown(first.value),
    from: formatPeriod(first, grain, writer),
    last: shown(last.value),
    to: formatPeriod(last, grain, writer),
    least: shown(Math.min(...values)),
    most: shown(Math.max(...values)),
  });
}

/** @returns what a message of so many changes and notices is called */
export function digestSubject(name: string, changes: number, notices: number, language: Language): string {
  const words = digestWords[language];
  const what =
    changes === 0
      ? fill(notices === 1 ? words.what_notices_one : words.what_notices_many, { count: String(notices) })
      : fill(changes === 1 ? words.what_one : words.what_many, { count: String(changes) });
  return fill(words.subject, { name, what });
}
