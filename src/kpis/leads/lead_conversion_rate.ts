import { conversion, count, ratio } from '../../metrics/build.ts';
import type { Settings } from '../../model/settings.ts';
import { leadCases } from '../definitions/contested_leads.ts';
import { labels, windowDays } from '../definitions/labels.ts';
import { convertible, newLeads } from '../definitions/lead.ts';
import { defineKpi } from '../kpi.ts';

/** Leads of the cohort that convert within a number of days, or ever. */
const ofCohort = (settings: Settings, window: number | null) => {
  const { dataset, entity, convertedAt, wasConverted, rows } = convertible(settings);
  return conversion({
    base: rows({ dataset, entity, at: 'created_at' }),
    converted: window === null ? { same_row: true, where: wasConverted } : { same_row: true, at: convertedAt },
    window,
  });
};

const rows = {
  lead: [
    { created_at: '2024-01-05', converted_at: '2024-01-15', status: 'converted', source: 'web' },
    { created_at: '2024-01-10', converted_at: '2024-04-19', status: 'converted', source: 'web' },
    { created_at: '2024-01-12', status: 'converted', source: 'feria' },
    { created_at: '2024-01-20', status: 'working', source: 'feria' },
    { created_at: '2024-01-20', converted_at: '2024-01-21', status: 'converted', is_test: true, source: 'feria' },
    { created_at: '2024-04-02', converted_at: '2024-04-12', status: 'converted', source: 'web' },
    { created_at: '2024-05-20', status: 'new', source: 'web' },
    { created_at: '2024-05-21', converted_at: '2024-05-25', status: 'converted', source: 'web' },
  ],
};

