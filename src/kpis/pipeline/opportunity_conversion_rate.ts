import { conversion } from '../../metrics/build.ts';
import { is } from '../../metrics/expression.ts';
import { labels, windowDays } from '../definitions/labels.ts';
import { winRate, winRateByValue } from '../definitions/opportunity.ts';
import { defineKpi } from '../kpi.ts';

const created = { dataset: 'opportunity', entity: 'id', at: 'created_at' };
const needs = ['opportunity.status', 'opportunity.closed_at'];

const rows = {
  user: [
    { id: 'u1', name: 'Ana' },
    { id: 'u2', name: 'Luis' },
  ],
  opportunity: [
    { created_at: '2024-01-05', status: 'won', closed_at: '2024-02-10', amount: 1000, owner_id: 'u1' },
    { created_at: '2024-01-06', status: 'lost', closed_at: '2024-02-12', amount: 3000, owner_id: 'u1' },
    { created_at: '2024-01-07', status: 'lost', closed_at: '2024-02-29T22:30:00Z', amount: 1000, owner_id: 'u2' },
    { created_at: '2024-01-08', status: 'open', amount: 500, owner_id: 'u2' },
    { created_at: '2024-01-09', status: 'won', amount: 700, owner_id: 'u2' },
    { created_at: '2024-02-09', status: 'won', closed_at: '2024-02-20', amount: 9000, owner_id: 'u2', is_test: true },
  ],
};

