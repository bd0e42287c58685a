import { count, sumMoney } from '../../metrics/build.ts';
import { all, is, isKnown, isNot, isNull, isOneOf, not } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult, Metric } from '../../metrics/metric.ts';
import { poisson } from '../../metrics/result/interval.ts';
import type { Settings } from '../../model/settings.ts';
import { goalParameter, reachedGoal, wasReached } from '../definitions/campaign.ts';
import { leadCases } from '../definitions/contested_leads.ts';
import { channelOfActivity, staffTime } from '../definitions/interaction.ts';
import { windowDays } from '../definitions/labels.ts';
import { defineKpi, type Need, type WorkedExample } from '../kpi.ts';

const spoken = ['call', 'email', 'sms'];
/** Calls, emails and texts that somebody wrote or made to sell: not those of a deal under way, nor of a case. */
const outreach = all(isOneOf('type', spoken), isNot('direction', 'in'), isNull('opportunity_id'), isNull('ticket_id'));
const sent = { dataset: 'campaign_message', at: 'sent_at', where: wasReached };
const made = { dataset: 'activity', at: 'occurred_at', where: outreach, dimensions: channelOfActivity };
/** Of ads, fairs and social media only those who came are known; messages and calls are counted above. */
const came = { dataset: 'touch', at: 'occurred_at', where: all(isKnown('channel'), not(isOneOf('channel', spoken))) };

const inputsOf = (settings: Settings, goal: string, window: number): Readonly<Record<string, Metric>> => {
  const both = (name: string, reached: Parameters<typeof reachedGoal>[1]): Readonly<Record<string, Metric>> => {
    const { leads, contacts } = reachedGoal(settings, reached, goal, window, 'events');
    return { [`${name}_leads`]: leads, [`${name}_contacts`]: contacts };
  };
  return {
    ...both('sent', sent),
    ...both('made', made),
    ...both('came', came),
    responses: count('campaign_message', { at: 'sent_at', where: all(wasReached, isKnown('responded_at')) }),
    connected: count('activity', { at: 'occurred_at', where: all(outreach, is('connected', true)), dimensions: channelOfActivity }),
    spend: sumMoney('cost_day', 'amount', {
      at: 'day',
      where: all(isKnown('channel'), isNot('function', 'service'), isNot('function', 'retention')),
    }),
    time: staffTime(outreach),
  };
};

const conversions = ['sent_leads', 'sent_contacts', 'made_leads', 'made_contacts', 'came_leads', 'came_contacts'] as const;

const compare = (
  settings: Settings,
  goal: string,
  window: number,
  measure: (all: { readonly outcomes: number; readonly touches: number; readonly cost: number }) => ComputedResult,
): ComputedMetric => ({
  kind: 'computed',
  axis: 'channel',
  inputs: inputsOf(settings, goal, window),
  compute: ({ cells }: ComputedInput): ComputedResult => {
    const sumOf = (part: 'numerator' | 'denominator') => conversions.reduce((sum, name) => sum + (cells[name]?.[part] ?? 0), 0);
    const [outcomes, touches] = [sumOf('numerator'), sumOf('denominator')];
    const spend = cells.spend?.value ?? 0;
    const time = cells.time?.value ?? 0;
    const cost = spend + time;
    return {
      n: touches,
      ...measure({ outcomes, touches, cost }),
      detail: {
        touches,
        responses: (cells.responses?.value ?? 0) + (cells.connected?.value ?? 0),
        outcomes,
        channel_cost: spend,
        staff_cost: time,
        cost_per_outcome: outcomes > 0 && cost > 0 ? cost / outcomes : null,
      },
    };
  },
});

const perThousand = (settings: Settings, goal: string, window: number) =>
  compare(settings, goal, window, ({ outcomes, touches }) => {
    if (touches === 0) return { value: null, numerator: outcomes, denominator: touches };
    const ci = poisson(outcomes);
    return {
      value: (1000 * outcomes) / touches,
      numerator: outcomes,
      denominator: touches,
      ...(ci ? { ci: [(1000 * ci[0]) / touches, (1000 * ci[1]) / touches] as const } : {}),
    };
  });
const costPerOutcome = (settings: Settings, goal: string, window: number) =>
  compare(settings, goal, window, ({ outcomes, cost }) => ({
    value: outcomes > 0 ? cost / outcomes : null,
    numerator: cost,
    denominator: outcomes,
    n: outcomes,
  }));

const needs: readonly Need[] = [
  ['campaign_message.channel', 'activity.type'],
  ['campaign_message.lead_id', 'campaign_message.contact_id', 'activity.lead_id', 'activity.contact_id'],
  ['lead.converted_at', 'lead.qualified_at', 'opportunity.contact_id'],
];

