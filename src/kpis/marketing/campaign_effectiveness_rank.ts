import { fitGammaPrior, shrinkEventRate } from '../../estimators/event_rate.ts';
import { fitBetaPrior, type Shrunk, shrinkRate } from '../../estimators/shrinkage.ts';
import { count } from '../../metrics/build.ts';
import { all, type Expression, is, isKnown } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult } from '../../metrics/metric.ts';
import type { Settings } from '../../model/settings.ts';
import { campaignCost } from '../definitions/campaign.ts';
import { leadCases } from '../definitions/contested_leads.ts';
import { leadsOnly, wasConvertedInSource, wasQualified } from '../definitions/lead.ts';
import { defineKpi, type Need, type WorkedExample } from '../kpi.ts';

const outcomes = (settings: Settings): Readonly<Record<string, Expression>> => ({
  qualified: wasQualified(settings),
  opportunity: wasConvertedInSource,
  customer: is('converted_opportunity.status', 'won'),
});

/** What a campaign brought and what it took: its leads, or its cost in thousands. */
interface Track {
  readonly outcomes: number;
  readonly leads: number;
  readonly cost: number;
}
const recordOf = (cells: ComputedInput['cells']): Track => ({
  outcomes: cells.outcomes?.value ?? 0,
  leads: cells.leads?.value ?? 0,
  cost: cells.cost?.value ?? 0,
});

type Estimate = (of: Track) => Shrunk | null;
/** A campaign's own figure, for a company with too few campaigns to compare. */
const alone = (value: number): Shrunk => ({ value, interval: [value, value], ownWeight: 1 });

const byCost = (records: readonly Track[]): Estimate => {
  const given = ({ outcomes: events, cost }: Track) => ({ events, exposure: cost / 1000 });
  const prior = fitGammaPrior(records.map(given));
  return (of) => (of.cost <= 0 ? null : prior ? shrinkEventRate(prior, given(of)) : alone((of.outcomes / of.cost) * 1000));
};
const byLead = (records: readonly Track[]): Estimate => {
  const given = ({ outcomes: successes, leads: n }: Track) => ({ successes, n });
  const prior = fitBetaPrior(records.map(given));
  return (of) => (of.leads <= 0 ? null : prior ? shrinkRate(prior, given(of)) : alone(of.outcomes / of.leads));
};

/** Each campaign's figure drawn towards that of all, the more so the less is known of it, and its place among them. */
const ranking = (settings: Settings, outcome: string, estimate: (records: readonly Track[]) => Estimate): ComputedMetric => {
  const fromCampaigns = { at: 'created_at', where: isKnown('campaign_id') };
  const leads = leadsOnly(settings, fromCampaigns);
  const reached = outcomes(settings)[outcome] ?? wasConvertedInSource;
  // All campaigns of a period share what was fitted to them.
  const fitted = new WeakMap<ComputedInput['siblings'], { readonly estimate: Estimate; readonly values: readonly number[] }>();
  const fittedTo = (siblings: ComputedInput['siblings']) => {
    const known = fitted.get(siblings);
    if (known) return known;
    const records = siblings.map(({ cells }) => recordOf(cells));
    const one = estimate(records);
    const made = { estimate: one, values: records.flatMap((record) => one(record)?.value ?? []) };
    fitted.set(siblings, made);
    return made;
  };
  return {
    kind: 'computed',
    axis: 'campaign.name',
    inputs: {
      outcomes: count('lead', { ...leads, where: all(leads.where, reached) }),
      leads: count('lead', leads),
      cost: campaignCost,
    },
    compute: ({ cells, siblings }): ComputedResult => {
      const record = recordOf(cells);
      const { estimate: of, values } = fittedTo(siblings);
      const shrunk = of(record);
      const { outcomes: top, leads: n, cost } = record;
      if (shrunk === null) return { value: null, numerator: top, n };
      return {
        value: shrunk.value,
        numerator: top,
        n,
        ...(shrunk.ownWeight < 1 ? { ci: shrunk.interval } : {}),
        detail: {
          rank: 1 + values.filter((value) => value > shrunk.value).length,
          of: values.length,
          leads: n,
          cost,
          cost_per_outcome: top > 0 ? cost / top : null,
          own_rate: n > 0 ? top / n : null,
          own_weight: shrunk.ownWeight,
        },
      };
    },
  };
};

const needs: readonly Need[] = ['lead.created_at', 'lead.campaign_id', ['lead.converted_at', 'lead.status']];