export default defineKpi({
  id: 'opportunity_conversion_rate',
  ref: 'K-052',
  area: 'pipeline',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['sales', 'work_effectiveness', 'business_performance'],
  version: { number: 1, since: '2026-11-21' },
  parameters: { window_days: windowDays(180) },
  variants: {
    default: { label: { es: 'Ganadas entre decididas', en: 'Won over decided' }, metric: () => winRate },
    by_count: { label: labels.byCount, metric: () => winRate },
    by_value: { label: labels.byValue, metric: () => winRateByValue, needs: [...needs, 'opportunity.amount'] },
    cohort: {
      label: { es: 'Por cohorte de creación, dentro del plazo', en: 'By cohort of creation, within the window' },
      metric: ({ window_days }) =>
        conversion({ base: created, converted: { same_row: true, at: 'closed_at', where: is('status', 'won') }, window: window_days }),
      needs: [...needs, 'opportunity.created_at'],
    },
    ever: {
      label: { es: 'Por cohorte de creación, sin plazo', en: 'By cohort of creation, no time limit' },
      metric: () => conversion({ base: created, converted: { same_row: true, where: is('status', 'won') }, window: null }),
      needs: ['opportunity.status', 'opportunity.created_at'],
    },
  },
  defaults: ['default'],
  needs,
  terms: [],
  drillBy: ['owner.name', 'product.name', 'type', 'account.industry', 'owner.office', 'campaign.name'],
  grain: 'month',
  minimumSample: 30,
  guards: ['avg_opportunity_value', 'sales_cycle_length'],
  partner: 'pipeline_growth',
  decomposition: null,
  seed: 'S3 L23',
  source: 'Win rate: won over won and lost',
  texts: {
    es: {
      name: 'Tasa de conversión de oportunidades',
      question: '¿Qué parte de las oportunidades que se deciden ganamos?',
      definition:
        'De las oportunidades ganadas o perdidas en el periodo, por su fecha de cierre, la parte que se ganó. Las abiertas no cuentan.',
      formula: 'Ganadas / (ganadas + perdidas), por fecha de cierre',
      why: 'Es la eficacia del equipo al final del embudo y lo que más mueve las ventas sin necesidad de más leads.',
      rise: 'Mire si se gana más o si se ha dejado de anotar lo perdido. Con tasa alta y valor medio bajo, se eligen los tratos fáciles: ajuste la estrategia o la calidad de los leads.',
      fall: 'Ábrala por persona, producto y motivo de pérdida. Si cae en todos, suele ser un competidor o un precio; si es en uno, acompañe en las próximas reuniones antes que cambiar nada.',
      caveats:
        'Depende de que las pérdidas se cierren en el CRM: una cartera sin limpiar la infla. «by_value» pesa por importe; «cohort» sigue a las creadas en el periodo durante 180 días y «ever» sin plazo, contando también ganadas sin fecha.',
    },
    en: {
      name: 'Opportunity conversion (win) rate',
      question: 'What share of the deals that get decided do we win?',
      definition: 'Of the deals won or lost in the period, by their closing date, the share won. Open deals do not count.',
      formula: 'Won / (won + lost), by closing date',
      why: 'It is how well the team does at the end of the funnel, and what moves sales most without more leads.',
      rise: 'Is more being won, or have losses stopped being recorded? A high rate with a low average value means easy deals are picked: adjust the strategy or lead quality.',
      fall: 'Split by person, product and lost reason. Everywhere at once it is usually a rival or a price; with one person, join their next meetings before changing anything.',
      caveats:
        'It relies on losses being closed in the CRM: an unpruned pipeline inflates it. "by_value" weighs by amount; "cohort" follows the deals created in the period for 180 days and "ever" without limit, won deals without a date included.',
    },
  },
  examples: [
    {
      name: 'Won over won and lost, by closing date',
      given: rows,
      exportedAt: '2024-03-31',
      query: { from: '2024-02-01', to: '2024-03-31', grain: 'month' },
      expect: [
        { start: '2024-02-01', value: 0.333333, numerator: 1, denominator: 3 },
        { start: '2024-03-01', value: null, numerator: 0, denominator: 0, state: 'no_data' },
      ],
      because:
        'Decided in February: one won, two lost (22:30 UTC on the 29th is still the 29th in Madrid). Open, undated and test deals are out. Nothing was decided in March: no rate.',
    },
    {
      name: 'By owner',
      given: rows,
      exportedAt: '2024-03-31',
      query: { from: '2024-02-01', to: '2024-02-29', grain: 'month', by: ['owner.name'] },
      expect: [
        { start: '2024-02-01', group: { 'owner.name': 'Ana' }, value: 0.5, numerator: 1, denominator: 2 },
        { start: '2024-02-01', group: { 'owner.name': 'Luis' }, value: 0, numerator: 0, denominator: 1 },
      ],
      because: 'Ana won 1 of 2; Luis 0 of 1, which is a true 0 %.',
    },
    {
      name: 'By value the big loss weighs',
      given: rows,
      exportedAt: '2024-03-31',
      query: { variant: 'by_value', from: '2024-02-01', to: '2024-02-29', grain: 'month' },
      expect: [{ start: '2024-02-01', value: 0.2, numerator: 1000, denominator: 5000 }],
      because: '1,000 of 1,000 + 3,000 + 1,000.',
    },
    {
      name: 'By value one big win leaves the interval below 100 %',
      given: {
        opportunity: [
          { status: 'won', created_at: '2024-01-10', closed_at: '2024-02-01', amount: 300 },
          { status: 'lost', created_at: '2024-01-10', closed_at: '2024-02-02', amount: 100 },
        ],
      },
      exportedAt: '2024-03-31',
      query: { variant: 'by_value', from: '2024-02-01', to: '2024-02-29', grain: 'month' },
      expect: [
        {
          start: '2024-02-01',
          value: 0.75,
          numerator: 300,
          denominator: 400,
          ci: [0.75 - 1.959963984540054 * (Math.sqrt(11_250) / 400), 1],
        },
      ],
      because:
        'What each adds beyond 75 % of its amount is 300 − 225 = 75 and 0 − 75 = −75: the error is √(75² + 75²) / 400 = 0.26517, and 0.75 ± 1.96 × 0.26517 would end at 1.27, which no share can.',
    },
    {
      name: 'The cohort created in January, 180 days on',
      given: rows,
      exportedAt: '2024-12-31',
      query: { variant: 'cohort', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.2, numerator: 1, denominator: 5 }],
      because: 'Five live deals were created in January; one was won on a known date within 180 days. The open one counts below the line.',
    },
    {
      name: 'Ever: the win without a date counts too',
      given: rows,
      exportedAt: '2024-12-31',
      query: { variant: 'ever', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.4, numerator: 2, denominator: 5 }],
      because: 'Two of five are won, one of them nobody knows when.',
    },
  ],
});