const call = { type: 'call', direction: 'out', owner_id: 'u1', duration_s: 540, wrap_s: 180 };
const given: WorkedExample['given'] = {
  user: [{ id: 'u1', hourly_cost: 30 }],
  campaign: [{ id: 'c1', name: 'Primavera', channel: 'email' }],
  lead: [
    { id: '1', created_at: '2024-01-01', converted_at: '2024-01-20' },
    { id: '2', created_at: '2024-01-01', converted_at: '2024-04-20' },
    { id: '3', created_at: '2024-01-01', converted_at: '2024-01-31' },
  ],
  opportunity: [{ id: 'o1', created_at: '2024-01-25', contact_id: '7', type: 'new', status: 'open' }],
  campaign_message: [
    { campaign_id: 'c1', channel: 'email', lead_id: '1', sent_at: '2024-01-05' },
    { campaign_id: 'c1', channel: 'email', lead_id: '1', sent_at: '2024-01-15', responded_at: '2024-01-16' },
    { campaign_id: 'c1', channel: 'email', lead_id: '2', sent_at: '2024-01-15' },
    { campaign_id: 'c1', channel: 'email', contact_id: '7', sent_at: '2024-01-15' },
    { campaign_id: 'c1', channel: 'email', contact_id: '8', sent_at: '2024-01-15', bounced_at: '2024-01-15' },
    { campaign_id: 'c1', channel: 'sms', lead_id: '2', sent_at: '2024-01-16' },
  ],
  activity: [
    { ...call, lead_id: '1', occurred_at: '2024-01-18', connected: true },
    { ...call, lead_id: '2', occurred_at: '2024-01-18' },
    { ...call, lead_id: '3', occurred_at: '2024-01-19', connected: true },
    { ...call, lead_id: '3', occurred_at: '2024-01-21' },
    { ...call, lead_id: '3', occurred_at: '2024-01-22', direction: 'in' },
    { ...call, contact_id: '7', opportunity_id: 'o1', occurred_at: '2024-01-28' },
    { ...call, lead_id: '1', occurred_at: '2024-01-19', is_test: true },
  ],
  touch: [
    { lead_id: '3', channel: 'event', occurred_at: '2024-01-10' },
    { lead_id: '1', channel: 'email', occurred_at: '2024-01-16' },
  ],
  cost: [
    { channel: 'email', function: 'marketing', category: 'software', amount: 40, incurred_on: '2024-01-31' },
    { channel: 'call', function: 'sales', category: 'telephony', amount: 10, incurred_on: '2024-01-31' },
    { channel: 'call', function: 'service', category: 'telephony', amount: 900, incurred_on: '2024-01-31' },
    { channel: 'event', function: 'marketing', category: 'advertising', amount: 500, incurred_on: '2024-01-31' },
  ],
};
const january = { from: '2024-01-01', to: '2024-01-31', grain: 'month' } as const;
const cell = (channel: string, value: number | null, numerator: number, denominator: number) => ({
  start: '2024-01-01',
  group: { channel },
  value,
  numerator,
  denominator,
});