const leadsOf = (campaign: string, converted: number, total: number) =>
  Array.from({ length: total }, (_, index) => ({
    campaign_id: campaign,
    created_at: '2024-01-10',
    qualified_at: index < converted + 1 ? '2024-01-15' : null,
    converted_at: index < converted ? '2024-01-20' : null,
  }));
const given: WorkedExample['given'] = {
  campaign: [
    { id: 'A', name: 'Feria' },
    { id: 'B', name: 'Sorteo' },
    { id: 'C', name: 'Prueba piloto' },
    { id: 'D', name: 'Sin empezar' },
  ],
  lead: [...leadsOf('A', 6, 10), ...leadsOf('B', 1, 10), ...leadsOf('C', 1, 1), { created_at: '2024-01-10', converted_at: '2024-01-11' }],
  cost: [
    { campaign_id: 'A', amount: 500, incurred_on: '2024-01-05' },
    { campaign_id: 'B', amount: 1000, incurred_on: '2024-01-05' },
    { campaign_id: 'C', amount: 60, incurred_on: '2024-01-05' },
    { campaign_id: 'C', amount: 5000, incurred_on: '2024-01-05', is_test: true },
    { campaign_id: 'D', amount: 0, incurred_on: '2024-01-05' },
  ],
};
const january = { from: '2024-01-01', to: '2024-01-31', grain: 'month' } as const;
const cell = (name: string, value: number, ci: readonly [number, number]) => ({
  start: '2024-01-01',
  group: { 'campaign.name': name },
  value,
  ci,
});

