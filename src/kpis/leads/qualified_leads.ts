import { count } from '../../metrics/build.ts';
import { isKnown } from '../../metrics/expression.ts';
import { leadCases } from '../definitions/contested_leads.ts';
import { leadsOnly, qualifiedAt } from '../definitions/lead.ts';
import { defineKpi } from '../kpi.ts';

const rows = {
  lead: [
    { created_at: '2024-01-02', qualified_at: '2024-01-10', handed_over_at: '2024-01-12', accepted_at: '2024-01-13' },
    { created_at: '2024-01-02', qualified_at: '2024-01-30', handed_over_at: '2024-02-02' },
    { created_at: '2024-01-03', qualified_at: '2024-01-20' },
    { created_at: '2024-01-04', handed_over_at: '2024-01-15' },
    { created_at: '2024-01-05', status: 'qualified' },
    { created_at: '2024-01-05', qualified_at: '2024-01-08', handed_over_at: '2024-01-09', is_test: true },
  ],
};

export default defineKpi({
  id: 'qualified_leads',
  ref: 'K-025',
  area: 'leads',
  band: 'business',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'count',
  tags: ['sales', 'marketing', 'marketing_effectiveness', 'quality'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: {
      label: { es: 'Cualificados y entregados a ventas', en: 'Qualified and handed to sales' },
      metric: (_, settings) => count('lead', leadsOnly(settings, { at: 'handed_over_at', where: isKnown(qualifiedAt(settings)) })),
    },
    qualified: {
      label: { es: 'Cualificados, por fecha de cualificación', en: 'Qualified, by date of qualification' },
      metric: (_, settings) => count('lead', leadsOnly(settings, { at: qualifiedAt(settings) })),
      needs: ['lead.qualified_at'],
    },
    accepted: {
      label: { es: 'Aceptados por ventas', en: 'Accepted by sales' },
      metric: (_, settings) => count('lead', leadsOnly(settings, { at: 'accepted_at', where: isKnown(qualifiedAt(settings)) })),
      needs: ['lead.qualified_at', 'lead.accepted_at'],
    },
  },
  defaults: ['default'],
  needs: ['lead.qualified_at', 'lead.handed_over_at'],
  terms: ['lead', 'qualified'],
  drillBy: ['source', 'campaign.name', 'owner.name', 'office'],
  grain: 'month',
  minimumSample: 1,
  guards: ['lead_conversion_rate'],
  partner: 'new_leads',
  decomposition: null,
  seed: 'S3 L22; S1#8',
  source: 'Sales-qualified leads handed over',
  texts: {
    es: {
      name: 'Clientes potenciales calificados enviados a ventas',
      question: '¿Cuántos leads buenos ha recibido ventas?',
      definition:
        'Leads cualificados que se entregaron a ventas en el periodo, por la fecha de entrega. Hace falta constancia de las dos cosas: un estado «cualificado» sin fecha no basta.',
      formula: 'Número de leads con cualificación, por fecha de entrega a ventas',
      why: 'Cambia la conversación de cuántos leads se generan a cuántos sirven. Es el punto de encuentro entre marketing y ventas.',
      rise: 'Compruebe que ventas los atiende a tiempo y que la conversión no baja: si baja, se ha relajado el criterio para cualificar.',
      fall: 'Mire si entran menos leads o si se cualifican menos. En el primer caso es un problema de captación; en el segundo, de público o de seguimiento.',
      caveats:
        'Es la cara de progreso de «nuevos leads». El criterio de cualificación es de cada empresa: si lo cambia, la serie salta. Si no registra la entrega, la variante «qualified» cuenta por fecha de cualificación.',
    },
    en: {
      name: 'Qualified leads sent to sales',
      question: 'How many good leads did sales receive?',
      definition:
        'Qualified leads handed to sales in the period, by the date of the handover. Both must be on record: a status of "qualified" without a date is not enough.',
      formula: 'Number of leads with a qualification, by date of handover',
      why: 'It moves the talk from how many leads are made to how many are of use. This is where marketing and sales meet.',
      rise: 'See that sales follows up in time and that conversion holds: if it drops, the bar for qualifying has been lowered.',
      fall: 'Either fewer leads come in or fewer qualify. The first is a matter of acquisition, the second of audience or follow-up.',
      caveats:
        'The progress side of "new leads". Every company sets its own bar; moving it makes the series jump. If handovers are not recorded, the variant "qualified" counts by date of qualification.',
    },
  },
  examples: [
    {
      name: 'Qualified and handed over, by the day of the handover',
      given: rows,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 1 },
        { start: '2024-02-01', value: 1 },
        { start: '2024-03-01', value: 0, state: 'zero' },
      ],
      because:
        'The first in January, the second in February. Not handed over, never qualified, qualified by status only, and test: not counted.',
    },
    {
      name: 'By the day of qualification',
      given: rows,
      exportedAt: '2024-01-31',
      query: { variant: 'qualified', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 3 }],
      because: 'Qualified on 10, 20 and 30 January, handed over or not.',
    },
    {
      name: 'Accepted by sales',
      given: rows,
      exportedAt: '2024-01-31',
      query: { variant: 'accepted', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 1 }],
      because: 'Only the first has an acceptance.',
    },
    ...leadCases({
      usual: [{ value: 2 }, 'Handed over in January with a date of qualification: L1 and L3.'],
      reachable: [{ value: 1 }, 'L3 cannot be reached: L1.'],
      handed_over: [{ value: 4 }, 'Handed over in January: L1, L3, L4, L6.'],
    }),
    ...leadCases(
      {
        usual: [{ value: 3 }, 'Qualified in January: L1, L2, L3.'],
        accepted: [{ value: 1 }, 'Accepted in January: L3.'],
      },
      { query: { variant: 'qualified' } },
    ),
  ],
});
