import { labels } from '../definitions/labels.ts';
import { actionsPerVisit, sessionConversion, successEvents, visitorConversion } from '../definitions/web.ts';
import { defineKpi } from '../kpi.ts';

const january = {
  web_session: [
    { id: 's1', visitor_id: 'A', source: 'google', started_at: '2024-01-03T10:00:00Z' },
    { id: 's2', visitor_id: 'A', source: 'google', started_at: '2024-01-09T10:00:00Z' },
    { id: 's3', visitor_id: 'B', source: 'google', started_at: '2024-01-10T10:00:00Z' },
    { id: 's4', visitor_id: 'C', source: 'news', started_at: '2024-01-11T10:00:00Z' },
    { id: 's5', visitor_id: 'D', source: 'news', started_at: '2024-01-12T10:00:00Z' },
    { id: 's6', visitor_id: 'E', source: 'news', started_at: '2024-01-12T10:00:00Z', is_test: true },
  ],
  web_event: [
    { session_id: 's2', visitor_id: 'A', type: 'purchase', occurred_at: '2024-01-09T10:20:00Z' },
    { session_id: 's2', visitor_id: 'A', type: 'purchase', occurred_at: '2024-01-09T10:30:00Z' },
    { session_id: 's4', type: 'purchase', occurred_at: '2024-01-11T10:05:00Z' },
    { session_id: 's5', visitor_id: 'D', type: 'signup', occurred_at: '2024-01-12T10:05:00Z' },
  ],
};

export default defineKpi({
  id: 'website_conversion_rate',
  ref: 'K-014',
  area: 'marketing',
  band: 'business',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['sales', 'marketing_effectiveness', 'digital_marketing', 'customer_value', 'cost'],
  version: { number: 1, since: '2026-11-21' },
  parameters: { success_events: successEvents },
  variants: {
    default: {
      label: { es: 'Visitantes que compran entre visitantes', en: 'Visitors who bought over visitors' },
      metric: ({ success_events }) => visitorConversion(success_events),
      needs: ['web_session.visitor_id', 'web_session.started_at', 'web_event.type', 'web_event.occurred_at'],
    },
    sessions: {
      label: { es: 'Visitas con compra entre visitas', en: 'Visits with a success over visits' },
      metric: ({ success_events }) => sessionConversion(success_events),
      needs: ['web_session.started_at', 'web_event.session_id', 'web_event.type', 'web_event.occurred_at'],
    },
    seed: {
      label: labels.seed,
      metric: ({ success_events }) => actionsPerVisit(success_events),
    },
  },
  defaults: ['default'],
  needs: ['web_session.started_at', 'web_event.type', 'web_event.occurred_at'],
  terms: [],
  drillBy: ['source', 'medium', 'campaign.name', 'landing_page', 'is_paid'],
  grain: 'month',
  minimumSample: 100,
  guards: ['website_visits', 'total_sales'],
  partner: null,
  decomposition: null,
  seed: 'S1#3; S4 L29',
  source: 'User and session conversion rate as in Google Analytics 4',
  texts: {
    es: {
      name: 'Tasa de conversión del sitio web',
      question: '¿Qué parte de quienes visitan la web acaba comprando?',
      definition:
        'De las personas distintas que visitaron el sitio en el periodo, las que hicieron al menos una acción de éxito (por defecto, comprar). Quien viene cinco veces y compra dos cuenta una vez arriba y una abajo.',
      formula: 'Visitantes con alguna acción de éxito / visitantes distintos',
      why: 'Separa el problema de atraer del problema de convencer. Dice si el tráfico que se paga con la publicidad acaba en algo.',
      rise: 'Compruebe si sube porque hay más compradores o porque hay menos visitas. Si mejora una fuente o una página, lleve allí más tráfico.',
      fall: 'Ábrala por fuente y página de entrada: si solo baja el tráfico de pago, revise segmentación y anuncios; si baja todo, busque un fallo en el pago, un cambio de precios o una página lenta.',
      caveats:
        'El texto de origen define visitantes que compran pero calcula acciones entre visitas; por defecto se siguen las personas. «sessions» cuenta visitas y «seed» la fórmula literal, que puede pasar del 100 %. Con más visitas, una tasa estable o algo menor también trae más ventas.',
    },
    en: {
      name: 'Website conversion rate',
      question: 'What share of the people who visit the site end up buying?',
      definition:
        'Of the distinct people who visited in the period, those with at least one success (by default, a purchase). Someone who comes five times and buys twice counts once above and once below the line.',
      formula: 'Visitors with a success / distinct visitors',
      why: 'It tells the problem of attracting people from that of convincing them, and whether traffic that is paid for comes to anything.',
      rise: 'See whether there are more buyers or merely fewer visits. If one source or page improved, send more traffic there.',
      fall: 'Split by source and landing page: if only paid traffic fell, review targeting and ads; if all did, look for a broken checkout, a price change or a slow page.',
      caveats:
        'The source text describes visitors who buy but divides actions by visits; we follow people by default. "sessions" counts visits, "seed" is the literal formula and may exceed 100 %. With more visits, a flat or lower rate still brings more sales.',
    },
  },
  examples: [
    {
      name: 'People who bought over people who came',
      given: january,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 0.5, numerator: 2, denominator: 4 },
        { start: '2024-02-01', value: null, numerator: 0, denominator: 0, state: 'no_data' },
      ],
      because:
        'Visitors A, B, C, D (the test session is out). A bought (twice, counted once), and C (known from the session of the event): 2/4. Signing up is not a success by default. February had no visits: no rate.',
    },
    {
      name: 'By the source of the visit, also for the purchases',
      given: january,
      exportedAt: '2024-01-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month', by: ['source'] },
      expect: [
        { start: '2024-01-01', group: { source: 'google' }, value: 0.5, numerator: 1, denominator: 2 },
        { start: '2024-01-01', group: { source: 'news' }, value: 0.5, numerator: 1, denominator: 2 },
      ],
      because: 'google: A bought, B did not; news: C bought, D did not.',
    },
    {
      name: 'Visits instead of people',
      given: january,
      exportedAt: '2024-01-31',
      query: { variant: 'sessions', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.4, numerator: 2, denominator: 5 }],
      because: 'Five visits, of which s2 and s4 had a purchase.',
    },
    {
      name: 'The source text counts every action',
      given: january,
      exportedAt: '2024-01-31',
      query: { variant: 'seed', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.6, numerator: 3, denominator: 5 }],
      because: 'Three purchases over five visits.',
    },
    {
      name: 'What counts as a success is a setting',
      given: january,
      settings: { kpis: { website_conversion_rate: { success_events: ['purchase', 'signup'] } } },
      exportedAt: '2024-01-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.75, numerator: 3, denominator: 4 }],
      because: 'With sign-ups D counts too: A, C and D of four visitors.',
    },
  ],
});
