import type { ComputedInput, ComputedMetric, ComputedResult } from '../../metrics/metric.ts';
import { figureOf, judge, marketing, marketingOutcome, type Outcome, outcomes, performersOf } from '../definitions/performance.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

/** The value below which a share of the values lies, between neighbours in proportion. */
const percentile = (sorted: readonly number[], share: number): number => {
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return below + (place - Math.floor(place)) * (above - below);
};

const spread =
  (minimumCases: number, figure: (person: ReturnType<typeof performersOf>[number]) => number) =>
  ({ panels }: ComputedInput): ComputedResult => {
    const people = performersOf(panels.people, 'owner.name').filter(({ n }) => n >= minimumCases);
    const cases = people.reduce((sum, { n }) => sum + n, 0);
    if (people.length < 3) return { value: null, n: people.length, reasons: ['too_few_people'] };
    const all = people.reduce((sum, { successes }) => sum + successes, 0) / cases;
    const sorted = people.map(figure).toSorted((a, b) => a - b);
    const [low, high] = [percentile(sorted, 0.1), percentile(sorted, 0.9)];
    const outliers = people.flatMap((person) => {
      const { verdict } = judge(all, person);
      return verdict === null || verdict === 'within'
        ? []
        : [{ name: person.name, share: person.successes / person.n, n: person.n, verdict }];
    });
    return { value: high - low, n: people.length, detail: { p10: low, p90: high, all, people: people.length, outliers } };
  };

const spreadOf = ({ metric }: Outcome, minimumCases: number, isRaw = false): ComputedMetric => ({
  kind: 'computed',
  inputs: { all: metric },
  panels: { people: { metric, by: ['owner.name'] } },
  compute: spread(minimumCases, isRaw ? ({ successes, n }) => successes / n : figureOf),
});

const deals = (owner_id: string, won: number, lost: number) => [
  ...Array.from({ length: won }, () => ({ owner_id, status: 'won', closed_at: '2024-01-15' })),
  ...Array.from({ length: lost }, () => ({ owner_id, status: 'lost', closed_at: '2024-01-20' })),
];
const given: WorkedExample['given'] = {
  user: [
    { id: 'u1', name: 'Ana' },
    { id: 'u2', name: 'Luis' },
    { id: 'u3', name: 'Eva' },
    { id: 'u4', name: 'Hugo' },
  ],
  opportunity: [
    ...deals('u1', 30, 10),
    ...deals('u2', 10, 30),
    ...deals('u3', 20, 20),
    ...deals('u4', 2, 0),
    { owner_id: 'u2', status: 'won', closed_at: '2024-01-20', is_test: true },
  ],
};
const month = { from: '2024-01-01', to: '2024-02-29', grain: 'month' } as const;

export default defineKpi({
  id: 'performance_spread',
  ref: 'K-116',
  area: 'people',
  band: 'business',
  direction: 'none',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['work_effectiveness', 'sales'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    minimum_cases: {
      default: 5,
      name: { es: 'Casos que ha de tener una persona para contar', en: 'Cases that a person must have to count' },
      between: [1, 1000],
    },
  },
  variants: {
    default: { label: outcomes.sales.label, metric: ({ minimum_cases }) => spreadOf(outcomes.sales, minimum_cases) },
    raw: {
      label: { es: 'Ventas, sin descontar la suerte', en: 'Sales, luck not taken off' },
      metric: ({ minimum_cases }) => spreadOf(outcomes.sales, minimum_cases, true),
    },
    service: {
      label: outcomes.service.label,
      metric: ({ minimum_cases }) => spreadOf(outcomes.service, minimum_cases),
      needs: outcomes.service.needs,
    },
    marketing: {
      label: marketing.label,
      metric: ({ minimum_cases }, settings) => spreadOf(marketingOutcome(settings), minimum_cases),
      needs: marketing.needs,
    },
  },
  defaults: ['default'],
  needs: outcomes.sales.needs,
  terms: ['lead', 'qualified'],
  drillBy: ['owner.office', 'owner.team', 'owner.role'],
  grain: 'quarter',
  minimumSample: 5,
  guards: ['rep_performance', 'opportunity_conversion_rate'],
  partner: null,
  decomposition: null,
  seed: 'S3 L42',
  source: 'Spiegelhalter 2005, funnel plots; Efron & Morris 1975, shrinkage',
  texts: {
    es: {
      name: 'Alto y bajo rendimiento',
      question: '¿Cuánta distancia hay entre quien mejor y quien peor lo hace?',
      definition:
        'Diferencia entre el percentil 90 y el 10 del resultado de las personas (oportunidades ganadas de las decididas, renovaciones aparte), con las cifras ya acercadas al conjunto según los casos de cada uno. El detalle nombra a quienes se salen de los límites del azar, por arriba y por abajo.',
      formula: 'Percentil 90 − percentil 10 del rendimiento por persona',
      why: 'Un equipo muy desigual depende de pocos; subir al de abajo suele dar más que exprimir al de arriba.',
      rise: 'Mire si se despegan los de arriba (¿qué saben?) o se hunden los de abajo (¿nuevos, mala cartera, sin formación?). El detalle los nombra.',
      fall: 'Bien si mejoran los de abajo; mal si se van los mejores: compruebe que la tasa de conversión del conjunto no baja con ello.',
      caveats:
        'No es ni bueno ni malo por sí mismo. Con pocas personas (menos de 3 con casos bastantes) no hay cifra, y con menos de 10 los percentiles son casi el mejor y el peor. La variante sin descontar la suerte siempre sale más ancha: la diferencia entre ambas es azar. Mezcla territorios y carteras: filtre antes de comparar.',
    },
    en: {
      name: 'High/low performer spread',
      question: 'How far apart are those who do best and worst?',
      definition:
        'The difference between the 90th and the 10th percentile of people’s outcome (deals won of those decided, renewals aside), each figure drawn towards all by the number of cases. The detail names those who leave the limits of chance, upwards and downwards.',
      formula: '90th percentile − 10th percentile of performance by person',
      why: 'A very uneven team hangs on a few; to lift the bottom mostly yields more than to squeeze the top.',
      rise: 'See whether the top pulls away (what do they know?) or the bottom sinks (new, a poor portfolio, untrained?). The detail names them.',
      fall: 'Good if the bottom improves; bad if the best leave: make sure that the conversion of all does not fall with it.',
      caveats:
        'It is neither good nor bad by itself. With few people (under 3 with cases enough) there is no figure, and under 10 the percentiles are nearly the best and the worst. The variant with luck left in is always wider: the difference between the two is chance. It mixes territories and portfolios: filter before you compare.',
    },
  },
  examples: [
    {
      name: 'three people with deals enough',
      given,
      exportedAt: '2024-02-29',
      query: month,
      expect: [
        { start: '2024-01-01', value: 0.8 * (0.723851 - 0.287418), n: 3 },
        { start: '2024-02-01', value: null, n: 0 },
      ],
      because:
        'Drawn figures 0.723851, 0.505635 and 0.287418 (see rep_performance; Hugo’s two deals help to tell how people vary, but are too few to count). The 90th percentile is four fifths of the way from the middle to the top, the 10th from the middle to the bottom: 0.8 × (0.723851 − 0.287418). February: nobody.',
    },
    {
      name: 'luck left in is wider',
      given,
      exportedAt: '2024-02-29',
      query: { ...month, to: '2024-01-31', variant: 'raw' },
      expect: [{ start: '2024-01-01', value: 0.4, n: 3 }],
      because: 'Shares 0.75, 0.5 and 0.25: 0.8 × (0.75 − 0.25) = 0.4.',
    },
  ],
});
