import { average, count, proportion } from '../../metrics/build.ts';
import { compare, type Expression, field, isKnown } from '../../metrics/expression.ts';
import type { Settings } from '../../model/settings.ts';
import { leadCases } from '../definitions/contested_leads.ts';
import { leadsOnly } from '../definitions/lead.ts';
import { defineKpi, type Need, type WorkedExample } from '../kpi.ts';

const entered = (settings: Settings, where?: Expression) => leadsOnly(settings, { at: 'created_at', ...(where ? { where } : {}) }, 'lead.');
const atLeast = (touches: number) => compare(field('touches'), '>=', touches);

const needs: readonly Need[] = ['lead.created_at', ['activity.lead_id', 'campaign_message.lead_id']];

const touch = { purpose: 'nurturing', type: 'email', direction: 'out' };
const given: WorkedExample['given'] = {
  lead: [
    { id: '1', created_at: '2024-01-05', converted_at: '2024-02-10', source: 'Web' },
    { id: '2', created_at: '2024-01-06', lost_at: '2024-01-20', source: 'Web' },
    { id: '3', created_at: '2024-01-07', source: 'Feria' },
    { id: '4', created_at: '2024-01-08', source: 'Feria' },
    { id: '5', created_at: '2024-01-08', is_test: true, source: 'Feria' },
  ],
  activity: [
    { ...touch, lead_id: '1', occurred_at: '2024-01-20' },
    { ...touch, lead_id: '1', occurred_at: '2024-03-01' },
    { ...touch, lead_id: '1', occurred_at: '2024-01-21', purpose: 'sales' },
    { ...touch, lead_id: '1', occurred_at: '2024-01-22', direction: 'in' },
    { ...touch, lead_id: '2', occurred_at: '2024-01-10' },
    { ...touch, lead_id: '3', occurred_at: '2024-01-10' },
    { ...touch, lead_id: '3', occurred_at: '2024-02-10' },
    { ...touch, lead_id: '5', occurred_at: '2024-01-10' },
  ],
  campaign_message: [
    { lead_id: '1', sent_at: '2024-01-12' },
    { lead_id: '1', sent_at: '2024-01-19' },
    { lead_id: '2', sent_at: '2024-01-12' },
    { lead_id: '2', sent_at: '2024-01-25' },
    { lead_id: '3', sent_at: '2024-01-12' },
    { lead_id: '4', sent_at: '2024-01-12', bounced_at: '2024-01-12' },
  ],
};
const january = { from: '2024-01-01', to: '2024-01-31', grain: 'month' } as const;

