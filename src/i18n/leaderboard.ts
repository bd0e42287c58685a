import type { Language } from './language.ts';

interface LeaderboardWords {
  readonly title: string;
  readonly none: string;
  readonly hidden: string;
  readonly thanked: string;
  readonly told: string;
  readonly thanks: string;
  readonly columns: Readonly<Record<'place' | 'range' | 'name' | 'value' | 'interval' | 'raw' | 'n' | 'verdict', string>>;
  readonly verdicts: Readonly<Record<'within' | 'above' | 'far_above' | 'below' | 'far_below', string>>;
  readonly note: string;
}

const words: Readonly<Record<Language, LeaderboardWords>> = {
  es: {
    title: '{name}, de {from} a {to}',
    none: 'No hay datos de personas con que ordenarlas.',
    hidden: '{count} personas con muy pocos casos no salen.',
    thanked: 'Reconocido: {person}.',
    told: 'Se le avisa.',
    thanks: 'Reconocimientos',
    columns: {
      place: 'Puesto',
      range: 'Podría ser',
      name: 'Persona',
      value: 'Ajustado',
      interval: 'IC 95 %',
      raw: 'Sin ajustar',
      n: 'Casos',
      verdict: 'Frente al conjunto',
    },
    verdicts: {
      within: 'lo que hace el azar',
      above: 'por encima',
      far_above: 'muy por encima',
      below: 'por debajo',
      far_below: 'muy por debajo',
    },
    note: 'Con pocos casos la cifra se acerca a la del conjunto. Donde los puestos posibles se solapan, el orden está abierto.',
  },
  en: {
    title: '{name}, {from} to {to}',
    none: 'There are no data of people to order them by.',
    hidden: '{count} people with very few cases are not shown.',
    thanked: 'Recognised: {person}.',
    told: 'They will be told.',
    thanks: 'Recognition',
    columns: {
      place: 'Place',
      range: 'Could be',
      name: 'Person',
      value: 'Adjusted',
      interval: '95% CI',
      raw: 'As counted',
      n: 'Cases',
      verdict: 'Against everybody',
    },
    verdicts: { within: 'what chance makes', above: 'above', far_above: 'far above', below: 'below', far_below: 'far below' },
    note: 'With few cases a figure is drawn towards everybody’s. Where possible places overlap, the order is open.',
  },
};

export const leaderboardWords = (language: Language): LeaderboardWords => words[language];
