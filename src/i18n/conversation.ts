import type { Language, Words } from './language.ts';

/** What kind of thing happened. */
export const annotationKindWords: Readonly<Record<string, Words>> = {
  strategy: { es: 'Estrategia', en: 'Strategy' },
  product: { es: 'Producto', en: 'Product' },
  people: { es: 'Equipo', en: 'People' },
  price: { es: 'Precio', en: 'Price' },
  outage: { es: 'Incidencia', en: 'Outage' },
  other: { es: 'Otro', en: 'Other' },
};

interface ConversationWords {
  readonly company: string;
  readonly everyKpi: string;
  readonly someone: string;
  readonly columns: Readonly<Record<'when' | 'kind' | 'what' | 'whose' | 'kpi' | 'author' | 'id' | 'by' | 'why' | 'next', string>>;
  readonly noAnnotations: string;
  readonly annotated: string;
  readonly removed: string;
  readonly noComments: string;
  readonly commented: string;
  readonly told: string;
  readonly notTold: string;
  readonly gone: string;
  readonly settled: string;
  readonly resolved: string;
  readonly reopened: string;
  readonly noDecisions: string;
  readonly decided: string;
  readonly closed: string;
  readonly due: string;
  readonly outcome: string;
}

const words: Readonly<Record<Language, ConversationWords>> = {
  es: {
    company: 'la empresa',
    everyKpi: 'todos',
    someone: 'alguien',
    columns: {
      when: 'Cuándo',
      kind: 'Tipo',
      what: 'Qué',
      whose: 'Ámbito',
      kpi: 'Indicador',
      author: 'Autor',
      id: 'Id',
      by: 'Decidió',
      why: 'Por qué',
      next: 'Revisión',
    },
    noAnnotations: 'No hay anotaciones.',
    annotated: 'Anotado ({id}).',
    removed: 'Quitado.',
    noComments: 'No hay comentarios.',
    commented: 'Comentado ({id}).',
    told: 'Se avisa a {names}.',
    notTold: 'No se avisa a {names}: no puede ver esta cifra.',
    gone: '(retirado por quien lo escribió)',
    settled: 'resuelto',
    resolved: 'Conversación resuelta.',
    reopened: 'Conversación reabierta.',
    noDecisions: 'No hay decisiones.',
    decided: 'Decisión anotada ({id}).',
    closed: 'Queda dicho en qué quedó.',
    due: 'toca revisarla',
    outcome: 'Resultado',
  },
  en: {
    company: 'the company',
    everyKpi: 'all',
    someone: 'someone',
    columns: {
      when: 'When',
      kind: 'Kind',
      what: 'What',
      whose: 'Scope',
      kpi: 'KPI',
      author: 'Author',
      id: 'Id',
      by: 'Decided by',
      why: 'Why',
      next: 'Look again',
    },
    noAnnotations: 'There are no annotations.',
    annotated: 'Written down ({id}).',
    removed: 'Removed.',
    noComments: 'There are no comments.',
    commented: 'Commented ({id}).',
    told: '{names} will be told.',
    notTold: '{names} will not be told: they may not see this figure.',
    gone: '(taken away by whoever wrote it)',
    settled: 'settled',
    resolved: 'Conversation settled.',
    reopened: 'Conversation taken up again.',
    noDecisions: 'There are no decisions.',
    decided: 'Decision written down ({id}).',
    closed: 'What came of it is written down.',
    due: 'time to look again',
    outcome: 'Outcome',
  },
};

export const conversationWords = (language: Language): ConversationWords => words[language];
