import { fitBetaPrior, shrinkRate } from '../../estimators/shrinkage.ts';
import { sum, sumMoney } from '../../metrics/build.ts';
import { all, field, is, isKnown } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult } from '../../metrics/metric.ts';
import { leadCases } from '../definitions/contested_leads.ts';
import { judge, marketing, marketingOutcome, type Outcome, outcomes } from '../definitions/performance.ts';
import { targetNeeds } from '../definitions/target.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

interface Peer {
  readonly successes: number;
  readonly n: number;
}

const peersOf = (siblings: ComputedInput['siblings']): readonly Peer[] =>
  siblings.flatMap(({ axis, cells: { outcome } }) => {
    const n = outcome?.denominator ?? 0;
    return axis === null || n <= 0 ? [] : [{ successes: outcome?.numerator ?? 0, n }];
  });

/** A person's share drawn towards the others', with the limits of chance around theirs. */
const performance = ({ cells: { outcome }, siblings }: ComputedInput): ComputedResult => {
  const own: Peer = { successes: outcome?.numerator ?? 0, n: outcome?.denominator ?? 0 };
  const counts = { numerator: own.successes, denominator: own.n, n: own.n };
  if (own.n <= 0) return { value: null, ...counts, reasons: ['denominator_zero'] };
  const peers = peersOf(siblings);
  const cases = peers.reduce((sum, { n }) => sum + n, 0);
  const raw = own.successes / own.n;
  const prior = fitBetaPrior(peers);
  if (prior === null || cases === 0) return { value: raw, ...counts, detail: { raw, people: peers.length, verdict: null } };
  const all = peers.reduce((sum, { successes }) => sum + successes, 0) / cases;
  const shrunk = shrinkRate(prior, own);
  const { warning, alarm, verdict } = judge(all, own);
  const detail = { raw, all, people: peers.length, own_weight: shrunk.ownWeight, warning_limits: warning, alarm_limits: alarm, verdict };
  return { value: shrunk.value, ...counts, ci: shrunk.interval, detail };
};

const byPerson = ({ metric }: Outcome): ComputedMetric => ({
  kind: 'computed',
  axis: 'owner.name',
  inputs: { outcome: metric },
  compute: performance,
});

/** Money has no limits of chance without knowing how deals vary: shown without a verdict. */
const attained = ({ cells: { done, target } }: ComputedInput): ComputedResult => {
  const counts = { numerator: done?.value ?? 0, denominator: target?.value ?? null, n: done?.n ?? 0 };
  if (!target?.value) return { value: null, ...counts, reasons: ['no_target'] };
  return { value: (done?.value ?? 0) / target.value, ...counts, detail: { verdict: null } };
};

const attainment: ComputedMetric = {
  kind: 'computed',
  axis: 'owner.name',
  inputs: {
    done: sumMoney('opportunity', 'amount', { at: 'closed_at', where: is('status', 'won') }),
    target: sum('target_day', field('value'), { at: 'day', where: all(is('kpi', 'revenue_target_attainment'), isKnown('owner_id')) }),
  },
  compute: attained,
};

const deals = (owner_id: string, won: number, lost: number) => [
  ...Array.from({ length: won }, () => ({ owner_id, status: 'won', closed_at: '2024-01-15', amount: 1000 })),
  ...Array.from({ length: lost }, () => ({ owner_id, status: 'lost', closed_at: '2024-01-20', amount: 1000 })),
];
const given: WorkedExample['given'] = {
  user: [
    { id: 'u1', name: 'Ana', office: 'Lugo' },
    { id: 'u2', name: 'Luis', office: 'Lugo' },
    { id: 'u3', name: 'Eva', office: 'Vigo' },
    { id: 'u4', name: 'Hugo', office: 'Vigo' },
  ],
  opportunity: [
    ...deals('u1', 30, 10),
    ...deals('u2', 10, 30),
    ...deals('u3', 20, 20),
    ...deals('u4', 2, 0),
    { owner_id: 'u4', status: 'lost', closed_at: '2024-01-20', is_test: true },
    { owner_id: 'u4', status: 'open', closed_at: null },
    { owner_id: 'u4', status: 'won', closed_at: '2024-01-20', type: 'renewal' },
  ],
};
const month = { from: '2024-01-01', to: '2024-01-31', grain: 'month' } as const;

