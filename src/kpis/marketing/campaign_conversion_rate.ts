import type { ComputedInput, ComputedMetric, ComputedResult } from '../../metrics/metric.ts';
import { wilson } from '../../metrics/result/interval.ts';
import type { Settings } from '../../model/settings.ts';
import { goalParameter, reachedGoal, wasReached } from '../definitions/campaign.ts';
import { leadCases } from '../definitions/contested_leads.ts';
import { windowDays } from '../definitions/labels.ts';
import { defineKpi, type Need } from '../kpi.ts';

const messages = { dataset: 'campaign_message', at: 'sent_at', where: wasReached };
const touches = { dataset: 'touch', at: 'occurred_at' };

/** Leads and contacts are different people: their counts add up. */
const together = ({ cells }: ComputedInput): ComputedResult => {
  const sumOf = (part: 'numerator' | 'denominator') => (cells.leads?.[part] ?? 0) + (cells.contacts?.[part] ?? 0);
  const [top, bottom] = [sumOf('numerator'), sumOf('denominator')];
  const ci = wilson(top, bottom);
  return {
    value: bottom === 0 ? null : top / bottom,
    numerator: top,
    denominator: bottom,
    n: bottom,
    ...(ci ? { ci } : {}),
    detail: { leads: cells.leads?.numerator ?? 0, contacts: cells.contacts?.numerator ?? 0 },
  };
};

const rate = (settings: Settings, reached: Parameters<typeof reachedGoal>[1], goal: string, window: number): ComputedMetric => ({
  kind: 'computed',
  inputs: { ...reachedGoal(settings, reached, goal, window) },
  compute: together,
});

const results: Need = ['lead.qualified_at', 'lead.converted_at', 'opportunity.contact_id'];
const needs: readonly Need[] = ['campaign_message.sent_at', ['campaign_message.lead_id', 'campaign_message.contact_id'], results];

const rows = {
  campaign: [
    { id: 'c1', name: 'Primavera' },
    { id: 'c2', name: 'Verano' },
  ],
  lead: [
    { id: '1', created_at: '2024-02-20', qualified_at: '2024-03-05', converted_at: '2024-03-20', converted_opportunity_id: 'o1' },
    { id: '2', created_at: '2024-02-20', qualified_at: '2024-03-06' },
    { id: '3', created_at: '2024-02-20', qualified_at: '2024-03-07', converted_at: '2024-05-20', converted_opportunity_id: 'o3' },
  ],
  opportunity: [
    { id: 'o1', created_at: '2024-03-20', type: 'new', status: 'won', closed_at: '2024-03-29', contact_id: '9' },
    { id: 'o2', created_at: '2024-03-15', type: 'new', status: 'open', contact_id: '1' },
    { id: 'o3', created_at: '2024-05-20', type: 'new', status: 'open' },
    { id: 'o4', created_at: '2024-02-15', type: 'new', status: 'won', closed_at: '2024-03-25', contact_id: '2' },
  ],
  campaign_message: [
    { campaign_id: 'c1', lead_id: '1', contact_id: '9', sent_at: '2024-03-01' },
    { campaign_id: 'c1', lead_id: '1', contact_id: '9', sent_at: '2024-03-08' },
    { campaign_id: 'c1', lead_id: '2', sent_at: '2024-03-01' },
    { campaign_id: 'c1', lead_id: '3', sent_at: '2024-03-01' },
    { campaign_id: 'c1', contact_id: '1', sent_at: '2024-03-01' },
    { campaign_id: 'c2', contact_id: '1', sent_at: '2024-03-10' },
    { campaign_id: 'c1', contact_id: '2', sent_at: '2024-03-01' },
    { campaign_id: 'c1', contact_id: '3', sent_at: '2024-03-01', bounced_at: '2024-03-01' },
    { campaign_id: 'c1', contact_id: '4', sent_at: '2024-03-01', is_test: true },
  ],
  touch: [
    { campaign_id: 'c1', lead_id: '1', occurred_at: '2024-03-02' },
    { campaign_id: 'c2', lead_id: '2', occurred_at: '2024-03-03' },
  ],
};
const march = { from: '2024-03-01', to: '2024-03-31', grain: 'month' } as const;
const goal = (name: string) => ({ kpis: { campaign_conversion_rate: { goal: name } } });

