import { count } from '../../metrics/build.ts';
import { all, any, type Expression, isKnown, isOneOf } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult } from '../../metrics/metric.ts';
import { wilson } from '../../metrics/result/interval.ts';
import { defineKpi } from '../kpi.ts';

/** An answer that says something beside its score. */
const isFeedback = any(isKnown('comment'), isKnown('theme'));
const of = (where: Expression) => count('survey_response', { at: 'responded_at', where: all(isFeedback, where) });
const sentiments = {
  positive: isOneOf('sentiment', ['positive', 'positivo', 'positiva', 'Positive', 'Positivo', 'Positiva']),
  neutral: isOneOf('sentiment', ['neutral', 'neutro', 'neutra', 'Neutral', 'Neutro', 'Neutra']),
  negative: isOneOf('sentiment', ['negative', 'negativo', 'negativa', 'Negative', 'Negativo', 'Negativa']),
};
const inputs = {
  all: count('survey_response', { at: 'responded_at', where: isFeedback }),
  comments: of(isKnown('comment')),
  positive: of(sentiments.positive),
  neutral: of(sentiments.neutral),
  negative: of(sentiments.negative),
};

const amountOf = (cells: ComputedInput['cells'], name: string): number => cells[name]?.value ?? 0;

/** How much of what people say is about a theme, and in what mood they say it. */
const themes = (value: (cells: ComputedInput['cells'], total: (name: string) => number) => readonly [number, number]): ComputedMetric => ({
  kind: 'computed',
  axis: 'theme',
  inputs,
  compute: ({ cells, siblings }): ComputedResult => {
    const total = (name: string, rows: ComputedInput['siblings'] = siblings) =>
      rows.reduce((sum, sibling) => sum + amountOf(sibling.cells, name), 0);
    const [top, bottom] = value(cells, total);
    const [n, positive, negative] = [amountOf(cells, 'all'), amountOf(cells, 'positive'), amountOf(cells, 'negative')];
    const ci = top < 0 ? null : wilson(top, bottom);
    return {
      value: bottom === 0 ? null : top / bottom,
      numerator: top,
      denominator: bottom,
      n,
      ...(ci ? { ci } : {}),
      detail: {
        positive,
        neutral: amountOf(cells, 'neutral'),
        negative,
        with_comment: amountOf(cells, 'comments'),
        net_sentiment: n === 0 ? null : (positive - negative) / n,
        theme_known:
          total('all') === 0
            ? null
            : total(
                'all',
                siblings.filter(({ axis }) => axis !== null),
              ) / total('all'),
      },
    };
  },
});

const rows = {
  survey_response: [
    { kind: 'nps', theme: 'precio', sentiment: 'negative', comment: 'Caro.', responded_at: '2024-01-05' },
    { kind: 'nps', theme: 'precio', sentiment: 'negative', responded_at: '2024-01-06' },
    { kind: 'csat', theme: 'trato', sentiment: 'positive', comment: 'Muy amables.', responded_at: '2024-01-07' },
    { kind: 'csat', theme: 'trato', sentiment: 'positive', responded_at: '2024-01-08T09:00:00Z' },
    { kind: 'csat', theme: 'trato', sentiment: 'negative', responded_at: '2024-01-09' },
    { kind: 'csat', theme: 'trato', sentiment: 'neutral', responded_at: '2024-01-09' },
    { kind: 'csat', comment: 'Bien.', sentiment: 'positive', responded_at: '2024-01-10' },
    { kind: 'csat', theme: 'precio', responded_at: '2024-01-11' },
    { kind: 'csat', score: 5, responded_at: '2024-01-12' },
    { kind: 'csat', theme: 'precio', sentiment: 'negative', responded_at: '2024-01-13', is_test: true },
  ],
};

