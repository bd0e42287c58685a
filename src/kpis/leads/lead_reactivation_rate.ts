import { conversion } from '../../metrics/build.ts';
import { all, any, compare, day, is } from '../../metrics/expression.ts';
import { leadCases } from '../definitions/contested_leads.ts';
import { windowDays } from '../definitions/labels.ts';
import { leadsOnly } from '../definitions/lead.ts';
import { defineKpi } from '../kpi.ts';

const lostLeads = { dataset: 'lead', entity: 'id', at: 'lost_at' };
/** Reopened after the loss on record; an earlier reopening belongs to an earlier loss. */
const reopened = compare(day('reopened_at'), '>=', day('lost_at'));
const sinceReopened = (field: string) => compare(day(field), '>=', day('reopened_at'));
const advanced = any(
  sinceReopened('qualified_at'),
  sinceReopened('handed_over_at'),
  sinceReopened('accepted_at'),
  sinceReopened('converted_at'),
);

const rows = {
  lead: [
    { lost_at: '2024-01-10', reopened_at: '2024-03-10', qualified_at: '2024-03-12', source: 'Web' },
    { lost_at: '2024-01-11', reopened_at: '2024-03-11', qualified_at: '2024-01-05', source: 'Web' },
    { lost_at: '2024-01-12', reopened_at: '2024-09-01', converted_at: '2024-09-05', source: 'Web' },
    { lost_at: '2024-01-13', source: 'Feria' },
    { lost_at: '2024-01-14', reopened_at: '2023-11-01', converted_at: '2023-11-20', source: 'Feria' },
    { lost_at: '2024-01-15', reopened_at: '2024-02-01', converted_at: '2024-02-02', is_test: true },
  ],
};