export default defineKpi({
  id: 'campaign_conversion_rate',
  ref: 'K-008',
  area: 'marketing',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['marketing', 'marketing_effectiveness'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    goal: goalParameter,
    window_days: windowDays(30),
  },
  variants: {
    default: {
      label: { es: 'Personas con mensaje que alcanzan el objetivo', en: 'People sent a message who reach the goal' },
      metric: ({ goal, window_days }, settings) => rate(settings, messages, goal, window_days),
    },
    touched: {
      label: {
        es: 'Personas con algún contacto registrado (anuncios, ferias, clics)',
        en: 'People with a recorded touch (ads, fairs, clicks)',
      },
      metric: ({ goal, window_days }, settings) => rate(settings, touches, goal, window_days),
      needs: ['touch.occurred_at', ['touch.lead_id', 'touch.contact_id'], results],
    },
  },
  defaults: ['default'],
  needs,
  terms: ['lead', 'qualified'],
  drillBy: ['campaign.name', 'campaign.channel', 'campaign.type', 'campaign.goal'],
  grain: 'month',
  minimumSample: 100,
  guards: ['campaign_roi', 'opportunity_conversion_rate'],
  partner: null,
  decomposition: null,
  seed: 'S2 L50',
  source: 'Cohort conversion of people reached, with a goal and a window',
  texts: {
    es: {
      name: 'Conversión de campañas',
      question: '¿Qué parte de la gente a la que llegamos hace lo que buscaba la campaña?',
      definition:
        'De las personas (leads o contactos) a las que llegó un mensaje de campaña en el periodo, las que alcanzan el objetivo dentro del plazo: 30 días y abrir una oportunidad, si no se cambia. Quien recibe varios mensajes cuenta una vez.',
      formula: 'Personas que alcanzan el objetivo en plazo / personas alcanzadas',
      why: 'Un clic no paga facturas: mide si la campaña mueve a alguien hacia la venta, que es para lo que se hizo.',
      rise: 'Compare por campaña y por público para ver qué la mejora, y repítalo. Compruebe que el objetivo no se cumple igual sin campaña: deje un grupo sin enviar y compare.',
      fall: 'Mire si la respuesta también cae (falla el mensaje) o solo la conversión (fallan la página de destino, la oferta o el seguimiento de ventas).',
      caveats:
        'El texto de origen no dice qué se consigue ni en cuánto tiempo: objetivo y plazo son parámetros, y cambiarlos cambia el indicador. Cuenta lo que pasa después del mensaje, sea o no por él. La cohorte reciente sale inmadura. De anuncios, ferias o redes no se sabe a quién llegan: para ellos está «touched», con los contactos registrados. Las personas de varias campañas cuentan en cada una.',
    },
    en: {
      name: 'Campaign conversion rate',
      question: 'What share of the people we reach does what the campaign was after?',
      definition:
        'Of the people (leads or contacts) whom a campaign message reached in the period, those who reach the goal within the window: 30 days and opening a deal, unless changed. Someone sent several messages counts once.',
      formula: 'People who reach the goal in time / people reached',
      why: 'Clicks pay no bills: this tells whether the campaign moves anybody towards a sale, which is what it was for.',
      rise: 'Compare by campaign and audience to see what lifts it, and repeat that. Make sure the goal is not met as often without it: hold back a group and compare.',
      fall: 'Did responses fall as well (the message fails), or conversion alone (landing page, offer or sales follow-up)?',
      caveats:
        'The source text names neither a goal nor a time: both are parameters, and another value is another indicator. What happens after the message counts, whether or not because of it. Recent cohorts are immature. Whom ads, fairs and social media reach is not known: "touched" takes the touches on record. Someone in several campaigns counts in each.',
    },
  },
  examples: [
    {
      name: 'People reached who open a deal within 30 days',
      given: rows,
      exportedAt: '2024-07-31',
      query: { from: '2024-03-01', to: '2024-04-30', grain: 'month' },
      expect: [
        { start: '2024-03-01', value: 0.4, numerator: 2, denominator: 5 },
        { start: '2024-04-01', value: null, state: 'no_data' },
      ],
      because:
        'Reached: leads 1, 2 and 3 and contacts 1 and 2 (3 bounced, 4 is a test). Lead 1 converts after 19 days; contact 1 has a deal after 14; lead 3 after 80 days is too late; contact 2’s deal began before the message. 2/5.',
    },
    {
      name: 'By campaign, contact 1 counts in both',
      given: rows,
      exportedAt: '2024-07-31',
      query: { ...march, by: ['campaign.name'] },
      expect: [
        { start: '2024-03-01', group: { 'campaign.name': 'Primavera' }, value: 0.4, numerator: 2, denominator: 5 },
        { start: '2024-03-01', group: { 'campaign.name': 'Verano' }, value: 1, numerator: 1, denominator: 1 },
      ],
      because: 'Primavera reached all five; Verano only contact 1, five days before the deal.',
    },
    {
      name: 'With qualified leads as the goal',
      given: rows,
      settings: goal('lead'),
      exportedAt: '2024-07-31',
      query: march,
      expect: [{ start: '2024-03-01', value: 0.6, numerator: 3, denominator: 5 }],
      because: 'The three leads qualify after their first message (lead 1 on the 5th, before its second); the contacts become no leads.',
    },
    {
      name: 'With customers as the goal',
      given: rows,
      settings: goal('customer'),
      exportedAt: '2024-07-31',
      query: march,
      expect: [{ start: '2024-03-01', value: 0.4, numerator: 2, denominator: 5 }],
      because: 'Lead 1 (deal won on the 29th) and contact 2 (won on the 25th, whenever it began).',
    },
    {
      name: 'Touches instead of messages',
      given: rows,
      exportedAt: '2024-07-31',
      query: { ...march, variant: 'touched' },
      expect: [{ start: '2024-03-01', value: 0.5, numerator: 1, denominator: 2 }],
      because: 'Leads 1 and 2 were touched; lead 1 converts after 18 days.',
    },
    {
      name: 'Without the whole window the cohort is immature',
      given: rows,
      exportedAt: '2024-04-15',
      query: march,
      expect: [{ start: '2024-03-01', value: 0.4, state: 'immature' }],
      because: 'Messages of 31 March have had 15 of 30 days.',
    },
    ...leadCases(
      {
        usual: [{ value: 3 / 5, numerator: 3, denominator: 5 }, 'Of five leads with a message, L1, L2 and L3 qualify within 30 days.'],
        reachable: [{ value: 2 / 5, numerator: 2, denominator: 5 }, 'L1 and L2 become leads that qualify; L3 counts as none.'],
        handed_over: [{ value: 4 / 5, numerator: 4, denominator: 5 }, 'L1, L3, L4 and L6 are handed over within 30 days.'],
        accepted: [{ value: 2 / 5, numerator: 2, denominator: 5 }, 'L3 is accepted after 8 days, L1 after 27.'],
      },
      { settings: { kpis: { campaign_conversion_rate: { goal: 'lead' } } } },
    ),
  ],
});
