import { count, proportion, sum } from '../../metrics/build.ts';
import { all, any, choose, compare, type Expression, field, is } from '../../metrics/expression.ts';
import type { RatioMetric } from '../../metrics/metric.ts';
import { isOnScale, surveyDimensions } from '../definitions/survey.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const asked = is('kind', 'nps');
const standard = isOnScale(0, 10);
/** The text speaks of one to ten; its bands are the same. */
const widened = any(standard, isOnScale(1, 10));

const promoter = compare(field('score'), '>=', 9);
const detractor = compare(field('score'), '<=', 6);
const passive = all(compare(field('score'), '>', 6), compare(field('score'), '<', 9));

/**
 * 100 × (promoters − detractors) / answers, as a ratio of sums of +1, 0 and −1. Its interval by the delta method is the
 * NPS formula, 1.96 · √((p + d − (p − d)²) / n) · 100, cut at −100 and 100. Answers on another scale count against coverage.
 */
const score = (usable: Expression): RatioMetric => ({
  kind: 'ratio',
  of: 'amounts',
  numerator: sum('survey_response', choose(usable, choose(promoter, 1, choose(detractor, -1, 0)), null), {
    at: 'responded_at',
    where: asked,
  }),
  denominator: count('survey_response', { at: 'responded_at', where: all(asked, usable) }),
  scale: [-1, 1],
  times: 100,
});
const share = (part: Expression) => proportion('survey_response', { at: 'responded_at', where: all(asked, standard), part });

const answer = (id: string, value: number, responded_at: string, more: Readonly<Record<string, string | number | boolean>> = {}) => ({
  id,
  kind: 'nps',
  scale_min: 0,
  scale_max: 10,
  score: value,
  responded_at,
  ...more,
});

const given: WorkedExample['given'] = {
  survey_response: [
    answer('R1', 10, '2024-01-02'),
    answer('R2', 9, '2024-01-03T10:00:00Z'),
    answer('R3', 9, '2024-01-04'),
    answer('R4', 10, '2024-01-05'),
    answer('R5', 9, '2024-01-06'),
    answer('R6', 7, '2024-01-07'),
    answer('R7', 8, '2024-01-08'),
    answer('R8', 8, '2024-01-09'),
    answer('R9', 0, '2024-01-10'),
    answer('R10', 6, '2024-01-11'),
    answer('R11', 1, '2024-01-12', { scale_min: 1 }),
    answer('R12', 11, '2024-01-13'),
    answer('R13', 0, '2024-01-14', { is_test: true }),
    answer('R14', 5, '2024-01-15', { kind: 'csat', scale_min: 1, scale_max: 5 }),
  ],
};
const january = { from: '2024-01-01', to: '2024-01-31', grain: 'month' } as const;