export default defineKpi({
  id: 'feedback_themes',
  ref: 'K-109',
  area: 'perception',
  band: 'perception',
  direction: 'none',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['customer_satisfaction', 'quality', 'customer_relationship'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    share: {
      label: { es: 'Parte de las opiniones que toca el tema', en: 'Share of opinions about the theme' },
      metric: () => themes((cells, total) => [amountOf(cells, 'all'), total('all')]),
    },
    negative: {
      label: { es: 'Parte de las opiniones negativas', en: 'Share of the negative opinions' },
      metric: () => themes((cells, total) => [amountOf(cells, 'negative'), total('negative')]),
      needs: ['survey_response.responded_at', 'survey_response.theme', 'survey_response.sentiment'],
    },
    net: {
      label: { es: 'Sentimiento neto del tema', en: 'Net sentiment of the theme' },
      metric: () => themes((cells) => [amountOf(cells, 'positive') - amountOf(cells, 'negative'), amountOf(cells, 'all')]),
      needs: ['survey_response.responded_at', 'survey_response.theme', 'survey_response.sentiment'],
    },
  },
  defaults: ['share'],
  needs: ['survey_response.responded_at', 'survey_response.theme'],
  terms: [],
  drillBy: ['theme', 'sentiment', 'kind', 'touchpoint', 'product.name', 'account.segment'],
  grain: 'quarter',
  minimumSample: 30,
  guards: ['survey_response_rate', 'complaints'],
  partner: null,
  decomposition: null,
  seed: 'S0 L19; S1#18',
  source: 'Share of coded comments per theme and sentiment',
  texts: {
    es: {
      name: 'Temas cualitativos',
      question: '¿De qué hablan los clientes y en qué tono?',
      definition:
        'Reparto por temas de las respuestas a encuestas del periodo que dicen algo además de la nota: un comentario o un tema. El detalle cuenta las positivas, neutras y negativas de cada tema.',
      formula: 'Respuestas sobre un tema / respuestas con tema o comentario',
      why: 'El número dice cuánto ha cambiado; lo que escribe la gente dice por qué. Sin esto, el NPS y la satisfacción son notas sin explicación.',
      rise: 'Un tema que crece con tono negativo es lo próximo que hay que arreglar: lea sus comentarios y dé el tema a alguien. Si crece con tono positivo, cuéntelo en ventas.',
      fall: 'Si acaba de resolverse algo, es lo que se buscaba: dígaselo a los clientes que se quejaron. Si baja porque se clasifica menos, mire la parte sin tema.',
      caveats:
        'El texto de origen pide indicadores cualitativos junto a los cuantitativos, sin fórmula. Los temas y el sentimiento son los que traiga la encuesta: Cuadro no los deduce del texto. Los comentarios literales no caben en la cifra: léalos en las respuestas que hay detrás. Las que no tienen tema forman un grupo aparte.',
    },
    en: {
      name: 'Qualitative feedback themes',
      question: 'What do customers talk about, and in what tone?',
      definition:
        'How the survey answers of the period that say something beside the score, a comment or a theme, divide among themes. The detail counts positive, neutral and negative ones of each.',
      formula: 'Answers about a theme / answers with a theme or comment',
      why: 'The number tells how much things changed; what people write tells why. Without it NPS and satisfaction are marks without a reason.',
      rise: 'A theme that grows in a negative tone is the next thing to mend: read its comments and give it an owner. If it grows in a positive one, tell it in sales.',
      fall: 'If something was just solved, this is what you wanted: tell the customers who complained. If it falls because less is classified, look at the part without a theme.',
      caveats:
        'The source text asks for qualitative indicators beside the numbers, without a formula. Themes and sentiment are those the survey brings: Cuadro does not infer them from the text. Verbatim comments do not fit in the figure: read them in the answers behind it. Those without a theme form a group of their own.',
    },
  },
  examples: [
    {
      name: 'Shares of themes, the unclassified among them',
      given: rows,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', group: { theme: 'trato' }, value: 0.5, numerator: 4, denominator: 8 },
        { start: '2024-01-01', group: { theme: 'precio' }, value: 0.375, numerator: 3, denominator: 8 },
        { start: '2024-01-01', group: { theme: null }, value: 0.125, numerator: 1, denominator: 8 },
        { start: '2024-02-01', group: { theme: 'trato' }, value: null },
      ],
      because: 'Eight answers say something (the bare score and the test are out): 4 about treatment, 3 about price, 1 without a theme.',
    },
    {
      name: 'Where the negative ones come from',
      given: rows,
      exportedAt: '2024-02-29',
      query: { variant: 'negative', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', group: { theme: 'precio' }, value: 2 / 3, numerator: 2, denominator: 3 },
        { start: '2024-01-01', group: { theme: 'trato' }, value: 1 / 3, numerator: 1, denominator: 3 },
      ],
      because: 'Three negative answers: two about price, one about treatment. Treatment is talked of most, price complained of most.',
    },
    {
      name: 'Net sentiment',
      given: rows,
      exportedAt: '2024-02-29',
      query: { variant: 'net', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', group: { theme: 'trato' }, value: 0.25, numerator: 1, denominator: 4 },
        { start: '2024-01-01', group: { theme: 'precio' }, value: -2 / 3, numerator: -2, denominator: 3 },
      ],
      because: 'Treatment: 2 positive − 1 negative, of 4. Price: 0 − 2, of 3 (one says nothing of its mood).',
    },
  ],
});