export default defineKpi({
  id: 'rep_performance',
  ref: 'K-115',
  area: 'people',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['work_effectiveness', 'sales', 'business_performance'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: { label: outcomes.sales.label, metric: () => byPerson(outcomes.sales) },
    service: { label: outcomes.service.label, metric: () => byPerson(outcomes.service), needs: outcomes.service.needs },
    marketing: { label: marketing.label, metric: (_, settings) => byPerson(marketingOutcome(settings)), needs: marketing.needs },
    attainment: {
      label: { es: 'Ventas: importe ganado sobre su objetivo', en: 'Sales: amount won over their target' },
      metric: () => attainment,
      needs: ['opportunity.status', 'opportunity.closed_at', 'opportunity.owner_id', 'opportunity.amount', ...targetNeeds, 'target.scope'],
    },
  },
  defaults: ['default'],
  needs: outcomes.sales.needs,
  terms: ['lead', 'qualified'],
  drillBy: ['owner.name', 'owner.team', 'owner.office', 'owner.role'],
  grain: 'quarter',
  minimumSample: 10,
  guards: ['coaching_uplift', 'performance_spread', 'csat'],
  partner: null,
  decomposition: null,
  seed: 'S3 L42',
  source: 'Spiegelhalter 2005, funnel plots; Efron & Morris 1975, shrinkage',
  texts: {
    es: {
      name: 'Rendimiento por persona',
      question: '¿Quién lo hace mejor de lo que explica la suerte, y quién necesita ayuda?',
      definition:
        'De cada persona, la parte de sus casos que acaba bien según su puesto: oportunidades ganadas de las decididas (ventas), clientes satisfechos de los que contestan (servicio), leads cualificados de los de sus campañas (marketing). Con pocos casos la cifra se acerca a la del conjunto, porque tres de tres no es un 100 %. El detalle da la cifra sin ajustar y un veredicto solo si se sale de lo que el azar explica.',
      formula:
        '(casos buenos + α) / (casos + α + β), con α y β según lo que varía el equipo; límites del 95 % y del 99,8 % alrededor de la media',
      why: 'Todos quieren saber quiénes son los mejores; premiar la suerte o despedir por ella sale caro.',
      rise: 'Si se sale por arriba, pregunte qué hace distinto y compártalo (vea el perfil de éxito). Si sigue dentro de los límites, es la variación de siempre: no lo celebre ni lo castigue.',
      fall: 'Si se sale por abajo, hable antes de juzgar: cartera, territorio, producto o formación. Formar suele ser más rápido y barato que sustituir (vea la mejora tras capacitación).',
      caveats:
        'Compara a quienes comparten grupo: pida «por oficina» o filtre el segmento para comparar con quienes tienen un territorio parecido. Entre 20 personas, una saldrá del límite del 95 % por azar: mire dos periodos o el del 99,8 %. No es una clasificación y no sirve por sí sola para pagar o despedir. Las renovaciones no cuentan en ventas: se ganan casi siempre y suelen llevarlas otros. Los casos sin responsable quedan aparte. La variante de objetivo necesita objetivos por persona y no lleva veredicto.',
    },
    en: {
      name: 'Individual performance',
      question: 'Who does better than luck explains, and who needs help?',
      definition:
        'Of each person, the part of their cases that ends well by their job: deals won of those decided (sales), satisfied customers of those who answer (service), qualified leads of those of their campaigns (marketing). With few cases the figure is drawn towards everybody’s, because three of three is not 100 %. The detail gives the figure as it is, and a verdict only beyond what chance explains.',
      formula: '(good cases + α) / (cases + α + β), α and β by how much the team varies; 95 % and 99.8 % limits around the mean',
      why: 'Everybody wants to know who the best are; to reward luck, or to dismiss for it, is expensive.',
      rise: 'If it leaves the limits upwards, ask what is done differently and share it (see the success profile). Within them it is the usual variation: neither praise nor blame.',
      fall: 'If it leaves them downwards, talk before you judge: portfolio, territory, product or training. Coaching is mostly faster and cheaper than replacing (see coaching uplift).',
      caveats:
        'It compares people of one group: ask "by office" or filter a segment to compare with those of a similar territory. Of 20 people one leaves the 95 % limits by chance: look at two periods, or at 99.8 %. It is no league table and no ground by itself for pay or dismissal. Renewals do not count in sales: they are nearly always won, mostly by others. Cases without an owner stand apart. The variant of targets needs targets by person and gives no verdict.',
    },
  },
  examples: [
    {
      name: 'beyond chance, within it, and two of two',
      given,
      exportedAt: '2024-02-29',
      query: { ...month, to: '2024-02-29' },
      expect: [
        { start: '2024-01-01', group: { 'owner.name': 'Ana' }, value: 0.723851, numerator: 30, denominator: 40, n: 40 },
        { start: '2024-01-01', group: { 'owner.name': 'Luis' }, value: 0.287418, numerator: 10, denominator: 40, n: 40 },
        { start: '2024-01-01', group: { 'owner.name': 'Eva' }, value: 0.505635, numerator: 20, denominator: 40, n: 40 },
        { start: '2024-01-01', group: { 'owner.name': 'Hugo' }, value: 0.660773, numerator: 2, denominator: 2, n: 2 },
        { start: '2024-02-01', group: { 'owner.name': 'Ana' }, value: null, numerator: 0, denominator: 0 },
      ],
      because:
        'The four shares (30/40, 10/40, 20/40, 2/2) are likeliest with α = 3.1712 and β = 2.6548. Ana: (30 + 3.1712)/(40 + 5.8260) = 0.7239, near her own 0.75. Hugo’s two of two: (2 + 3.1712)/(2 + 5.8260) = 0.6608, far from 1. Of 40 deals around 62/122 chance explains 0.340 to 0.675 (95 %) and 0.253 to 0.763 (99.8 %): Ana is above, Luis (0.25) far below, Eva within. Test and open deals and the renewal are out. February: no deals.',
    },
    {
      name: 'by office each is compared with those there',
      given,
      exportedAt: '2024-02-29',
      query: { ...month, by: ['owner.office'] },
      expect: [
        { start: '2024-01-01', group: { 'owner.office': 'Lugo', 'owner.name': 'Ana' }, value: 0.726081, numerator: 30, denominator: 40 },
        { start: '2024-01-01', group: { 'owner.office': 'Lugo', 'owner.name': 'Luis' }, value: 0.273919, numerator: 10, denominator: 40 },
      ],
      because: 'Of 30/40 and 10/40 α = β = 2.1159: (30 + 2.1159)/(40 + 4.2319) = 0.7261, and 1 less that.',
    },
    {
      name: 'one alone is what they are',
      given: {
        user: [{ id: 'u3', name: 'Eva' }],
        opportunity: deals('u3', 1, 3),
      },
      exportedAt: '2024-01-31',
      query: month,
      expect: [{ start: '2024-01-01', group: { 'owner.name': 'Eva' }, value: 0.25, numerator: 1, denominator: 4 }],
      because: 'Eva has nobody to be compared with: 1/4 as it is, and no verdict.',
    },
    {
      name: 'service: satisfied of those who answer',
      given: {
        user: [{ id: 'u1', name: 'Ana' }],
        survey_response: [
          { kind: 'csat', scale_min: 1, scale_max: 5, score: 5, owner_id: 'u1', responded_at: '2024-01-10' },
          { kind: 'csat', scale_min: 1, scale_max: 5, score: 4, owner_id: 'u1', responded_at: '2024-01-11' },
          { kind: 'csat', scale_min: 1, scale_max: 5, score: 3, owner_id: 'u1', responded_at: '2024-01-12' },
          { kind: 'csat', scale_min: 1, scale_max: 5, score: 1, owner_id: 'u1', responded_at: '2024-01-12' },
          { kind: 'nps', scale_min: 0, scale_max: 10, score: 9, owner_id: 'u1', responded_at: '2024-01-12' },
        ],
      },
      exportedAt: '2024-01-31',
      query: { ...month, variant: 'service' },
      expect: [{ start: '2024-01-01', group: { 'owner.name': 'Ana' }, value: 0.5, numerator: 2, denominator: 4 }],
      because: '5 and 4 of 1 to 5 are satisfied (three quarters of the scale or more): 2 of 4. The recommendation is another survey.',
    },
    {
      name: 'marketing: the campaign’s person answers for its leads',
      given: {
        user: [{ id: 'u1', name: 'Ana' }],
        campaign: [{ id: 'c1', owner_id: 'u1' }],
        lead: [
          { created_at: '2024-01-10', campaign_id: 'c1', qualified_at: '2024-01-12' },
          { created_at: '2024-01-10', campaign_id: 'c1' },
          { created_at: '2024-01-10', campaign_id: 'c1' },
          { created_at: '2024-01-10', qualified_at: '2024-01-12' },
        ],
      },
      exportedAt: '2024-01-31',
      query: { ...month, variant: 'marketing' },
      expect: [{ start: '2024-01-01', group: { 'owner.name': 'Ana' }, value: 1 / 3, numerator: 1, denominator: 3 }],
      because: 'One of the three leads of her campaign is qualified; the fourth came by itself.',
    },
    {
      name: 'against the target',
      given: {
        user: [{ id: 'u1', name: 'Ana' }],
        opportunity: deals('u1', 3, 1),
        target: [
          { kpi: 'revenue_target_attainment', scope: 'owner.name=Ana', period_start: '2024-01-01', period_end: '2024-01-31', value: 4000 },
        ],
      },
      exportedAt: '2024-01-31',
      query: { ...month, variant: 'attainment' },
      expect: [{ start: '2024-01-01', group: { 'owner.name': 'Ana' }, value: 0.75, numerator: 3000, denominator: 4000 }],
      because: 'Three deals of 1,000 of a target of 4,000.',
    },
    ...leadCases(
      {
        usual: [
          { group: { 'owner.name': 'Ana' }, value: 2 / 6, numerator: 2, denominator: 6 },
          'Of the six leads of her campaign, L1 and L3.',
        ],
        reachable: [{ group: { 'owner.name': 'Ana' }, value: 1 / 4, numerator: 1, denominator: 4 }, 'Of L1, L4, L6 and L7, L1.'],
        handed_over: [{ group: { 'owner.name': 'Ana' }, value: 4 / 6, numerator: 4, denominator: 6 }, 'L1, L3, L4 and L6.'],
      },
      { query: { variant: 'marketing', by: ['owner.name'] } },
    ),
  ],
});
