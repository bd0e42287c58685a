import type { ComputedInput, ComputedMetric, ComputedResult, Metric, SimpleMetric } from '../../metrics/metric.ts';
import { attributed, attributionModel, campaignCost } from '../definitions/campaign.ts';
import { defineKpi, type Need, type WorkedExample } from '../kpi.ts';

const dayLength = 86_400_000;
/** The day in the middle of a period, as a number of days. */
const middleOf = ({ start, end }: { readonly start: string; readonly end: string }): number =>
  (Date.parse(start) + Date.parse(end)) / 2 / dayLength;

/** How old a year's spending is at the end of the period, on average: young spending has not had the time to sell. */
const ageOfSpend = (rows: ComputedInput['panels'][string] | undefined): number | null => {
  const months = rows?.[0]?.cells ?? [];
  const last = months.at(-1);
  const total = months.reduce((sum, { value }) => sum + (value ?? 0), 0);
  if (!last || total <= 0) return null;
  const end = Date.parse(last.period.end) / dayLength;
  return months.reduce((sum, { value, period }) => sum + (value ?? 0) * (end - middleOf(period)), 0) / total;
};

const romi = (
  model: string,
  over: (of: SimpleMetric) => Metric,
  horizon: number | null,
  by: 'margin' | 'amount' = 'margin',
): ComputedMetric => ({
  kind: 'computed',
  inputs: { brought: over(attributed(by, model)), revenue: over(attributed('amount', model)), cost: over(campaignCost) },
  panels: { months: { metric: campaignCost, grain: 'month', back: 12 } },
  compute: ({ cells, panels }): ComputedResult => {
    const cost = cells.cost?.value ?? 0;
    const brought = cells.brought?.value ?? null;
    const detail = {
      brought,
      revenue: cells.revenue?.value ?? null,
      cost,
      horizon_days: horizon,
      spend_age_days: ageOfSpend(panels.months),
    };
    const n = cells.brought?.n ?? 0;
    if (cost <= 0) return { value: null, numerator: brought, denominator: cost, n, reasons: ['denominator_zero'], detail };
    if (brought === null) return { value: null, denominator: cost, n, detail };
    return { value: (brought - cost) / cost, numerator: brought - cost, denominator: cost, n, detail };
  },
});

const trailing =
  (days: number) =>
  (of: SimpleMetric): Metric => ({ kind: 'cumulative', of, window: { days } });
const sinceEver = (of: SimpleMetric): Metric => ({ kind: 'cumulative', of, to_date: 'ever' });

const touched: Need = ['touch.campaign_id', 'campaign_message.clicked_at', 'opportunity.campaign_id'];
const needs: readonly Need[] = [
  'opportunity.status',
  'opportunity.closed_at',
  'opportunity.margin',
  'cost.campaign_id',
  'cost.amount',
  touched,
];

const given: WorkedExample['given'] = {
  campaign: [
    { id: 'c1', name: 'Primavera', channel: 'ads' },
    { id: 'c2', name: 'Feria', channel: 'event' },
  ],
  cost: [
    { campaign_id: 'c1', category: 'advertising', channel: 'ads', amount: 1000, incurred_on: '2024-01-16' },
    { campaign_id: 'c1', category: 'advertising', channel: 'ads', amount: 500, incurred_on: '2022-12-01' },
    { campaign_id: 'c2', category: 'advertising', channel: 'event', amount: 500, incurred_on: '2024-03-16' },
    { category: 'salaries', function: 'marketing', amount: 9000, incurred_on: '2024-03-31' },
    { campaign_id: 'c2', category: 'advertising', amount: 9000, incurred_on: '2024-03-05', is_test: true },
  ],
  opportunity: [
    { id: 'o1', campaign_id: 'c1', status: 'won', closed_at: '2024-02-10', amount: 4000, margin: 900 },
    { id: 'o2', campaign_id: 'c1', status: 'won', closed_at: '2024-03-10', amount: 6000, margin: 1600 },
    { id: 'o3', campaign_id: 'c1', status: 'won', closed_at: '2023-01-10', amount: 9000, margin: 3000 },
    { id: 'o4', campaign_id: 'c2', status: 'lost', closed_at: '2024-03-20', amount: 6000, margin: 1600 },
    { id: 'o5', status: 'won', closed_at: '2024-03-20', amount: 6000, margin: 1600 },
  ],
};
const quarter = { from: '2024-01-01', to: '2024-03-31', grain: 'quarter' } as const;

