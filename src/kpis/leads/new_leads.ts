import { not } from '../../metrics/expression.ts';
import { leadCases } from '../definitions/contested_leads.ts';
import { labels } from '../definitions/labels.ts';
import { isProspect, newLeads } from '../definitions/lead.ts';
import { defineKpi } from '../kpi.ts';

const needs = ['lead.created_at'];
const qualifiedNeeds = ['lead.created_at', ['lead.qualified_at', 'lead.status']];

const january = {
  lead: [
    { created_at: '2024-01-01', office: 'Madrid', status: 'new' },
    { created_at: '2024-01-03T10:00:00Z', office: 'Madrid', status: 'qualified' },
    { created_at: '2024-01-07T23:30:00Z', office: 'Madrid', qualified_at: '2024-01-20', status: 'lost' },
    { created_at: '2024-01-09', office: 'Sevilla', status: 'working' },
    { created_at: '2024-01-10', office: 'Sevilla', status: 'new', is_test: true },
    { created_at: '2024-01-10', office: 'Sevilla', status: 'new', deleted_at: '2024-01-11', delete_kind: 'merged' },
  ],
};

export default defineKpi({
  id: 'new_leads',
  ref: 'K-024',
  area: 'leads',
  band: 'business',
  direction: 'up',
  timing: 'leading',
  nature: 'activity',
  unit: 'count',
  tags: ['sales', 'marketing_effectiveness', 'digital_marketing', 'customer_value', 'cost'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: { label: labels.standard, metric: (_, settings) => newLeads(settings) },
    qualified: {
      label: { es: 'Solo prospectos: los que se han cualificado', en: 'Prospects only: those that came to qualify' },
      metric: (_, settings) => newLeads(settings, { where: isProspect(settings) }),
      needs: qualifiedNeeds,
    },
    unqualified: {
      label: { es: 'Solo los que no son prospectos: sin cualificar', en: 'Those that are no prospects: never qualified' },
      metric: (_, settings) => newLeads(settings, { where: not(isProspect(settings)) }),
      needs: qualifiedNeeds,
    },
  },
  defaults: ['default'],
  needs,
  terms: ['lead', 'prospect', 'qualified'],
  drillBy: ['source', 'campaign.name', 'office', 'owner.name', 'status'],
  grain: 'week',
  minimumSample: 1,
  guards: ['lead_qualification_rate', 'cpl'],
  partner: 'qualified_leads',
  decomposition: null,
  seed: 'S1#8; S3 L12; S4 L28',
  source: 'Someka, "26 most important CRM KPIs" #8 (lead against prospect)',
  texts: {
    es: {
      name: 'Nuevos clientes potenciales (leads)',
      question: '¿Cuántos leads nuevos han entrado?',
      definition:
        'Registros de lead creados en el periodo, cualificados o no. Los fusionados con otro, los borrados y los de prueba no cuentan.',
      formula: 'Número de leads por fecha de creación',
      why: 'Es la boca del embudo: lo que entra hoy es lo que se podrá vender dentro de un ciclo de ventas.',
      rise: 'Antes de celebrarlo, mire cuántos se cualifican y qué campaña los trae: una avalancha de leads malos cuesta horas de ventas. Si la calidad aguanta, refuerce esa fuente.',
      fall: 'Ábralo por fuente, campaña y oficina. Una caída en una sola fuente suele ser un anuncio parado o un formulario roto; en todas, estacionalidad o menos inversión.',
      caveats:
        'El texto de origen, mal traducido, llama «cliente potencial» tanto al lead (aún sin cualificar) como al prospecto (ya cualificado). Aquí cuentan todos; «qualified» y «unqualified» los separan, y se mueven hacia atrás cuando un lead antiguo se cualifica.',
    },
    en: {
      name: 'New leads',
      question: 'How many new leads came in?',
      definition: 'Lead records created in the period, qualified or not. Merged, deleted and test records do not count.',
      formula: 'Number of leads by date of creation',
      why: 'The mouth of the funnel: what enters today is what can be sold one sales cycle from now.',
      rise: 'Before cheering, see how many qualify and which campaign brings them: a flood of bad leads costs sales time. If quality holds, feed that source.',
      fall: 'Split by source, campaign and office. One source down is usually a stopped ad or a broken form; all of them, the season or less spending.',
      caveats:
        'A mistranslation in the source text gives leads (not yet qualified) and prospects (qualified) the same name. All count here; "qualified" and "unqualified" tell them apart, and past values move when an old lead qualifies.',
    },
  },
  examples: [
    {
      name: 'Leads a week and office',
      given: january,
      exportedAt: '2024-01-21',
      query: { from: '2024-01-01', to: '2024-01-21', grain: 'week', by: ['office'] },
      expect: [
        { start: '2024-01-01', group: { office: 'Madrid' }, value: 2 },
        { start: '2024-01-08', group: { office: 'Madrid' }, value: 1 },
        { start: '2024-01-15', group: { office: 'Madrid' }, value: 0 },
        { start: '2024-01-01', group: { office: 'Sevilla' }, value: 0 },
        { start: '2024-01-08', group: { office: 'Sevilla' }, value: 1 },
        { start: '2024-01-15', group: { office: 'Sevilla' }, value: 0 },
      ],
      because:
        'Sunday 7 January 23:30 UTC is Monday the 8th in Madrid, hence the second week. The test and the merged lead of Sevilla do not count. Weeks without leads are 0.',
    },
    {
      name: 'Leads that came to qualify',
      given: january,
      exportedAt: '2024-01-31',
      query: { variant: 'qualified', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 2 }],
      because: 'One by its status, one by its date although lost later; the other two never qualified.',
    },
    {
      name: 'Leads that did not',
      given: january,
      exportedAt: '2024-01-31',
      query: { variant: 'unqualified', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 2 }],
      because: '4 leads less the 2 that qualified.',
    },
    ...leadCases({
      usual: [{ value: 7 }, 'L1 to L7.'],
      reachable: [{ value: 5 }, 'L3 and L5 have neither: 7 − 2.'],
    }),
    ...leadCases(
      {
        usual: [{ value: 4 }, 'L1, L2 and L3 by their dates, L7 as it converted.'],
        any_lead: [{ value: 7 }, 'All seven are prospects.'],
        handed_over: [{ value: 5 }, 'L1, L3, L4 and L6 were handed over; L7 converted.'],
        accepted: [{ value: 3 }, 'L1 and L3 were accepted; L7 converted.'],
      },
      { query: { variant: 'qualified' } },
    ),
    ...leadCases(
      {
        usual: [{ value: 3 }, '7 less the four prospects.'],
        any_lead: [{ value: 0 }, 'All are prospects: none is left.'],
      },
      { query: { variant: 'unqualified' } },
    ),
  ],
});