export default defineKpi({
  id: 'campaign_effectiveness_rank',
  ref: 'K-011',
  area: 'marketing',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'ratio',
  tags: ['marketing', 'marketing_effectiveness', 'cost'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    outcome: {
      default: 'opportunity',
      name: {
        es: 'Resultado que cuenta: qualified (lead cualificado), opportunity (pasa a oportunidad) o customer (compra)',
        en: 'Outcome that counts: qualified (lead qualified), opportunity (becomes a deal) or customer (buys)',
      },
      oneOf: ['qualified', 'opportunity', 'customer'],
    },
  },
  variants: {
    per_cost: {
      label: { es: 'Resultados por cada 1.000 de gasto', en: 'Outcomes per 1,000 spent' },
      metric: ({ outcome }, settings) => ranking(settings, outcome, byCost),
      needs: [...needs, 'cost.campaign_id', 'cost.amount'],
    },
    per_lead: {
      label: { es: 'Parte de sus leads que llega al resultado', en: 'Share of its leads that reach the outcome' },
      metric: ({ outcome }, settings) => ranking(settings, outcome, byLead),
      unit: 'rate',
    },
  },
  defaults: ['per_cost', 'per_lead'],
  needs,
  terms: ['lead', 'qualified'],
  drillBy: ['campaign.name', 'campaign.channel', 'campaign.type'],
  grain: 'year',
  minimumSample: 10,
  guards: ['campaign_roi', 'avg_opportunity_value'],
  partner: 'leads_by_campaign',
  decomposition: null,
  seed: 'S3 L25',
  source: 'Empirical-Bayes shrinkage: gamma–Poisson (Robbins 1956) and beta–binomial (Efron and Morris 1975), 95 % credible intervals',
  texts: {
    es: {
      name: 'Efectividad comparada entre campañas',
      question: '¿Qué campañas funcionan mejor que las demás?',
      definition:
        'Resultados de cada campaña (leads suyos que pasaron a oportunidad) por cada 1.000 gastados en ella, corregidos por lo poco que se sabe de las pequeñas: cuanto menos ha gastado una, más se acerca su cifra a la del conjunto. El detalle da el puesto y el coste por resultado.',
      formula: '(Resultados de la campaña + resultados esperados) / (gasto de la campaña + gasto equivalente), por cada 1.000',
      why: 'Contar leads premia a quien trae muchos; esto premia a quien trae negocio por lo que cuesta, y permite mover el presupuesto con fundamento.',
      rise: 'Si sube de puesto con un intervalo estrecho, dele más presupuesto por pasos. Mire antes en el ROI si esas oportunidades se ganan.',
      fall: 'Vea si se encarece el lead o si deja de convertirse. Con el intervalo ancho todavía no hay nada que concluir: espere o pruebe con más gasto.',
      caveats:
        'El texto de origen pide calificar la efectividad entre campañas y no da fórmula. Una campaña con un lead y un acierto no encabeza la lista: su intervalo (donde está el valor real con un 95 % de probabilidad) es enorme. Es el inverso del coste por resultado, para que más sea mejor. Los leads cuentan en la fecha en que entraron: los recientes aún pueden convertirse. Las campañas sin gasto anotado no se clasifican por gasto. Para menos de dos campañas no hay corrección.',
    },
    en: {
      name: 'Campaign effectiveness ranking',
      question: 'Which campaigns work better than the others?',
      definition:
        'Outcomes of each campaign (its leads that became deals) per 1,000 spent on it, corrected for how little is known of small ones: the less a campaign spent, the closer its figure is drawn to that of all. The detail gives its place and its cost per outcome.',
      formula: '(Outcomes of the campaign + outcomes expected) / (its spend + an equivalent spend), per 1,000',
      why: 'Counting leads rewards whoever brings many; this rewards whoever brings business for the money, and gives grounds for moving budget.',
      rise: 'If it climbs with a narrow interval, give it more budget in steps. First see in its return whether those deals are won.',
      fall: 'Do leads become dearer, or do they stop converting? With a wide interval there is nothing to conclude yet: wait, or test with more spend.',
      caveats:
        'The source text asks to rate effectiveness between campaigns and gives no formula. A campaign with one lead and one hit does not top the list: its interval (where the true value lies with 95 % probability) is huge. It is the inverse of cost per outcome, so that more is better. Leads count by the date they came in: recent ones may still convert. Campaigns without recorded spend are not ranked by spend. With fewer than two campaigns there is no correction.',
    },
  },
  examples: [
    {
      name: 'Of its leads, one of one does not beat six of ten',
      given,
      exportedAt: '2024-02-29',
      query: { ...january, variant: 'per_lead' },
      expect: [
        cell('Feria', 0.551479, [0.296, 0.793]),
        cell('Prueba piloto', 0.543975, [0.149, 0.906]),
        cell('Sorteo', 0.191509, [0.039, 0.427]),
      ],
      because:
        'Own rates 6/10, 1/1 and 1/10. The best fit to the three is Beta(1.660, 2.230), as if each had 3.89 leads more, 1.66 of them converted: (6 + 1.66)/(10 + 3.89) = 0.551, (1 + 1.66)/(1 + 3.89) = 0.544, (1 + 1.66)/(10 + 3.89) = 0.192. Leads of no campaign are out.',
    },
    {
      name: 'Per 1,000 spent, neither does one outcome for 60',
      given,
      exportedAt: '2024-02-29',
      query: january,
      expect: [
        cell('Feria', 10.811479, [4.472, 19.902]),
        cell('Prueba piloto', 9.806386, [1.52, 25.655]),
        cell('Sorteo', 2.005877, [0.311, 5.248]),
        { start: '2024-01-01', group: { 'campaign.name': 'Sin empezar' }, value: null },
      ],
      because:
        'Own rates 6/0.5 = 12, 1/0.06 = 16.7 and 1/1 = 1 per 1,000. The best fit is as if each had spent 182 more for 1.37 outcomes: (6 + 1.37)/(0.5 + 0.182) = 10.8, (1 + 1.37)/(0.06 + 0.182) = 9.8, (1 + 1.37)/(1 + 0.182) = 2.0. What spent nothing has no place. The test cost is out.',
    },
    {
      name: 'With qualified leads as the outcome',
      given,
      settings: { kpis: { campaign_effectiveness_rank: { outcome: 'qualified' } } },
      exportedAt: '2024-02-29',
      query: january,
      expect: [
        { start: '2024-01-01', group: { 'campaign.name': 'Feria' }, value: 12.244935, numerator: 7, n: 10 },
        { start: '2024-01-01', group: { 'campaign.name': 'Sorteo' }, value: 3.265813, numerator: 2, n: 10 },
      ],
      because:
        'One more lead of Feria and of Sorteo qualified than became a deal: 7, 2 and 1. The best fit now adds 239 of spend and 2.05 outcomes: (7 + 2.045)/(0.5 + 0.2387) = 12.24, (2 + 2.045)/(1 + 0.2387) = 3.27.',
    },
    ...leadCases(
      {
        usual: [
          { group: { 'campaign.name': 'Feria' }, value: 3 / 6, numerator: 3, n: 6 },
          'Of its six leads, L1, L3 and L7: alone, the campaign is what it is.',
        ],
        reachable: [{ group: { 'campaign.name': 'Feria' }, value: 2 / 4, numerator: 2, n: 4 }, 'Of L1, L4, L6 and L7, L1 and L7.'],
        handed_over: [{ group: { 'campaign.name': 'Feria' }, value: 5 / 6, numerator: 5, n: 6 }, 'All but L5.'],
      },
      {
        settings: { kpis: { campaign_effectiveness_rank: { outcome: 'qualified' } } },
        query: { variant: 'per_lead', by: ['campaign.name'] },
      },
    ),
  ],
});