export default defineKpi({
  id: 'channel_effectiveness',
  ref: 'K-019',
  area: 'marketing',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'ratio',
  tags: ['marketing', 'sales', 'marketing_effectiveness', 'cost'],
  version: { number: 1, since: '2026-11-21' },
  parameters: { goal: goalParameter, window_days: windowDays(30) },
  variants: {
    default: {
      label: { es: 'Resultados por cada 1.000 contactos', en: 'Outcomes per 1,000 touches' },
      metric: ({ goal, window_days }, settings) => perThousand(settings, goal, window_days),
    },
    cost_per_outcome: {
      label: { es: 'Coste por resultado', en: 'Cost per outcome' },
      metric: ({ goal, window_days }, settings) => costPerOutcome(settings, goal, window_days),
      unit: 'money',
      needs: [...needs, 'cost.channel', 'cost.amount'],
    },
  },
  defaults: ['default'],
  needs,
  terms: ['lead', 'qualified'],
  drillBy: ['channel', 'campaign.name'],
  grain: 'quarter',
  minimumSample: 100,
  guards: ['avg_interaction_cost', 'campaign_roi'],
  partner: null,
  decomposition: null,
  seed: 'S1#1,#2,#4,#5',
  source: 'Outcomes credited to the last touch of each means within a window; exact Poisson intervals (Garwood 1936)',
  texts: {
    es: {
      name: 'Eficacia comparada de canales',
      question: '¿Qué funciona mejor: el correo, la llamada o el SMS?',
      definition:
        'Para cada canal, cuántas oportunidades se abren en los 30 días siguientes por cada 1.000 contactos hechos: mensajes de campaña, llamadas, correos y SMS de venta. El detalle trae contactos, respuestas, resultados y coste por resultado.',
      formula: '1.000 × resultados tras un contacto del canal / contactos del canal',
      why: 'Compara con una sola vara formas muy distintas de llegar al cliente, para poner el dinero y las horas donde más rinden.',
      rise: 'Mire el coste por resultado antes de pasar presupuesto: una llamada consigue más que un correo, pero cuesta cien veces más. Amplíe por pasos: el siguiente contacto suele rendir menos.',
      fall: 'Vea si se contacta a peor público (más volumen, misma lista) o si el canal se gasta. Pruebe con la misma gente por otro canal antes de abandonarlo.',
      caveats:
        'El texto de origen pide comparar el correo con llamadas y SMS, sin fórmula. Cada resultado se apunta al último contacto con esa persona en el plazo; si hubo campaña y llamada, cuenta para las dos: es asociación, no causa, y además se llama a quien ya muestra interés. De anuncios, ferias y redes solo se ve a quien vino, así que su tasa no se compara con la de los envíos; su coste por resultado, sí. Fuera quedan los contactos de oportunidades ya abiertas.',
    },
    en: {
      name: 'Channel effectiveness comparison',
      question: 'What works better: email, calls or texts?',
      definition:
        'For each channel, how many deals open within 30 days for every 1,000 touches made: campaign messages, and sales calls, emails and texts. The detail has touches, responses, outcomes and cost per outcome.',
      formula: '1,000 × outcomes after a touch of the channel / touches of the channel',
      why: 'One yardstick for very unlike ways of reaching a customer, so that money and hours go where they bring most.',
      rise: 'Look at cost per outcome before moving budget: a call achieves more than an email and costs a hundred times as much. Widen in steps: the next touch tends to bring less.',
      fall: 'Is a worse audience being reached (more volume, same list), or is the channel wearing out? Try the same people by another channel before giving it up.',
      caveats:
        'The source text asks to compare email with calls and texts, without a formula. Each outcome is credited to the last touch of that person within the window; with both a campaign and a call it counts for both: this is association, not cause, and people call those who already show interest. Of ads, fairs and social media only those who came are seen, so that their rate does not compare with that of mailings; their cost per outcome does. Touches of deals already open are out.',
    },
  },
  examples: [
    {
      name: 'Deals per 1,000 touches, by channel',
      given,
      exportedAt: '2024-07-31',
      query: january,
      expect: [cell('email', 500, 2, 4), cell('call', 500, 2, 4), cell('sms', 0, 0, 1), cell('event', 1000, 1, 1)],
      because:
        'Email: 4 messages arrived; lead 1 converts (credited once, to the message of the 15th) and contact 7 opens a deal: 2/4. Calls: 4 outgoing (the incoming one, that of the deal and the test are out); leads 1 and 3 convert: 2/4. The text is followed by nothing within 30 days. The fair brought lead 3.',
    },
    {
      name: 'What an outcome costs',
      given,
      exportedAt: '2024-07-31',
      query: { ...january, variant: 'cost_per_outcome' },
      expect: [cell('email', 20, 40, 2), cell('call', 17, 34, 2), cell('sms', null, 0, 0), cell('event', 500, 500, 1)],
      because:
        'Email 40/2. Calls: 10 of telephony + 4 calls × 720 s × 30 €/h = 24, over 2 outcomes; the telephone of service is another cost. Event 500/1.',
    },
    ...leadCases(
      {
        usual: [
          { group: { channel: 'email' }, value: 600, numerator: 3, denominator: 5 },
          'Of five leads with a message, L1, L2 and L3 qualify within 30 days. 3/5 by 1,000.',
        ],
        reachable: [
          { group: { channel: 'email' }, value: 400, numerator: 2, denominator: 5 },
          'L1 and L2 become leads that qualify; L3 counts as none. 2/5 by 1,000.',
        ],
        handed_over: [
          { group: { channel: 'email' }, value: 800, numerator: 4, denominator: 5 },
          'L1, L3, L4 and L6 are handed over within 30 days. 4/5 by 1,000.',
        ],
        accepted: [
          { group: { channel: 'email' }, value: 400, numerator: 2, denominator: 5 },
          'L3 is accepted after 8 days, L1 after 27. 2/5 by 1,000.',
        ],
      },
      { settings: { kpis: { channel_effectiveness: { goal: 'lead' } } }, query: { by: ['channel'] } },
    ),
  ],
});
