import type { Language, Words } from './language.ts';

/** Words of segments, funnel, cohorts and life cycle as the command line shows them. */
const words = {
  segment: { es: 'Segmento', en: 'Segment' },
  of: { es: 'De', en: 'Of' },
  rules: { es: 'Reglas', en: 'Rules' },
  size: { es: 'Tamaño', en: 'Size' },
  share: { es: 'Parte', en: 'Share' },
  noSegments: {
    es: 'No hay segmentos. Se declaran en «segments» de cuadro.yaml; docs/funnel-cohorts-segments.md dice cómo.',
    en: 'There are no segments. They are declared under “segments” in cuadro.yaml; docs/funnel-cohorts-segments.md says how.',
  },
  stage: { es: 'Etapa', en: 'Stage' },
  entered: { es: 'Entran', en: 'Entered' },
  advanced: { es: 'Avanzan', en: 'Advanced' },
  conversion: { es: 'Conversión', en: 'Conversion' },
  toWon: { es: 'Hasta ganar', en: 'To won' },
  skipped: { es: 'Se la saltan', en: 'Skipped' },
  back: { es: 'Retroceden', en: 'Moved back' },
  lost: { es: 'Se pierden', en: 'Lost' },
  waiting: { es: 'Siguen', en: 'Still there' },
  days: { es: 'Mediana (días)', en: 'Median (days)' },
  index: { es: 'Índice', en: 'Index' },
  bottleneck: {
    es: 'Cuello de botella: «{stage}» ({share} del ciclo; se cae el {drop} de los que salen).',
    en: 'Bottleneck: “{stage}” ({share} of the cycle; {drop} of those leaving drop out).',
  },
  pipeline: { es: 'Embudo «{name}»', en: 'Pipeline “{name}”' },
  entries: {
    es: '{entered} entran en alguna etapa, {won} se han ganado hasta hoy ({rate}).',
    en: '{entered} entered some stage, {won} have been won so far ({rate}).',
  },
  noEntries: {
    es: 'Nadie entra en ninguna etapa en esas fechas.',
    en: 'Nobody entered any stage in those dates.',
  },
  noCohorts: {
    es: 'Nadie llega en esas fechas.',
    en: 'Nobody came in those dates.',
  },
  cohort: { es: 'Cohorte', en: 'Cohort' },
  ages: { es: 'Periodos desde el de entrada', en: 'Periods since the one of entry' },
  immature: { es: '* periodo sin terminar: la cifra aún cambiará.', en: '* period not over: the figure will still change.' },
  all: { es: 'Todas', en: 'All' },
  from: { es: 'De \\ A', en: 'From \\ To' },
  none: { es: '(ninguna)', en: '(none)' },
  before: { es: 'Al empezar', en: 'At the start' },
  after: { es: 'Al acabar', en: 'At the end' },
  sizes: { es: 'Cuentas en cada etapa', en: 'Accounts in each stage' },
  matrix: { es: 'De qué etapa a qué etapa, entre el inicio y el final', en: 'From which stage to which, between start and end' },
  // Stages of an account’s life and of a lead.
  lead: { es: 'lead', en: 'lead' },
  opportunity: { es: 'oportunidad', en: 'opportunity' },
  customer: { es: 'cliente', en: 'customer' },
  lapsed: { es: 'perdido', en: 'lapsed' },
  created: { es: 'creado', en: 'created' },
  qualified: { es: 'calificado', en: 'qualified' },
  handed_over: { es: 'entregado', en: 'handed over' },
  accepted: { es: 'aceptado', en: 'accepted' },
} as const satisfies Record<string, Words>;

export type AnalysisWord = keyof typeof words;

export const analysisWord = (word: AnalysisWord, language: Language): string => words[word][language];

/** The name of a stage of life or of a lead; one that is not ours stays as it is. */
export const stageWord = (stage: string, language: Language): string =>
  Object.hasOwn(words, stage) ? words[stage as AnalysisWord][language] : stage;
