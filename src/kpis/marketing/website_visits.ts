import { count, countDistinct } from '../../metrics/build.ts';
import { is } from '../../metrics/expression.ts';
import { defineKpi } from '../kpi.ts';

const rows = {
  web_session: [
    { visitor_id: 'A', started_at: '2024-01-10T10:00:00Z', source: 'google', is_paid: true },
    { visitor_id: 'A', started_at: '2024-01-12T10:00:00Z', source: 'directo' },
    { visitor_id: 'B', started_at: '2024-01-15', source: 'google', is_paid: false },
    { visitor_id: 'C', started_at: '2024-01-31T22:59:00Z', source: 'boletín' },
    { visitor_id: 'D', started_at: '2024-01-31T23:01:00Z', source: 'google', is_paid: true },
    { visitor_id: 'A', started_at: '2024-02-10', source: 'google', is_paid: true },
    { visitor_id: 'E', started_at: '2024-01-20', source: 'google', is_test: true },
  ],
};

export default defineKpi({
  id: 'website_visits',
  ref: 'K-013',
  area: 'marketing',
  band: 'business',
  direction: 'up',
  timing: 'leading',
  nature: 'activity',
  unit: 'count',
  tags: ['sales', 'digital_marketing', 'marketing_effectiveness'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    sessions: {
      label: { es: 'Visitas (sesiones)', en: 'Visits (sessions)' },
      metric: () => count('web_session', { at: 'started_at' }),
    },
    visitors: {
      label: { es: 'Visitantes distintos', en: 'Distinct visitors' },
      metric: () => countDistinct('web_session', 'visitor_id', { at: 'started_at' }),
      needs: ['web_session.started_at', 'web_session.visitor_id'],
    },
    paid: {
      label: { es: 'Visitas de pago', en: 'Paid visits' },
      metric: () => count('web_session', { at: 'started_at', where: is('is_paid', true) }),
      needs: ['web_session.started_at', 'web_session.is_paid'],
    },
  },
  defaults: ['sessions'],
  needs: ['web_session.started_at'],
  terms: [],
  drillBy: ['source', 'medium', 'is_paid', 'landing_page', 'campaign.name'],
  grain: 'month',
  minimumSample: 100,
  guards: ['website_conversion_rate', 'new_subscribers', 'total_sales'],
  partner: null,
  decomposition: null,
  seed: 'S1#3,#10',
  source: 'Sessions and users as web analytics counts them (Google Analytics 4)',
  texts: {
    es: {
      name: 'Visitas al sitio web',
      question: '¿Cuánta gente viene a nuestra web?',
      definition:
        'Visitas empezadas en el periodo; una misma persona puede hacer varias. El número de visitantes distintos y el de visitas de pago son variantes.',
      formula: 'Número de visitas empezadas',
      why: 'Es la boca del embudo digital: con la misma conversión, más visitas son más ventas.',
      rise: 'Mire de dónde vienen y si compran o se suscriben en proporción. Si la conversión se mantiene plana, las ventas totales suben igual; si crece solo el tráfico de pago y no los suscriptores, quizá no compense pagarlo.',
      fall: 'Separe pago y orgánico: lo primero suele ser presupuesto o campañas que acaban; lo segundo, buscadores, enlaces rotos o una web lenta. Compruebe antes que la medición no se ha roto.',
      caveats:
        'El texto de origen mezcla visitas y visitantes: se dan las dos cifras. Un visitante es un navegador: quien usa móvil y ordenador cuenta dos veces y quien rechaza las cookies puede no contar. Los robots inflan la cifra si la herramienta de origen no los filtra. Los visitantes distintos de varios meses no se suman.',
    },
    en: {
      name: 'Website visits',
      question: 'How many people come to our site?',
      definition: 'Visits begun in the period; one person may make several. Distinct visitors and paid visits are variants.',
      formula: 'Number of visits begun',
      why: 'The mouth of the digital funnel: at the same conversion, more visits are more sales.',
      rise: 'Where do they come from, and do they buy or subscribe in proportion? With a flat conversion total sales grow all the same; if only paid traffic grows and subscribers do not, it may not be worth paying for.',
      fall: 'Tell paid from organic: the first is mostly budget or campaigns that ended; the second search engines, broken links or a slow site. First make sure that the tracking still works.',
      caveats:
        'The source text mixes visits and visitors: both are given. A visitor is a browser: someone with a phone and a computer counts twice, someone who refuses cookies may not count at all. Bots inflate the figure unless the analytics tool filters them. Distinct visitors of several months do not add up.',
    },
  },
  examples: [
    {
      name: 'Visits, in the days of the company’s calendar',
      given: rows,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 4 },
        { start: '2024-02-01', value: 2 },
        { start: '2024-03-01', value: 0, state: 'zero' },
      ],
      because: 'January: two of A, one of B, one of C at 23:59 in Madrid. D came at 00:01 of February. The test visit is out.',
    },
    {
      name: 'People instead of visits',
      given: rows,
      exportedAt: '2024-03-31',
      query: { variant: 'visitors', from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 3 },
        { start: '2024-02-01', value: 2 },
      ],
      because: 'A, B and C; then D and A again: five in all would be wrong, there are four people.',
    },
    {
      name: 'Paid visits',
      given: rows,
      exportedAt: '2024-03-31',
      query: { variant: 'paid', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 1 }],
      because: 'The first visit of A.',
    },
  ],
});
