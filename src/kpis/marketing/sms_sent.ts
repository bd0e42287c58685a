import { arithmetic, count, input } from '../../metrics/build.ts';
import { all, is, isKnown } from '../../metrics/expression.ts';
import type { DerivedMetric } from '../../metrics/metric.ts';
import { isSms } from '../definitions/email.ts';
import { defineKpi } from '../kpi.ts';

const sent: DerivedMetric = {
  kind: 'derived',
  expression: arithmetic(input('logged'), '+', input('campaign')),
  metrics: {
    logged: { metric: count('activity', { at: 'occurred_at', where: all(is('type', 'sms'), is('direction', 'out')) }) },
    campaign: { metric: count('campaign_message', { at: 'sent_at', where: isSms }) },
  },
};

export default defineKpi({
  id: 'sms_sent',
  ref: 'K-005',
  area: 'marketing',
  band: 'business',
  direction: 'none',
  timing: 'leading',
  nature: 'activity',
  unit: 'count',
  tags: ['sales', 'marketing_effectiveness', 'digital_marketing', 'customer_value', 'cost'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: {
      label: { es: 'SMS enviados, sueltos y de campaña', en: 'Texts sent, one by one and in campaigns' },
      metric: () => sent,
    },
    delivered: {
      label: { es: 'SMS de campaña entregados', en: 'Campaign texts delivered' },
      metric: () => count('campaign_message', { at: 'sent_at', where: all(isSms, isKnown('delivered_at')) }),
      needs: ['campaign_message.sent_at', 'campaign_message.delivered_at', ['campaign_message.channel', 'campaign.channel']],
    },
  },
  defaults: ['default'],
  needs: [
    ['activity.occurred_at', 'campaign_message.sent_at'],
    ['activity.type', 'campaign_message.channel', 'campaign.channel'],
  ],
  terms: [],
  drillBy: ['campaign.name', 'contact.country'],
  grain: 'month',
  minimumSample: 1,
  guards: ['email_campaigns_sent', 'sales_calls'],
  partner: 'channel_effectiveness',
  decomposition: null,
  seed: 'S1#5',
  source: 'Someka, "26 most important CRM KPIs" #5',
  texts: {
    es: {
      name: 'Número de SMS',
      question: '¿Cuántos SMS hemos enviado?',
      definition:
        'SMS salientes: los que el equipo manda uno a uno más los de las campañas. Un mensaje largo partido en varios segmentos cuenta como uno.',
      formula: 'Actividades SMS salientes + mensajes de campaña por SMS',
      why: 'El SMS es caro y directo. Con este número al lado de correos y llamadas, y de lo que trae cada canal, se ve si compensa.',
      rise: 'Compare respuestas y coste por resultado antes de celebrarlo o frenarlo. Si suben más los envíos que las respuestas, reserve el SMS para avisos urgentes y citas.',
      fall: 'Mire si se ha cambiado a otro canal y si los resultados aguantan. Una caída sin decisión detrás suele ser un fallo de la pasarela de envío.',
      caveats:
        'Es informativo, ni bueno ni malo. Si su CRM anota como actividad los SMS de campaña y además los trae como mensajes, saldrán dos veces: traiga solo uno de los dos. La variante «delivered» cuenta los entregados.',
    },
    en: {
      name: 'SMS sent',
      question: 'How many text messages did we send?',
      definition:
        'Outgoing texts: those the team sends one by one plus those of campaigns. A long text split into segments is one message.',
      formula: 'Outgoing SMS activities + campaign messages by SMS',
      why: 'Texts are direct and dear. Beside emails and calls, and with what each channel brings, the count shows whether they pay.',
      rise: 'Compare replies and cost per result before cheering or braking. If messages grow faster than replies, keep texts for urgent notices and appointments.',
      fall: 'See whether another channel took over and whether results hold. A drop nobody decided is often a broken gateway.',
      caveats:
        'Informational, neither good nor bad. If your CRM logs campaign texts as activities and also delivers them as messages they count twice: import one of the two. The variant "delivered" counts deliveries.',
    },
  },
  examples: [
    {
      name: 'Single texts and campaign texts together, in local months',
      given: {
        activity: [
          { type: 'sms', direction: 'out', occurred_at: '2024-01-15T09:00:00Z' },
          { type: 'sms', direction: 'out', occurred_at: '2024-01-31T23:30:00Z' },
          { type: 'sms', direction: 'in', occurred_at: '2024-01-16T09:00:00Z' },
          { type: 'call', direction: 'out', occurred_at: '2024-01-17T09:00:00Z' },
        ],
        campaign_message: [
          { channel: 'sms', sent_at: '2024-01-20', delivered_at: '2024-01-20' },
          { channel: 'sms', sent_at: '2024-01-20' },
          { channel: 'sms', sent_at: '2024-01-20', deleted_at: '2024-01-21' },
          { channel: 'email', sent_at: '2024-01-20', delivered_at: '2024-01-20' },
        ],
      },
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 3 },
        { start: '2024-02-01', value: 1 },
        { start: '2024-03-01', value: 0, state: 'zero' },
      ],
      because:
        'January: 1 single + 2 of the campaign = 3 (the incoming one, the email and the deleted one are out). 31 January 23:30 UTC is February in Madrid: 1. March: none.',
    },
    {
      name: 'Delivered texts beside those sent',
      given: {
        campaign_message: [
          { channel: 'sms', sent_at: '2024-01-20', delivered_at: '2024-01-20' },
          { channel: 'sms', sent_at: '2024-01-20', delivered_at: '2024-01-21' },
          { channel: 'sms', sent_at: '2024-01-20' },
        ],
      },
      exportedAt: '2024-01-31',
      query: { variant: 'delivered', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 2 }],
      because: 'Three were sent, two of them delivered.',
    },
  ],
});
