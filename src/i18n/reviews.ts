import type { Language } from './language.ts';

interface ReviewWords {
  readonly due: string;
  readonly none: string;
  readonly decided: string;
  readonly assigned: string;
  readonly version: string;
  readonly watched: string;
  readonly states: Readonly<Record<string, string>>;
  readonly decisions: Readonly<Record<string, string>>;
  readonly what: Readonly<Record<string, string>>;
  readonly columns: Readonly<
    Record<'kpi' | 'state' | 'next' | 'owner' | 'people' | 'last' | 'decision' | 'period' | 'before' | 'now', string>
  >;
}

const words: Readonly<Record<Language, ReviewWords>> = {
  es: {
    due: 'Toca revisar {count}.',
    none: 'No hay nada que revisar.',
    decided: '{what}. Próxima revisión: {next}.',
    assigned: 'De {owner}. Próxima revisión: {next}.',
    version: 'Versión {number}, desde el {from} ({id})',
    watched: 'Los cambios se anotan desde el {day}.',
    states: { due: 'Toca', coming: 'Al día', unused: 'Sin uso', quiet: 'Nadie lo sigue', retired: 'Retirado' },
    decisions: { keep: 'Se mantiene', change: 'Se cambia', retire: 'Se retira', revive: 'Vuelve a usarse' },
    what: { version: 'Fórmula', parameter: 'Parámetro', meaning: 'Significado' },
    columns: {
      kpi: 'Indicador',
      state: 'Revisión',
      next: 'Fecha',
      owner: 'Responsable',
      people: 'Lo miran',
      last: 'Última vez',
      decision: 'Última decisión',
      period: 'Periodo',
      before: 'Con aquella',
      now: 'Con la de hoy',
    },
  },
  en: {
    due: '{count} due for review.',
    none: 'There is nothing to review.',
    decided: '{what}. Next review: {next}.',
    assigned: 'Owned by {owner}. Next review: {next}.',
    version: 'Version {number}, since {from} ({id})',
    watched: 'Changes are written down since {day}.',
    states: { due: 'Due', coming: 'Up to date', unused: 'Unused', quiet: 'Followed by nobody', retired: 'Retired' },
    decisions: { keep: 'Kept', change: 'To be changed', retire: 'Retired', revive: 'In use again' },
    what: { version: 'Formula', parameter: 'Parameter', meaning: 'Meaning' },
    columns: {
      kpi: 'KPI',
      state: 'Review',
      next: 'Date',
      owner: 'Owner',
      people: 'Lookers',
      last: 'Last look',
      decision: 'Last decision',
      period: 'Period',
      before: 'By that one',
      now: "By today's",
    },
  },
};

export const reviewWords = (language: Language): ReviewWords => words[language];