export default defineKpi({
  id: 'campaign_roi',
  ref: 'K-010',
  area: 'marketing',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['marketing', 'marketing_effectiveness', 'investment', 'profitability'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    model: attributionModel,
    horizon_days: {
      default: 365,
      name: {
        es: 'Días hacia atrás que abarcan el margen y el gasto',
        en: 'Days back that margin and spending cover',
      },
      between: [30, 3650],
    },
  },
  variants: {
    default: {
      label: { es: 'Margen atribuido y gasto del último año', en: 'Attributed margin and spend of the last year' },
      metric: ({ model, horizon_days }) => romi(model, trailing(horizon_days), horizon_days),
    },
    ever: {
      label: { es: 'Desde el principio', en: 'Since the beginning' },
      metric: ({ model }) => romi(model, sinceEver, null),
    },
    period: {
      label: { es: 'Solo lo del periodo', en: 'Of the period alone' },
      metric: ({ model }) => romi(model, (of) => of, null),
    },
    revenue: {
      label: { es: 'Con ingresos en vez de margen', en: 'With revenue in place of margin' },
      metric: ({ model, horizon_days }) => romi(model, trailing(horizon_days), horizon_days, 'amount'),
      needs: ['opportunity.status', 'opportunity.closed_at', 'opportunity.amount', 'cost.campaign_id', 'cost.amount', touched],
    },
  },
  defaults: ['default'],
  needs,
  terms: [],
  drillBy: ['campaign.name', 'channel', 'campaign.type'],
  grain: 'quarter',
  minimumSample: 10,
  guards: ['campaign_revenue', 'roi', 'cac'],
  partner: null,
  decomposition: { kind: 'ratio', of: ['campaign_revenue'] },
  seed: 'S2 L40',
  source: 'Return on marketing investment: (attributed margin − cost) / cost (Farris et al., Marketing Metrics)',
  texts: {
    es: {
      name: 'ROI de campaña (ROMI)',
      question: '¿Cuánto deja cada euro que ponemos en campañas?',
      definition:
        'Margen de las ventas ganadas que se atribuye a campañas, menos lo gastado en ellas, en proporción a ese gasto; ambos del último año hasta el cierre del periodo. Un 0,5 es que cada euro volvió con cincuenta céntimos más.',
      formula: '(Margen atribuido − coste de campañas) / coste de campañas, en los últimos 365 días',
      why: 'Es la cifra con la que decidir qué campaña se repite y cuál no: vender mucho gastando más de lo que deja es perder dinero.',
      rise: 'Ábralo por campaña y ponga más en las que rinden, por pasos: el euro siguiente suele rendir menos. Compruebe que no es porque se haya dejado de invertir y aún se recoge lo anterior.',
      fall: 'Mire la antigüedad media del gasto: si es reciente, espere un ciclo de venta antes de juzgar. Si ya ha madurado, revise público, oferta y precio del clic.',
      caveats:
        'El texto de origen pide mejorar el ROI sin fórmula. Se usa margen, no ingresos: «revenue» muestra cuánto infla lo contrario. Con periodos cortos y ventas largas, gasto y margen no casan; por eso se toma un año, y «period» enseña el desajuste. Las ventas sin margen conocido no suman (mire la cobertura), los sueldos no entran y depende del modelo de atribución.',
    },
    en: {
      name: 'Campaign ROI (ROMI)',
      question: 'What does each euro put into campaigns leave?',
      definition:
        'The margin of won deals attributed to campaigns, less what was spent on them, as a share of that spend; both of the year up to the close of the period. 0.5 means that each euro came back with fifty cents more.',
      formula: '(Attributed margin − campaign cost) / campaign cost, over the last 365 days',
      why: 'The figure to decide which campaign to repeat: selling much by spending more than it leaves loses money.',
      rise: 'Split it by campaign and put more into those that pay, in steps: the next euro tends to return less. Make sure it is not that spending stopped and earlier work is still being reaped.',
      fall: 'Look at the mean age of the spend: if recent, wait a sales cycle before judging. If it has matured, review audience, offer and price per click.',
      caveats:
        'The source text asks to improve ROI and gives no formula. Margin is used, not revenue: "revenue" shows how much that flatters. With short periods and long sales, spend and margin do not match; hence the year, and "period" shows the mismatch. Deals of unknown margin add nothing (see coverage), salaries are out, and it depends on the attribution model.',
    },
  },
  examples: [
    {
      name: 'Margin and spend of the last year',
      given,
      exportedAt: '2024-06-30',
      query: quarter,
      expect: [{ start: '2024-01-01', value: 2 / 3, numerator: 1000, denominator: 1500 }],
      because:
        'In the 365 days to 31 March: margin 900 + 1,600 = 2,500, spend 1,000 + 500 = 1,500. (2,500 − 1,500)/1,500. Salaries, tests, lost and campaignless deals are out.',
    },
    {
      name: 'By campaign',
      given,
      exportedAt: '2024-06-30',
      query: { ...quarter, by: ['campaign.name'] },
      expect: [
        { start: '2024-01-01', group: { 'campaign.name': 'Primavera' }, value: 1.5, numerator: 1500, denominator: 1000 },
        { start: '2024-01-01', group: { 'campaign.name': 'Feria' }, value: -1, numerator: -500, denominator: 500 },
      ],
      because: 'Primavera: (2,500 − 1,000)/1,000. Feria has won nothing so far: all of its 500 is still out.',
    },
    {
      name: 'Since the beginning',
      given,
      exportedAt: '2024-06-30',
      query: { ...quarter, variant: 'ever' },
      expect: [{ start: '2024-01-01', value: 1.75, numerator: 3500, denominator: 2000 }],
      because: 'With the 500 of 2022 and the 3,000 of January 2023: (5,500 − 2,000)/2,000.',
    },
    {
      name: 'Month by month, spend and margin do not match',
      given,
      exportedAt: '2024-06-30',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'month', variant: 'period' },
      expect: [
        { start: '2024-01-01', value: -1, numerator: -1000, denominator: 1000 },
        { start: '2024-02-01', value: null, denominator: 0 },
        { start: '2024-03-01', value: 2.2, numerator: 1100, denominator: 500 },
      ],
      because: 'January spends and does not sell: −100 %. February sells and does not spend: no rate. March: (1,600 − 500)/500.',
    },
    {
      name: 'Revenue flatters',
      given,
      exportedAt: '2024-06-30',
      query: { ...quarter, variant: 'revenue' },
      expect: [{ start: '2024-01-01', value: 17 / 3, numerator: 8500, denominator: 1500 }],
      because: '(4,000 + 6,000 − 1,500)/1,500 = 5.67, where the margin says 0.67.',
    },
  ],
});
