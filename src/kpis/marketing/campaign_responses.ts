import { count } from '../../metrics/build.ts';
import { all, isKnown, isOneOf } from '../../metrics/expression.ts';
import { people, wasReached } from '../definitions/campaign.ts';
import { defineKpi } from '../kpi.ts';

/** No types listed: any response counts. */
const responded = (types: readonly string[]) =>
  types.length === 0 ? isKnown('responded_at') : all(isKnown('responded_at'), isOneOf('response_type', types));

const rows = {
  campaign: [
    { id: 'c1', name: 'Primavera', channel: 'email' },
    { id: 'c2', name: 'Recordatorio', channel: 'sms' },
  ],
  campaign_message: [
    { campaign_id: 'c1', contact_id: '1', sent_at: '2024-03-01', responded_at: '2024-03-02', response_type: 'respuesta' },
    { campaign_id: 'c1', contact_id: '1', sent_at: '2024-03-08', responded_at: '2024-03-09', response_type: 'formulario' },
    { campaign_id: 'c1', lead_id: '1', sent_at: '2024-03-01', responded_at: '2024-04-03', response_type: 'formulario' },
    { campaign_id: 'c1', contact_id: '2', sent_at: '2024-03-01' },
    { campaign_id: 'c1', contact_id: '3', sent_at: '2024-03-01', bounced_at: '2024-03-01' },
    { campaign_id: 'c2', contact_id: '1', sent_at: '2024-03-20', responded_at: '2024-03-20', response_type: 'llamada' },
    { campaign_id: 'c2', contact_id: '4', sent_at: '2024-03-20', responded_at: '2024-03-21', response_type: 'baja' },
    { campaign_id: 'c2', contact_id: '5', sent_at: '2024-03-20', responded_at: '2024-03-21', is_test: true },
  ],
};

