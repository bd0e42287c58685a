import { conversion } from '../../metrics/build.ts';
import { leadCases } from '../definitions/contested_leads.ts';
import { labels, windowDays } from '../definitions/labels.ts';
import { convertible } from '../definitions/lead.ts';
import { winRate } from '../definitions/opportunity.ts';
import { actionsPerVisit, successEvents, visitorConversion } from '../definitions/web.ts';
import { defineKpi } from '../kpi.ts';

const webNeeds = ['web_session.started_at', 'web_event.type', 'web_event.occurred_at'];

const both = {
  web_session: [
    { id: 's1', visitor_id: 'A', started_at: '2024-01-03T10:00:00Z' },
    { id: 's2', visitor_id: 'A', started_at: '2024-01-04T10:00:00Z' },
    { id: 's3', visitor_id: 'B', started_at: '2024-01-05T10:00:00Z' },
    { id: 's4', visitor_id: 'B', started_at: '2024-01-06T10:00:00Z' },
  ],
  web_event: [
    { session_id: 's1', visitor_id: 'A', type: 'purchase', occurred_at: '2024-01-03T10:10:00Z' },
    { session_id: 's2', visitor_id: 'A', type: 'purchase', occurred_at: '2024-01-04T10:10:00Z' },
    { session_id: 's2', visitor_id: 'A', type: 'purchase', occurred_at: '2024-01-04T10:20:00Z' },
  ],
  lead: [
    { created_at: '2024-01-05', converted_at: '2024-01-30' },
    { created_at: '2024-01-06' },
    { created_at: '2024-01-07' },
    { created_at: '2024-01-08', status: 'lost' },
  ],
};

export default defineKpi({
  id: 'conversion_rate',
  ref: 'K-030',
  area: 'leads',
  band: 'business',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['sales', 'marketing_effectiveness', 'digital_marketing', 'customer_value', 'cost'],
  version: { number: 1, since: '2026-11-21' },
  parameters: { success_events: successEvents, window_days: windowDays(90) },
  variants: {
    visitors: {
      label: { es: 'De visitante a comprador (por personas)', en: 'From visitor to buyer (people)' },
      metric: ({ success_events }) => visitorConversion(success_events),
      needs: [...webNeeds, 'web_session.visitor_id'],
    },
    leads: {
      label: { es: 'De lead a cliente (por leads)', en: 'From lead to customer (leads)' },
      metric: ({ window_days }, settings) => {
        const { dataset, entity, convertedAt, rows } = convertible(settings);
        return conversion({
          base: rows({ dataset, entity, at: 'created_at' }),
          converted: { same_row: true, at: convertedAt },
          window: window_days,
        });
      },
      needs: ['lead.created_at', 'lead.converted_at'],
    },
    opportunities: {
      label: { es: 'De oportunidad decidida a ganada (por oportunidades)', en: 'From decided deal to won (deals)' },
      metric: () => winRate,
      needs: ['opportunity.status', 'opportunity.closed_at'],
    },
    seed: {
      label: labels.seed,
      metric: ({ success_events }) => actionsPerVisit(success_events),
      needs: webNeeds,
    },
  },
  defaults: ['visitors', 'leads', 'opportunities'],
  needs: [['web_session.started_at', 'lead.created_at', 'opportunity.closed_at']],
  terms: ['lead', 'converted'],
  drillBy: ['campaign.name', 'source'],
  grain: 'month',
  minimumSample: 30,
  guards: ['total_sales', 'avg_opportunity_value'],
  partner: null,
  decomposition: null,
  seed: 'S1#10; S0 L19; S2 L33,L47',
  source: 'Successes over trials, with the unit of the trial declared',
  texts: {
    es: {
      name: 'Tasa de conversión',
      question: '¿Qué parte de los intentos acaba en éxito?',
      definition:
        'Éxitos entre intentos, siempre diciendo de qué: de visitantes a compradores si hay datos de la web; si no, de leads a clientes; si no, de oportunidades decididas a ganadas. La celda nombra cuál es.',
      formula: 'Éxitos / intentos, con su unidad declarada',
      why: 'Resume en una cifra si lo que se pone en marcha llega a buen puerto. Sirve de titular; para actuar use la tasa concreta de cada paso.',
      rise: 'Confirme que no sube solo porque entran menos intentos. Con conversión alta y valor medio bajo, ajuste la estrategia de ventas o mejore la calidad de los leads.',
      fall: 'Vaya a la tasa del paso que cae (web, lead u oportunidad) y ábrala por campaña. Si el número de intentos crece más que la tasa baja, las ventas suben igual.',
      caveats:
        'Tres conceptos comparten este nombre en los textos de origen; nunca compare cifras de unidades distintas. «seed» es la fórmula literal, acciones entre visitas, que cuenta varias veces a quien compra varias veces.',
    },
    en: {
      name: 'Conversion rate (generic)',
      question: 'What share of attempts ends in success?',
      definition:
        'Successes over trials, always saying of what: visitors into buyers where there are web data; else leads into customers; else decided deals into won ones. The cell names which it is.',
      formula: 'Successes / trials, unit declared',
      why: 'One figure for whether what is set in motion arrives. Good as a headline; to act, use the rate of the step itself.',
      rise: 'Make sure it does not rise merely because fewer trials come in. With high conversion and low average value, adjust the sales strategy or improve lead quality.',
      fall: 'Go to the step that falls (site, lead or deal) and split it by campaign. If trials grow more than the rate shrinks, sales still rise.',
      caveats:
        'Three notions share this name in the source texts; never compare figures of different units. "seed" is the literal formula, actions over visits, where a repeat buyer counts each time.',
    },
  },
  examples: [
    {
      name: 'With web data: people',
      given: both,
      exportedAt: '2024-12-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.5, numerator: 1, denominator: 2 }],
      because: 'Of visitors A and B, A bought.',
    },
    {
      name: 'The literal formula: actions over visits',
      given: both,
      exportedAt: '2024-12-31',
      query: { variant: 'seed', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.75, numerator: 3, denominator: 4 }],
      because: 'Three purchases over four visits: same month, same data, another number.',
    },
    {
      name: 'Leads',
      given: both,
      exportedAt: '2024-12-31',
      query: { variant: 'leads', from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 0.25, numerator: 1, denominator: 4 },
        { start: '2024-02-01', value: null, numerator: 0, denominator: 0, state: 'no_data' },
      ],
      because: 'One of four leads of January became a customer within 90 days; February had no leads.',
    },
    {
      name: 'Without web or leads, the default is the win rate',
      given: {
        opportunity: [
          { status: 'won', closed_at: '2024-01-10' },
          { status: 'lost', closed_at: '2024-01-11' },
          { status: 'lost', closed_at: '2024-01-12' },
          { status: 'open', created_at: '2024-01-12' },
        ],
      },
      exportedAt: '2024-01-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.333333, numerator: 1, denominator: 3 }],
      because: 'Decided: three, won: one. Open deals are not decided.',
    },
    ...leadCases(
      {
        usual: [{ value: 3 / 7, numerator: 3, denominator: 7 }, 'L1, L3 and L7 within 90 days: 3/7.'],
        reachable: [{ value: 2 / 5, numerator: 2, denominator: 5 }, 'Of L1, L2, L4, L6 and L7, L1 and L7: 2/5.'],
        first_paid_order: [
          { value: 1 / 7, numerator: 1, denominator: 7 },
          'Of the accounts that L1, L3 and L7 became, only L1’s has ordered: 1/7.',
        ],
      },
      { query: { variant: 'leads' } },
    ),
  ],
});
