import { conversion, count, ratio } from '../../metrics/build.ts';
import { leadCases } from '../definitions/contested_leads.ts';
import { labels, windowDays } from '../definitions/labels.ts';
import { leadsOnly, newLeads, qualifiedAt, wasQualified } from '../definitions/lead.ts';
import { defineKpi } from '../kpi.ts';

const base = { dataset: 'lead', entity: 'id', at: 'created_at' };

const rows = {
  lead: [
    { created_at: '2024-01-05', qualified_at: '2024-01-15', source: 'web' },
    { created_at: '2024-01-08', qualified_at: '2024-04-30', source: 'web' },
    { created_at: '2024-01-10', status: 'qualified', source: 'feria' },
    { created_at: '2024-01-12', status: 'lost', source: 'feria' },
    { created_at: '2024-01-20', status: 'new', source: 'feria' },
    { created_at: '2024-01-20', qualified_at: '2024-01-21', deleted_at: '2024-01-22', source: 'feria' },
    { created_at: '2024-02-05', qualified_at: '2024-02-06', source: 'web' },
  ],
};

export default defineKpi({
  id: 'lead_qualification_rate',
  ref: 'K-026',
  area: 'leads',
  band: 'business',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['sales', 'marketing_effectiveness', 'quality'],
  version: { number: 1, since: '2026-11-21' },
  parameters: { window_days: windowDays(90) },
  variants: {
    default: {
      label: { es: 'Por cohorte, dentro del plazo', en: 'By cohort, within the window' },
      metric: ({ window_days }, settings) =>
        conversion({ base: leadsOnly(settings, base), converted: { same_row: true, at: qualifiedAt(settings) }, window: window_days }),
    },
    ever: {
      label: { es: 'Sin plazo: cualificados alguna vez', en: 'No time limit: ever qualified' },
      metric: (_, settings) =>
        conversion({ base: leadsOnly(settings, base), converted: { same_row: true, where: wasQualified(settings) }, window: null }),
      needs: ['lead.created_at', ['lead.qualified_at', 'lead.status']],
    },
    period: {
      label: labels.period,
      metric: (_, settings) => ratio(count('lead', leadsOnly(settings, { at: qualifiedAt(settings) })), newLeads(settings)),
    },
  },
  defaults: ['default'],
  needs: ['lead.created_at', 'lead.qualified_at'],
  terms: ['lead', 'qualified'],
  drillBy: ['source', 'campaign.name', 'owner.name', 'office'],
  grain: 'month',
  minimumSample: 30,
  guards: ['lead_conversion_rate', 'new_leads'],
  partner: null,
  decomposition: null,
  seed: 'S3 L22; S1#8',
  source: 'Cohort conversion with a window',
  texts: {
    es: {
      name: 'Tasa de calificación de leads',
      question: '¿Qué parte de los leads que entran merece la atención de ventas?',
      definition: 'De los leads creados en el periodo, los que se cualificaron dentro del plazo (90 días si no se cambia).',
      formula: 'Leads del periodo cualificados en plazo / leads creados en el periodo',
      why: 'Mide la puntería de la captación: si la campaña atrae a quien puede comprar o solo a curiosos.',
      rise: 'Vea qué fuente mejora y llévele presupuesto. Si de paso baja la conversión a cliente, el listón de cualificación se ha puesto demasiado bajo.',
      fall: 'Busque la fuente o campaña que lo arrastra; suele ser una sola que trae volumen malo. Si caen todas, revise si ventas o preventa tarda en cualificar.',
      caveats:
        'Un periodo cuyo plazo no ha vencido sale como inmaduro: todavía puede subir. «ever» quita el plazo y acepta cualificados sin fecha; «period» divide lo cualificado entre lo creado en el mismo periodo y puede pasar del 100 %.',
    },
    en: {
      name: 'Lead qualification rate',
      question: 'What share of incoming leads deserves the attention of sales?',
      definition: 'Of the leads created in the period, those that qualified within the window (90 days unless changed).',
      formula: 'Leads of the period qualified in time / leads created in the period',
      why: 'It measures aim: whether campaigns attract people who can buy or mere onlookers.',
      rise: 'Find the source that improved and fund it. If conversion to customer falls at the same time, the bar has been set too low.',
      fall: 'Look for the source or campaign behind it; often a single one brings bad volume. If all fall, see whether qualifying has become slow.',
      caveats:
        'A period whose window is still open is immature: it may yet rise. "ever" drops the window and takes qualified leads without a date; "period" divides what qualified by what was created in the same period and may exceed 100 %.',
    },
  },
  examples: [
    {
      name: 'The cohort of January, with its 90 days',
      given: rows,
      exportedAt: '2024-12-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 0.2, numerator: 1, denominator: 5 },
        { start: '2024-02-01', value: 1, numerator: 1, denominator: 1 },
        { start: '2024-03-01', value: null, numerator: 0, denominator: 0, state: 'no_data' },
      ],
      because:
        'January has 5 live leads. The first qualified after 10 days; the second after 113, too late; the third has no date. 1/5. March has no leads: no rate.',
    },
    {
      name: 'Ever qualified, dated or not',
      given: rows,
      exportedAt: '2024-12-31',
      query: { variant: 'ever', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.6, numerator: 3, denominator: 5 }],
      because: 'Now the late one and the one known only by its status count too.',
    },
    {
      name: 'Qualified in the period over created in the period',
      given: rows,
      exportedAt: '2024-12-31',
      query: { variant: 'period', from: '2024-04-01', to: '2024-04-30', grain: 'month' },
      expect: [{ start: '2024-04-01', value: null, numerator: 1, denominator: 0 }],
      because: 'One qualified in April and none was created: there is nothing to divide by.',
    },
    ...leadCases({
      usual: [{ value: 3 / 7, numerator: 3, denominator: 7 }, 'L1, L2 and L3 within 90 days: 3/7.'],
      reachable: [{ value: 2 / 5, numerator: 2, denominator: 5 }, 'Of L1, L2, L4, L6 and L7, the first two: 2/5.'],
      handed_over: [{ value: 4 / 7, numerator: 4, denominator: 7 }, 'L1, L3, L4 and L6: 4/7.'],
      accepted: [{ value: 2 / 7, numerator: 2, denominator: 7 }, 'L1 and L3: 2/7.'],
    }),
  ],
});