export default defineKpi({
  id: 'lead_reactivation_rate',
  ref: 'K-037',
  area: 'leads',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['sales', 'customer_relationship', 'work_effectiveness'],
  version: { number: 1, since: '2026-11-21' },
  parameters: { window_days: windowDays(180) },
  variants: {
    default: {
      label: { es: 'Leads reabiertos que avanzan', en: 'Leads reopened that advance' },
      metric: ({ window_days }, settings) =>
        conversion({
          base: leadsOnly(settings, lostLeads),
          converted: { same_row: true, at: 'reopened_at', where: all(reopened, advanced) },
          window: window_days,
        }),
      needs: ['lead.lost_at', 'lead.reopened_at', ['lead.qualified_at', 'lead.converted_at', 'lead.accepted_at', 'lead.handed_over_at']],
    },
    reopened: {
      label: { es: 'Leads reabiertos, avancen o no', en: 'Leads reopened, advancing or not' },
      metric: ({ window_days }, settings) =>
        conversion({
          base: leadsOnly(settings, lostLeads),
          converted: { same_row: true, at: 'reopened_at', where: reopened },
          window: window_days,
        }),
    },
    opportunities: {
      label: { es: 'Oportunidades perdidas con una nueva detrás', en: 'Lost deals followed by a new one' },
      metric: ({ window_days }) =>
        conversion({
          base: { dataset: 'opportunity', entity: 'id', at: 'closed_at', where: is('status', 'lost') },
          converted: { same_row: false, dataset: 'opportunity', entity: 'parent_id', at: 'created_at' },
          window: window_days,
        }),
      needs: ['opportunity.status', 'opportunity.closed_at', 'opportunity.parent_id', 'opportunity.created_at'],
    },
  },
  defaults: ['default'],
  needs: ['lead.lost_at', 'lead.reopened_at'],
  terms: ['lead'],
  drillBy: ['lost_reason', 'source', 'owner.name', 'campaign.name', 'office'],
  grain: 'quarter',
  minimumSample: 30,
  guards: ['lead_conversion_rate', 'unconverted_leads'],
  partner: null,
  decomposition: null,
  seed: 'S3 L33',
  source: 'Cohort conversion of lost leads with a window',
  texts: {
    es: {
      name: 'Tasa de reactivación',
      question: '¿Cuántos de los leads perdidos vuelven a la vida?',
      definition:
        'De los leads perdidos en el periodo, los que se reabrieron dentro del plazo (180 días si no se cambia) y después avanzaron: se cualificaron, pasaron a ventas o se convirtieron.',
      formula: 'Leads perdidos en el periodo, reabiertos en plazo y que avanzan / leads perdidos en el periodo',
      why: 'Recuperar a quien ya nos conoce cuesta menos que captar a un desconocido. Mide si el seguimiento de los perdidos existe de verdad.',
      rise: 'Vea por motivo de pérdida cuáles vuelven y cuándo, y adelante ese contacto. Compruebe que acaban comprando y que no se pierden dos veces.',
      fall: 'Averigüe si nadie los llama o si se llama y no responden. Ponga fecha y responsable al segundo intento según el motivo: precio, producto, presupuesto, persona.',
      caveats:
        'El texto de origen habla de volver a implicar al cliente potencial cuando cambia su situación; el plazo y el exigir que avance son decisiones nuestras: «reopened» se conforma con la reapertura. Los periodos recientes salen inmaduros. Si el CRM crea un lead nuevo en vez de reabrir, aquí no se ve; en oportunidades se sigue la que figura como origen.',
    },
    en: {
      name: 'Re-engagement rate',
      question: 'How many of the leads we lost come back to life?',
      definition:
        'Of the leads lost in the period, those reopened within the window (180 days unless changed) which then advanced: they qualified, went to sales or converted.',
      formula: 'Leads lost in the period, reopened in time and advancing / leads lost in the period',
      why: 'Winning back someone who knows you costs less than finding a stranger. It tells whether lost leads are followed up at all.',
      rise: 'See by lost reason which return and when, and make that contact sooner. Make sure they end up buying and are not lost twice.',
      fall: 'Does nobody call them, or do they not answer? Give the second attempt a date and an owner by reason: price, product, budget, person.',
      caveats:
        'The source text speaks of engaging the prospect again when things change; the window and the demand that it advances are our decisions: "reopened" is content with the reopening. Recent periods are immature. If the CRM makes a new lead instead of reopening, it is not seen here; for deals we follow the one named as parent.',
    },
  },
  examples: [
    {
      name: 'Reopened in time and advanced',
      given: rows,
      exportedAt: '2024-12-31',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 0.2, numerator: 1, denominator: 5 },
        { start: '2024-02-01', value: null, state: 'no_data' },
      ],
      because:
        'Five live losses. One came back after 60 days and qualified; one came back and stood still; one after 233 days, too late; one never; one had been reopened before this loss. 1/5.',
    },
    {
      name: 'Reopened is enough',
      given: rows,
      exportedAt: '2024-12-31',
      query: { variant: 'reopened', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.4, numerator: 2, denominator: 5 }],
      because: 'The one that stood still counts too: 2/5.',
    },
    {
      name: 'Before the window is over the cohort is immature',
      given: rows,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.2, state: 'immature' }],
      because: 'On 31 March the losses of January have had 60 of their 180 days.',
    },
    {
      name: 'Lost deals followed by another',
      given: {
        opportunity: [
          { id: 'o1', created_at: '2023-11-01', closed_at: '2024-01-10', status: 'lost' },
          { id: 'o2', created_at: '2023-11-01', closed_at: '2024-01-20', status: 'lost' },
          { id: 'o3', created_at: '2024-04-01', status: 'open', parent_id: 'o1' },
          { id: 'o4', created_at: '2023-11-01', closed_at: '2024-01-20', status: 'won' },
          { id: 'o5', created_at: '2024-04-01', status: 'open', parent_id: 'o4' },
        ],
      },
      exportedAt: '2024-12-31',
      query: { variant: 'opportunities', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.5, numerator: 1, denominator: 2 }],
      because: 'Of two lost deals one was followed by a new one after 82 days. That after a won deal is not a re-engagement.',
    },
    ...leadCases({
      usual: [{ value: 1 / 3, numerator: 1, denominator: 3 }, 'Of L5, L6 and L7, L7 came back and converted.'],
      reachable: [{ value: 1 / 2, numerator: 1, denominator: 2 }, 'Of L6 and L7, L7.'],
    }),
  ],
});
