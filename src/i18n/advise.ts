import { fill } from './cli.ts';
import { entityWords } from './entities.ts';
import type { Language, Words } from './language.ts';

/** Why a KPI is on its list. `{others}` are names of KPIs. */
export const verdictWords = {
  fits: { es: 'Sirve al objetivo y hay datos.', en: 'It serves the goal and the data are there.' },
  activity_beside: { es: 'Es actividad: mírelo solo junto a {others}.', en: 'It is activity: look at it only beside {others}.' },
  guards: {
    es: 'Acompaña a {others}, para que no mejore a su costa.',
    en: 'It keeps {others} company, so that it does not improve at its cost.',
  },
  balances: {
    es: 'Completa el conjunto: le faltaba algo que avise, que resulte o que falle.',
    en: 'It completes the set, which lacked something that announces, results or fails.',
  },
  missing_data: { es: 'Encaja, pero faltan datos.', en: 'It fits, but data are missing.' },
  not_worth_the_data: { es: 'Faltan sus datos y aporta poco al objetivo.', en: 'Its data are missing and it adds little to the goal.' },
  misleads: { es: 'Parece que sirve y engaña.', en: 'It looks useful and misleads.' },
  same_thing: { es: 'Dice lo mismo que {others}.', en: 'It says the same as {others}.' },
  activity: { es: 'Mide actividad; el avance lo dice {others}.', en: 'It measures activity; {others} tells the progress.' },
  guard_missing: {
    es: 'No debe verse sin satisfacción o lealtad al lado, y de eso no hay datos.',
    en: 'It must not be shown without satisfaction or loyalty beside it, and of those there are no data.',
  },
  context: { es: 'Da contexto: consúltelo, no lo siga.', en: 'It gives context: consult it, do not follow it.' },
  beyond_limit: {
    es: 'Sirve, pero menos que los elegidos: con pocos se ve mejor.',
    en: 'It serves, but less than those chosen: fewer are seen better.',
  },
} satisfies Readonly<Record<string, Words>>;

/** What is wrong with a set of KPIs. `{kpis}`, `{instead}` are names of KPIs, `{count}` how many. */
export const findingWords = {
  activity_without_progress: {
    es: '«{kpis}» mide actividad y le falta al lado el avance: {instead}.',
    en: '"{kpis}" measures activity and lacks its progress beside it: {instead}.',
  },
  stands_alone: {
    es: '«{kpis}» engaña si va solo. Ponga al lado alguno de estos: {instead}.',
    en: '"{kpis}" misleads alone. Put one of these beside it: {instead}.',
  },
  same_thing: { es: '«{kpis}» sobra si está «{instead}».', en: '"{kpis}" adds nothing beside "{instead}".' },
  too_many: {
    es: '{count} indicadores principales son demasiados: nadie actúa sobre más de doce.',
    en: '{count} primary KPIs are too many: nobody acts on more than twelve.',
  },
  no_leading: {
    es: 'Ninguno avisa con tiempo: todos cuentan lo que ya ha pasado.',
    en: 'None gives early warning: all tell what has already happened.',
  },
  no_lagging: { es: 'Ninguno mide el resultado: todos lo anuncian.', en: 'None measures the result: all announce it.' },
  no_failure: {
    es: 'Ninguno mide lo que falla: quejas, bajas, pérdidas o vencidos.',
    en: 'None measures what fails: complaints, departures, losses, overdue money.',
  },
  nothing_chosen: { es: 'Con los datos que hay no se puede usar ninguno todavía.', en: 'With the data at hand none can be used yet.' },
} satisfies Readonly<Record<string, Words>>;

/** What the command says around its lists. */
const page = {
  goals: { es: 'Objetivos', en: 'Goals' },
  industry: { es: 'Sector', en: 'Industry' },
  industries: { es: 'Sectores', en: 'Industries' },
  role: { es: 'Puesto', en: 'Role' },
  roles: { es: 'Puestos', en: 'Roles' },
  behind: { es: 'Objetivos a los que llevan sus respuestas', en: 'Goals that your answers lead to' },
  use: { es: 'Use', en: 'Use' },
  aspire: { es: 'Aspire a', en: 'Aspire to' },
  discard: { es: 'Descarte', en: 'Discard' },
  kind: { es: 'Tipo', en: 'Kind' },
  why: { es: 'Por qué', en: 'Why' },
  whyNot: { es: 'Por qué no', en: 'Why not' },
  records: { es: 'Registros', en: 'Records' },
  coverage: { es: 'Completos', en: 'Filled' },
  add: { es: 'Qué añadir', en: 'What to add' },
  together: { es: 'Léanse juntos', en: 'Read together' },
  mind: { es: 'Tenga en cuenta', en: 'Mind' },
  leading: { es: 'avisa', en: 'leading' },
  lagging: { es: 'resulta', en: 'lagging' },
  failure: { es: 'fallo', en: 'failure' },
  activity: { es: 'actividad', en: 'activity' },
  guard: { es: 'salvaguarda', en: 'guard' },
  criterion: { es: 'Criterio', en: 'Criterion' },
  score: { es: 'Nota', en: 'Score' },
  total: { es: 'Total', en: 'Total' },
  passes: { es: 'Apto: cumple los seis criterios.', en: 'Fit: it meets all six criteria.' },
  fails: { es: 'No apto todavía: falla en {criteria}.', en: 'Not fit yet: it fails on {criteria}.' },
  sound: { es: 'El conjunto está bien: nada que corregir.', en: 'The set is sound: nothing to mend.' },
  nothing: {
    es: 'Sus respuestas no piden ningún indicador más. Diga un objetivo con --goal.',
    en: 'Your answers ask for no further KPI. State a goal with --goal.',
  },
  start: {
    es: 'Diga qué quiere conseguir, con sus palabras o con un ID: cuadro advise --goal «fidelizar clientes». Si no lo tiene claro: cuadro advise --questions.',
    en: 'Say what you want to achieve, in your words or by an ID: cuadro advise --goal "keep customers". If you are not sure: cuadro advise --questions.',
  },
  howToAnswer: {
    es: 'Responda así: cuadro advise --answer {first}=no --answer {second}=sí',
    en: 'Answer so: cuadro advise --answer {first}=no --answer {second}=yes',
  },
} satisfies Readonly<Record<string, Words>>;

export const adviseWords =
  (language: Language) =>
  (key: keyof typeof page): string =>
    page[key][language];

const orList = (names: readonly string[], language: Language): string =>
  new Intl.ListFormat(language, { type: 'disjunction' }).format(names);

/** `falta opportunity.amount` as what to load: `oportunidades (opportunity): amount`. Alternatives (`a.x|b.y`) stand as such. */
export function whatToAdd(missing: readonly string[], language: Language): string {
  const one = (field: string): string => {
    const [entity = '', ...rest] = field.split('.');
    return `${entityWords(entity, language)} (${rest.length === 0 ? entity : `${entity}.${rest.join('.')}`})`;
  };
  return missing.map((need) => orList(need.split('|').map(one), language)).join('; ');
}

/** A sentence of `verdictWords` or `findingWords` with names in its places. */
export const adviseSentence = (
  words: Words,
  language: Language,
  names: Readonly<Record<'kpis' | 'instead' | 'others', readonly string[]>>,
  count: number,
): string =>
  fill(words[language], {
    kpis: names.kpis.join(', '),
    instead: orList(names.instead, language),
    others: orList(names.others, language),
    count,
  });