export default defineKpi({
  id: 'lead_conversion_rate',
  ref: 'K-031',
  area: 'leads',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['sales', 'marketing_effectiveness', 'business_performance'],
  version: { number: 1, since: '2026-11-21' },
  parameters: { window_days: windowDays(90) },
  variants: {
    default: {
      label: { es: 'Por cohorte, dentro del plazo', en: 'By cohort, within the window' },
      metric: ({ window_days }, settings) => ofCohort(settings, window_days),
    },
    ever: {
      label: labels.ever,
      metric: (_, settings) => ofCohort(settings, null),
      needs: ['lead.created_at', ['lead.converted_at', 'lead.status']],
    },
    period: {
      label: labels.period,
      metric: (_, settings) => {
        const { dataset, convertedAt, rows } = convertible(settings);
        return ratio(count(dataset, rows({ at: convertedAt })), newLeads(settings));
      },
    },
  },
  defaults: ['default'],
  needs: ['lead.created_at', 'lead.converted_at'],
  terms: ['lead', 'converted'],
  drillBy: ['source', 'campaign.name', 'owner.name', 'office'],
  grain: 'month',
  minimumSample: 30,
  guards: ['avg_opportunity_value', 'new_leads'],
  partner: null,
  decomposition: null,
  seed: 'S2 L14,L33; S1#8; S0 L33',
  source: 'Cohort conversion with a window',
  texts: {
    es: {
      name: 'Tasa de conversión de leads',
      question: '¿Qué parte de los leads acaba siendo cliente?',
      definition:
        'De los leads creados en el periodo, los que se convirtieron dentro del plazo (90 días si no se cambia). Cada lead cuenta en el mes en que entró, no en el que se convirtió.',
      formula: 'Leads del periodo convertidos en plazo / leads creados en el periodo',
      why: 'Une marketing y ventas en una cifra: lo que se paga por captar solo vale por la parte que acaba comprando.',
      rise: 'Averigüe si mejora la calidad de lo que entra o el trabajo de ventas: ábralo por fuente y por persona. Con conversión alta y valor medio bajo, ajuste la estrategia de ventas.',
      fall: 'Busque primero una fuente o campaña que traiga volumen malo. Si caen todas, mire el tiempo hasta el primer contacto y la carga del equipo.',
      caveats:
        'Los periodos recientes salen inmaduros hasta que vence el plazo: no los lea como caídas. «ever» no pone plazo y acepta convertidos sin fecha; «period» divide conversiones entre altas del mismo periodo, mezcla cohortes y puede pasar del 100 %. En algunos CRM «convertido» significa pasar a oportunidad, no pagar.',
    },
    en: {
      name: 'Lead-to-customer conversion rate',
      question: 'What share of leads ends up a customer?',
      definition:
        'Of the leads created in the period, those converted within the window (90 days unless changed). A lead counts in the month it came in, not in the month it converted.',
      formula: 'Leads of the period converted in time / leads created in the period',
      why: 'Marketing and sales in one figure: what acquisition costs is worth only the part that ends up buying.',
      rise: 'Is it better leads or better selling? Split by source and by person. With high conversion and low average value, adjust the sales strategy.',
      fall: 'First look for a source or campaign that brings bad volume. If all fall, look at the time to first contact and the team’s load.',
      caveats:
        'Recent periods are immature until their window closes: do not read them as a fall. "ever" has no window and takes conversions without a date; "period" divides conversions by arrivals of the same period, mixes cohorts and may exceed 100 %. In some CRMs "converted" means turned into a deal, not paid.',
    },
  },
  examples: [
    {
      name: 'Each lead in the month it came in, with 90 days to convert',
      given: rows,
      exportedAt: '2024-09-30',
      query: { from: '2024-01-01', to: '2024-05-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 0.25, numerator: 1, denominator: 4 },
        { start: '2024-02-01', value: null, numerator: 0, denominator: 0, state: 'no_data' },
        { start: '2024-03-01', value: null, numerator: 0, denominator: 0, state: 'no_data' },
        { start: '2024-04-01', value: 1, numerator: 1, denominator: 1 },
        { start: '2024-05-01', value: 0.5, numerator: 1, denominator: 2 },
      ],
      because:
        'January: 4 live leads; one converted after 10 days, one after 100 (too late), one without a date, one not. 1/4. No leads in February and March.',
    },
    {
      name: 'Ever converted, dated or not',
      given: rows,
      exportedAt: '2024-09-30',
      query: { variant: 'ever', from: '2024-01-01', to: '2024-01-31', grain: 'month', by: ['source'] },
      expect: [
        { start: '2024-01-01', group: { source: 'web' }, value: 1, numerator: 2, denominator: 2 },
        { start: '2024-01-01', group: { source: 'feria' }, value: 0.5, numerator: 1, denominator: 2 },
      ],
      because: 'The late one counts now, and so does the one whose date nobody wrote down.',
    },
    {
      name: 'The period variant mixes cohorts and can exceed 1',
      given: rows,
      exportedAt: '2024-09-30',
      query: { variant: 'period', from: '2024-04-01', to: '2024-04-30', grain: 'month' },
      expect: [{ start: '2024-04-01', value: 2, numerator: 2, denominator: 1 }],
      because: 'Two leads converted in April (one of January’s), one was created: 200 %.',
    },
    {
      name: 'A cohort without its 90 days is immature, not bad',
      given: rows,
      exportedAt: '2024-06-30',
      query: { from: '2024-05-01', to: '2024-05-31', grain: 'month' },
      expect: [{ start: '2024-05-01', value: 0.5, numerator: 1, denominator: 2, state: 'immature' }],
      because: 'On 30 June the leads of 31 May have had 30 of their 90 days.',
    },
    ...leadCases({
      usual: [{ value: 3 / 7, numerator: 3, denominator: 7 }, 'L1, L3 and L7 within 90 days: 3/7.'],
      reachable: [{ value: 2 / 5, numerator: 2, denominator: 5 }, 'Of L1, L2, L4, L6 and L7, L1 and L7: 2/5.'],
      first_paid_order: [
        { value: 1 / 7, numerator: 1, denominator: 7 },
        'Of the accounts that L1, L3 and L7 became, only L1’s has ordered: 1/7.',
      ],
    }),
    ...leadCases(
      {
        usual: [{ value: 2 / 7 }, 'L1 and L3 converted in January; seven were created.'],
        first_paid_order: [{ value: 0 }, 'The only first order is of February: 0/7.'],
      },
      { query: { variant: 'period' } },
    ),
  ],
});