export default defineKpi({
  id: 'nurturing_tool_use',
  ref: 'K-122',
  area: 'adoption',
  band: 'adoption',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['sales', 'marketing', 'work_effectiveness'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    min_touches: {
      default: 3,
      name: { es: 'Contactos de nurturing que hacen falta', en: 'Nurturing touches it takes' },
      between: [1, 50],
    },
    settle_days: {
      default: 30,
      name: { es: 'Días que se espera antes de juzgar un lead', en: 'Days to wait before judging a lead' },
      between: [0, 365],
    },
  },
  variants: {
    default: {
      label: { es: 'Leads con los contactos necesarios antes de decidirse', en: 'Leads with enough touches before they decide' },
      metric: ({ min_touches, settle_days }, settings) => ({
        ...proportion('lead_nurturing', { ...entered(settings), part: atLeast(min_touches) }),
        settles_in: settle_days,
      }),
    },
    any: {
      label: { es: 'Leads con algún contacto', en: 'Leads with any touch' },
      metric: ({ settle_days }, settings) => ({
        ...proportion('lead_nurturing', { ...entered(settings), part: atLeast(1) }),
        settles_in: settle_days,
      }),
    },
    decided: {
      label: { es: 'Solo leads ya decididos', en: 'Only leads that decided' },
      metric: ({ min_touches }, settings) =>
        proportion('lead_nurturing', { ...entered(settings, isKnown('decided_at')), part: atLeast(min_touches) }),
      needs: [...needs, ['lead.converted_at', 'lead.lost_at']],
    },
    mean: {
      label: { es: 'Contactos por lead', en: 'Touches per lead' },
      metric: (_, settings) => average('lead_nurturing', field('touches'), entered(settings)),
      unit: 'ratio',
    },
    leads: {
      label: { es: 'Número de leads trabajados', en: 'Number of leads worked' },
      metric: ({ min_touches }, settings) => count('lead_nurturing', entered(settings, atLeast(min_touches))),
      unit: 'count',
    },
  },
  defaults: ['default'],
  needs,
  terms: ['lead'],
  drillBy: ['owner.name', 'source', 'campaign.name', 'office', 'owner.team'],
  grain: 'month',
  minimumSample: 30,
  guards: ['lead_conversion_rate', 'lead_qualification_rate'],
  partner: null,
  decomposition: null,
  seed: 'S0 L33',
  source: 'Share of leads given a minimum of nurturing before they decide',
  texts: {
    es: {
      name: 'Uso efectivo del CRM para nurturing',
      question: '¿Se está trabajando a los leads con el CRM antes de que decidan?',
      definition:
        'De los leads creados en el periodo, los que recibieron al menos tres contactos de maduración (actividades de nurturing o mensajes de campaña que llegaron) antes de convertirse o perderse. Lo que se hace después no cuenta.',
      formula: 'Leads con tres contactos o más antes de decidirse / leads creados',
      why: 'Una herramienta pagada y sin usar no madura a nadie. Dice si el equipo la aprovecha de verdad y no solo si entra en ella.',
      rise: 'Compruebe que sube también la conversión: más contactos sin más ventas es insistir. Compare la conversión de los leads trabajados con la de los demás.',
      fall: 'Ábralo por persona y por fuente: suele ser una serie automática que dejó de enviarse o alguien desbordado. Si los leads deciden antes de recibir tres contactos, quizá basten menos.',
      caveats:
        'El texto de origen pregunta si las herramientas se usan «de manera efectiva» sin decir cuánto es eso: tres contactos es un parámetro, y «any» pide solo uno. Los leads recientes aún no han tenido tiempo, por eso el último mes sale inmaduro. Solo cuenta lo que se anota en el lead: los correos enviados fuera del CRM no existen.',
    },
    en: {
      name: 'Effective nurturing use',
      question: 'Are leads being worked with the CRM before they decide?',
      definition:
        'Of the leads created in the period, those given at least three nurturing touches (nurturing activities or campaign messages that arrived) before they converted or were lost. What is done later does not count.',
      formula: 'Leads with three or more touches before deciding / leads created',
      why: 'A tool paid for and left unused nurtures nobody. This tells whether the team makes real use of it, not merely whether they log in.',
      rise: 'Make sure conversion rises as well: more touches without more sales is pestering. Compare the conversion of leads worked with that of the others.',
      fall: 'Split by person and by source: mostly an automatic series that stopped, or somebody swamped. If leads decide before getting three touches, fewer may do.',
      caveats:
        'The source text asks whether tools are used "effectively" without saying how much that is: three touches is a parameter, and "any" asks for one. Recent leads have not had the time, so that the last month is immature. Only what is recorded on the lead counts: emails sent outside the CRM do not exist.',
    },
  },
  examples: [
    {
      name: 'Three touches before the decision',
      given,
      exportedAt: '2024-04-30',
      query: { ...january, to: '2024-02-29' },
      expect: [
        { start: '2024-01-01', value: 0.5, numerator: 2, denominator: 4 },
        { start: '2024-02-01', value: null, state: 'no_data' },
      ],
      because:
        'Lead 1: one activity and two messages before 10 February (later, sales and incoming ones are out). Lead 2: two before it was lost. Lead 3, still open: three. Lead 4: the message bounced. 2/4; the test is out.',
    },
    {
      name: 'One is enough',
      given,
      exportedAt: '2024-04-30',
      query: { ...january, variant: 'any' },
      expect: [{ start: '2024-01-01', value: 0.75, numerator: 3, denominator: 4 }],
      because: 'Leads 1, 2 and 3.',
    },
    {
      name: 'Only those that decided',
      given,
      exportedAt: '2024-04-30',
      query: { ...january, variant: 'decided' },
      expect: [{ start: '2024-01-01', value: 0.5, numerator: 1, denominator: 2 }],
      because: 'Leads 1 (three touches) and 2 (two).',
    },
    {
      name: 'Touches per lead, by source',
      given,
      exportedAt: '2024-04-30',
      query: { ...january, variant: 'mean', by: ['source'] },
      expect: [
        { start: '2024-01-01', group: { source: 'Web' }, value: 2.5, numerator: 5, denominator: 2 },
        { start: '2024-01-01', group: { source: 'Feria' }, value: 1.5, numerator: 3, denominator: 2 },
      ],
      because: 'Web: 3 + 2 of two leads. Feria: 3 + 0.',
    },
    {
      name: 'Leads of the last days are still to be worked',
      given,
      exportedAt: '2024-02-15',
      query: january,
      expect: [{ start: '2024-01-01', value: 0.5, state: 'immature' }],
      because: 'On 15 February the leads of 31 January have had 15 of 30 days.',
    },
    {
      name: 'How many leads',
      given,
      exportedAt: '2024-04-30',
      query: { ...january, variant: 'leads' },
      expect: [{ start: '2024-01-01', value: 2 }],
      because: 'Leads 1 and 3.',
    },
    ...leadCases(
      {
        usual: [{ value: 5 / 7, numerator: 5, denominator: 7 }, 'L1, L2, L3, L4 and L6 had a message: 5/7.'],
        reachable: [{ value: 4 / 5, numerator: 4, denominator: 5 }, 'Of L1, L2, L4, L6 and L7, all but L7: 4/5.'],
      },
      { query: { variant: 'any' } },
    ),
  ],
});
