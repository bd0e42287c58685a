import { average, proportion } from '../../metrics/build.ts';
import { all, choose, compare, field, is } from '../../metrics/expression.ts';
import { goodness, hasScale, highIsGood, isOnScale, surveyDimensions } from '../definitions/survey.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const asked = is('kind', 'csat');
const standard = all(isOnScale(1, 5), highIsGood);

const answer = (
  id: string,
  value: number | null,
  responded_at: string,
  more: Readonly<Record<string, string | number | boolean>> = {},
) => ({
  id,
  kind: 'csat',
  scale_min: 1,
  scale_max: 5,
  score: value,
  responded_at,
  ...more,
});

const given: WorkedExample['given'] = {
  product: [
    { id: 'P1', name: 'Mesa' },
    { id: 'P2', name: 'Silla' },
  ],
  survey_response: [
    answer('R1', 5, '2024-01-02', { product_id: 'P1' }),
    answer('R2', 4, '2024-01-03T10:00:00Z', { product_id: 'P1' }),
    answer('R3', 4, '2024-01-04', { product_id: 'P2' }),
    answer('R4', 3, '2024-01-05', { product_id: 'P2' }),
    answer('R5', 1, '2024-01-06', { product_id: 'P2' }),
    answer('R6', 9, '2024-01-07', { scale_max: 10, product_id: 'P1' }),
    answer('R7', null, '2024-01-08', { product_id: 'P1' }),
    answer('R8', 1, '2024-01-09', { product_id: 'P1', is_test: true }),
  ],
};
const january = { from: '2024-01-01', to: '2024-01-31', grain: 'month' } as const;

export default defineKpi({
  id: 'csat',
  ref: 'K-106',
  area: 'perception',
  band: 'perception',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['customer_satisfaction', 'customer_relationship', 'brand_value'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: {
      label: { es: 'Satisfechos: notas 4 y 5 de 5', en: 'Satisfied: 4 and 5 of 5' },
      metric: () =>
        proportion('survey_response', { at: 'responded_at', where: all(asked, standard), part: compare(field('score'), '>=', 4) }),
    },
    mean: {
      label: { es: 'Nota media de 1 a 5', en: 'Mean score of 1 to 5' },
      metric: () => average('survey_response', choose(standard, field('score'), null), { at: 'responded_at', where: asked }, [1, 5]),
      unit: 'score',
    },
    any_scale: {
      label: { es: 'Satisfechos en cualquier escala declarada', en: 'Satisfied on any declared scale' },
      metric: () => proportion('survey_response', { at: 'responded_at', where: all(asked, hasScale), part: compare(goodness, '>=', 0.75) }),
      needs: [
        'survey_response.kind',
        'survey_response.score',
        'survey_response.scale_min',
        'survey_response.scale_max',
        'survey_response.responded_at',
      ],
    },
  },
  defaults: ['default'],
  needs: ['survey_response.kind', 'survey_response.score', 'survey_response.responded_at'],
  terms: [],
  drillBy: ['product.name', ...surveyDimensions.filter((name) => name !== 'product.name')],
  grain: 'month',
  minimumSample: 30,
  guards: ['complaints', 'nps'],
  partner: null,
  decomposition: null,
  seed: 'S1#18; S0 L33; S2 L20; S3 L45',
  source: 'Delighted, SurveyMonkey (top-2-box)',
  texts: {
    es: {
      name: 'Satisfacción del cliente (CSAT 1-5)',
      question: '¿Qué parte de los clientes queda satisfecha?',
      definition:
        'De las respuestas en la escala de 1 a 5, la fracción que puntúa 4 o 5. La nota media se da como variante. Las respuestas en otra escala no entran, salvo en la variante que las convierte.',
      formula: 'Respuestas con 4 o 5 / respuestas',
      why: 'Dice si un producto o servicio cumplió lo esperado, recién vivido: sirve para corregir, no solo para saber.',
      rise: 'Vea qué producto o punto de contacto la sube y qué cambió. Compruebe que no se encuesta menos a los descontentos.',
      fall: 'Sepárela por producto: si cae en uno, avise a calidad. Lea los comentarios antes de sacar conclusiones.',
      caveats:
        'El texto de origen la llama «tasa (1-5)» sin dar fórmula: una tasa es la proporción de satisfechos, y la escala sugiere una media; se ofrecen las dos. Una media esconde si hay muchos tibios o muchos extremos. Responde quien quiere: mire cuántos.',
    },
    en: {
      name: 'Customer satisfaction',
      question: 'What share of customers is satisfied?',
      definition:
        'Of the answers on the scale of 1 to 5, the share that gives 4 or 5. The mean score is a variant. Answers on other scales are out, but in the variant that converts them.',
      formula: 'Answers of 4 or 5 / answers',
      why: 'It says whether a product or service met what was expected while it is fresh: good for mending, not only for knowing.',
      rise: 'See which product or touchpoint lifts it and what changed. Make sure the unhappy are not asked less.',
      fall: 'Split by product: if it falls for one, tell quality. Read the comments before concluding.',
      caveats:
        'The source text calls it a "rate (1-5)" without a formula: a rate is the share of the satisfied, the scale suggests a mean; both are given. A mean hides whether many are lukewarm or many extreme. Those answer who wish to: see how many.',
    },
  },
  examples: [
    {
      name: 'fours and fives',
      given,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 0.6, numerator: 3, denominator: 5 },
        { start: '2024-02-01', value: null, numerator: 0, denominator: 0 },
      ],
      because: 'R1, R2, R3 of R1–R5: 3/5. R6 is on 1–10, R7 has no score, R8 is a test.',
    },
    {
      name: 'mean',
      given,
      exportedAt: '2024-02-29',
      query: { ...january, variant: 'mean' },
      expect: [{ start: '2024-01-01', value: 3.4, n: 5 }],
      because: '(5 + 4 + 4 + 3 + 1) / 5 = 3.4.',
    },
    {
      name: 'any scale: 9 of 10 is satisfied',
      given,
      exportedAt: '2024-02-29',
      query: { ...january, variant: 'any_scale' },
      expect: [{ start: '2024-01-01', value: 2 / 3, numerator: 4, denominator: 6 }],
      because: '(9 − 1) / 9 = 0.89, above 0.75 (where 4 of 5 stands): 4/6.',
    },
    {
      name: 'by product',
      given,
      exportedAt: '2024-02-29',
      query: { ...january, by: ['product.name'] },
      expect: [
        { start: '2024-01-01', group: { 'product.name': 'Mesa' }, value: 1, numerator: 2, denominator: 2 },
        { start: '2024-01-01', group: { 'product.name': 'Silla' }, value: 1 / 3, numerator: 1, denominator: 3 },
      ],
      because: 'Table 5, 4: 2/2. Chair 4, 3, 1: 1/3, which is for quality to see.',
    },
  ],
});