export default defineKpi({
  id: 'nps',
  ref: 'K-105',
  area: 'perception',
  band: 'perception',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'score',
  tags: ['customer_satisfaction', 'customer_relationship', 'brand_value', 'sales'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: { label: { es: 'Escala de 0 a 10', en: 'Scale of 0 to 10' }, metric: () => score(standard) },
    seed: {
      label: { es: 'También las respuestas de 1 a 10, como el texto de origen', en: 'Answers of 1 to 10 too, as the source text has it' },
      metric: () => score(widened),
    },
    promoters: { label: { es: 'Promotores (9 y 10)', en: 'Promoters (9 and 10)' }, metric: () => share(promoter), unit: 'rate' },
    passives: { label: { es: 'Pasivos (7 y 8)', en: 'Passives (7 and 8)' }, metric: () => share(passive), unit: 'rate' },
    detractors: { label: { es: 'Detractores (de 0 a 6)', en: 'Detractors (0 to 6)' }, metric: () => share(detractor), unit: 'rate' },
  },
  defaults: ['default'],
  needs: ['survey_response.kind', 'survey_response.score', 'survey_response.responded_at'],
  terms: [],
  drillBy: surveyDimensions,
  grain: 'quarter',
  minimumSample: 50,
  guards: ['churn_rate', 'csat', 'ces'],
  partner: null,
  decomposition: null,
  seed: 'S1#25; S4 L34-39; S0 L17; S2 L22',
  source: 'Reichheld, HBR 2003; Bain & Company',
  texts: {
    es: {
      name: 'Net Promoter Score (NPS)',
      question: '¿Nos recomendarían nuestros clientes?',
      definition:
        'Porcentaje de promotores (9 y 10) menos porcentaje de detractores (de 0 a 6) entre quienes responden a «¿Nos recomendaría?» en la escala de 0 a 10. Va de −100 a 100. Las respuestas en otra escala no entran.',
      formula: '100 × (promotores − detractores) / respuestas',
      why: 'Resume en una cifra la relación con el cliente: los promotores compran más, se quedan y traen a otros.',
      rise: 'Lea los comentarios de los promotores y pídales una referencia. Mire el intervalo antes de celebrarlo: con pocas respuestas, diez puntos son azar.',
      fall: 'Algo falla entre la empresa y sus clientes: llame a los detractores esta semana y sepárelos por punto de contacto y producto.',
      caveats:
        'El texto de origen dice «escala del uno al diez», pero sus propios tramos empiezan en 0: la escala es de 0 a 10, once puntos. Mide recomendación, no satisfacción. Tampoco es cierto que los pasivos siempre lo bajen: lo acercan a 0, así que suben un NPS negativo. Por encima de 0 suele tenerse por bueno.',
    },
    en: {
      name: 'Net Promoter Score',
      question: 'Would our customers recommend us?',
      definition:
        'Share of promoters (9 and 10) less share of detractors (0 to 6) among those who answer "would you recommend us?" on the scale of 0 to 10. It runs from −100 to 100. Answers on another scale are out.',
      formula: '100 × (promoters − detractors) / answers',
      why: 'It sums up the relation with customers in one figure: promoters buy more, stay and bring others.',
      rise: 'Read what promoters say and ask them for a referral. Look at the interval before celebrating: with few answers ten points are chance.',
      fall: 'Something is wrong between the company and its customers: call detractors this week, and split them by touchpoint and product.',
      caveats:
        'The source text says "a scale of one to ten", yet its own bands begin at 0: the scale is 0 to 10, eleven points. It measures recommendation, not satisfaction. Nor do passives always lower it: they draw it to 0, so they raise a negative NPS. Above 0 is usually held to be good.',
    },
  },
  examples: [
    {
      name: 'five promoters, three passives, two detractors',
      given,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 30, numerator: 3, denominator: 10, n: 10, ci: [-18.4074, 78.4074] },
        { start: '2024-02-01', value: null, numerator: 0, denominator: 0 },
      ],
      because:
        '100 × (5 − 2) / 10 = 30; interval ± 1.96 · √((0.5 + 0.2 − 0.3²) / 10) · 100 = 48.4. R11 is on 1–10, R12 out of scale, R13 a test, R14 another survey. February: no answers, no score.',
    },
    {
      name: 'the scale of the text lets the 1–10 answer in',
      given,
      exportedAt: '2024-02-29',
      query: { ...january, variant: 'seed' },
      expect: [{ start: '2024-01-01', value: 200 / 11, numerator: 2, denominator: 11 }],
      because: 'R11 is a detractor more: 100 × (5 − 3) / 11 = 18.18.',
    },
    {
      name: 'detractors as a share',
      given,
      exportedAt: '2024-02-29',
      query: { ...january, variant: 'detractors' },
      expect: [{ start: '2024-01-01', value: 0.2, numerator: 2, denominator: 10 }],
      because: 'R9 and R10 of 10.',
    },
    {
      name: 'passives raise a negative score',
      given: {
        survey_response: [
          answer('R1', 9, '2024-01-02'),
          answer('R2', 3, '2024-01-03'),
          answer('R3', 5, '2024-01-04'),
          answer('R4', 10, '2024-02-02'),
          answer('R5', 2, '2024-02-03'),
          answer('R6', 4, '2024-02-04'),
          answer('R7', 7, '2024-02-05'),
          answer('R8', 8, '2024-02-06'),
          answer('R9', 7, '2024-02-07'),
        ],
      },
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: -100 / 3, numerator: -1, denominator: 3 },
        { start: '2024-02-01', value: -100 / 6, numerator: -1, denominator: 6 },
      ],
      because: 'January: (1 − 2) / 3 = −33.3. February: the same with three passives: (1 − 2) / 6 = −16.7.',
    },
  ],
});