export default defineKpi({
  id: 'campaign_responses',
  ref: 'K-007',
  area: 'marketing',
  band: 'business',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'count',
  tags: ['marketing', 'marketing_effectiveness'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    response_types: {
      default: [],
      name: { es: 'Tipos de respuesta que cuentan (ninguno: todos)', en: 'Response types that count (none: all)' },
    },
  },
  variants: {
    default: {
      label: { es: 'Personas que responden', en: 'People who respond' },
      metric: ({ response_types }) => people('campaign_message', { at: 'responded_at', where: responded(response_types) }),
    },
    rate: {
      label: { es: 'Tasa de respuesta entre alcanzados', en: 'Response rate among those reached' },
      metric: ({ response_types }) => ({
        kind: 'ratio',
        of: 'proportion',
        numerator: people('campaign_message', { at: 'sent_at', where: all(wasReached, responded(response_types)) }),
        denominator: people('campaign_message', { at: 'sent_at', where: wasReached }),
      }),
      unit: 'rate',
      needs: ['campaign_message.sent_at', 'campaign_message.responded_at'],
    },
    messages: {
      label: { es: 'Respuestas, una por mensaje contestado', en: 'Responses, one a message answered' },
      metric: ({ response_types }) => count('campaign_message', { at: 'responded_at', where: responded(response_types) }),
    },
  },
  defaults: ['default'],
  needs: ['campaign_message.responded_at'],
  terms: [],
  drillBy: ['campaign.name', 'campaign.channel', 'response_type', 'campaign.type'],
  grain: 'month',
  minimumSample: 10,
  guards: ['campaign_conversion_rate', 'campaign_roi'],
  partner: null,
  decomposition: null,
  seed: 'S4 L29',
  source: 'Responses of campaign members (Salesforce)',
  texts: {
    es: {
      name: 'Respuestas por campaña',
      question: '¿Cuánta gente contesta a nuestras campañas?',
      definition:
        'Personas distintas, contactos o leads, que respondieron en el periodo a un mensaje de campaña: contestaron, rellenaron el formulario o devolvieron la llamada. Quien responde dos veces cuenta una.',
      formula: 'Número de personas con respuesta; tasa = personas que responden / personas alcanzadas',
      why: 'Es la primera señal de que la oferta interesa, semanas antes de que haya ventas que contar.',
      rise: 'Mire la tasa además del número: si solo sube el número, puede que sencillamente se haya enviado a más gente. Compruebe después si esas respuestas acaban en oportunidad.',
      fall: 'Ábralo por campaña. Si baja la tasa, cambie oferta, asunto o segmento; si solo baja el número, es que se ha enviado menos.',
      caveats:
        'Qué es una respuesta depende de la campaña y el texto de origen no lo dice: por defecto vale cualquiera, y el parámetro deja elegir tipos (una baja no suele contar). El número va por fecha de respuesta y la tasa por fecha de envío, de modo que la de los últimos días aún puede subir. Una persona con respuesta en dos campañas cuenta una vez en el total y una en cada campaña.',
    },
    en: {
      name: 'Responses per campaign',
      question: 'How many people answer our campaigns?',
      definition:
        'Distinct people, contacts or leads, who answered a campaign message in the period: they replied, filled in the form or called back. Whoever answers twice counts once.',
      formula: 'Number of people who responded; rate = people who responded / people reached',
      why: 'The first sign that an offer interests anybody, weeks before there are sales to count.',
      rise: 'Look at the rate as well: if only the number grew, you may merely have written to more people. Then check whether those answers turn into deals.',
      fall: 'Split by campaign. If the rate falls, change offer, subject or segment; if only the number does, less was sent.',
      caveats:
        'What a response is depends on the campaign and the source text does not say: by default any counts, and the parameter picks types (an opt-out usually should not). The number goes by date of response and the rate by date of sending, so that of the last days may still rise. Someone who answers two campaigns counts once in the total and once in each.',
    },
  },
  examples: [
    {
      name: 'People, by the date they answered',
      given: rows,
      exportedAt: '2024-05-31',
      query: { from: '2024-03-01', to: '2024-05-31', grain: 'month' },
      expect: [
        { start: '2024-03-01', value: 2 },
        { start: '2024-04-01', value: 1 },
        { start: '2024-05-01', value: 0, state: 'zero' },
      ],
      because: 'March: contact 1 (three answers, two campaigns) and contact 4; the test is out. April: lead 1, who is not contact 1.',
    },
    {
      name: 'In each campaign the same person counts again',
      given: rows,
      exportedAt: '2024-05-31',
      query: { from: '2024-03-01', to: '2024-03-31', grain: 'month', by: ['campaign.name'] },
      expect: [
        { start: '2024-03-01', group: { 'campaign.name': 'Primavera' }, value: 1 },
        { start: '2024-03-01', group: { 'campaign.name': 'Recordatorio' }, value: 2 },
      ],
      because: 'Primavera: contact 1. Recordatorio: contacts 1 and 4.',
    },
    {
      name: 'The rate goes by the date of sending',
      given: rows,
      exportedAt: '2024-05-31',
      query: { variant: 'rate', from: '2024-03-01', to: '2024-04-30', grain: 'month' },
      expect: [
        { start: '2024-03-01', value: 0.75, numerator: 3, denominator: 4 },
        { start: '2024-04-01', value: null, state: 'no_data' },
      ],
      because: 'Reached in March: contacts 1, 2 and 4 and lead 1 (3 bounced). Contacts 1 and 4 and lead 1 answered, the lead in April.',
    },
    {
      name: 'An opt-out is no response where the company says so',
      given: rows,
      settings: { kpis: { campaign_responses: { response_types: ['respuesta', 'formulario', 'llamada'] } } },
      exportedAt: '2024-05-31',
      query: { from: '2024-03-01', to: '2024-03-31', grain: 'month' },
      expect: [{ start: '2024-03-01', value: 1 }],
      because: 'Only contact 1 is left.',
    },
    {
      name: 'One a message answered',
      given: rows,
      exportedAt: '2024-05-31',
      query: { variant: 'messages', from: '2024-03-01', to: '2024-03-31', grain: 'month' },
      expect: [{ start: '2024-03-01', value: 4 }],
      because: 'Three of contact 1 and one of contact 4.',
    },
  ],
});
