import { count, countDistinct } from '../../metrics/build.ts';
import { is } from '../../metrics/expression.ts';
import { isEmail } from '../definitions/email.ts';
import { defineKpi } from '../kpi.ts';

export default defineKpi({
  id: 'email_campaigns_sent',
  ref: 'K-001',
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
    first_sent: {
      label: { es: 'Por su primer envío', en: 'By their first message' },
      metric: () => count('campaign', { at: 'first_sent_at', where: is('channel', 'email') }),
      needs: ['campaign.channel', 'campaign.first_sent_at'],
    },
    with_sends: {
      label: { es: 'Campañas con envíos en el periodo', en: 'Campaigns with messages in the period' },
      metric: () =>
        countDistinct('campaign_message', 'campaign_id', {
          at: 'sent_at',
          where: isEmail,
          dimensions: {
            name: 'campaign.name',
            type: 'campaign.type',
            goal: 'campaign.goal',
            status: 'campaign.status',
            'owner.name': 'campaign.owner.name',
          },
        }),
      needs: ['campaign_message.campaign_id', 'campaign_message.sent_at', ['campaign_message.channel', 'campaign.channel']],
    },
  },
  defaults: ['first_sent', 'with_sends'],
  needs: [],
  terms: [],
  drillBy: ['type', 'owner.name', 'goal'],
  grain: 'month',
  minimumSample: 1,
  guards: ['email_ctr', 'sms_sent', 'sales_calls'],
  partner: 'channel_effectiveness',
  decomposition: null,
  seed: 'S1#1',
  source: 'Someka, "26 most important CRM KPIs" #1',
  texts: {
    es: {
      name: 'Número de campañas de email',
      question: '¿Cuántas campañas de email hemos lanzado?',
      definition:
        'Campañas del canal email cuyo primer envío cae en el periodo. Las previstas que aún no han salido no cuentan; una campaña con varias oleadas cuenta una vez, el día de la primera.',
      formula: 'Número de campañas de email con primer envío en el periodo',
      why: 'Dice cuánto esfuerzo se dedica a este canal. Puesto al lado de los SMS y de las llamadas, con sus resultados y su coste, ayuda a repartir el presupuesto entre los tres.',
      rise: 'Más campañas no es ni bueno ni malo. Mire si los clics y las bajas aguantan: si el CTR cae según sube el número, está cansando a la lista; espacie los envíos o segmente más.',
      fall: 'Compruebe si es una decisión o un parón. Si los leads y las ventas no se resienten, el canal estaba saturado; si se resienten, recupere las campañas que mejor convertían.',
      caveats:
        'Es una cifra informativa: nunca se pinta de verde o de rojo. No dice nada del tamaño de cada envío; para contar las campañas con envíos en el mes, aunque empezasen antes, use la variante «with_sends».',
    },
    en: {
      name: 'Email campaigns sent',
      question: 'How many email campaigns did we launch?',
      definition:
        'Campaigns on the email channel whose first message went out in the period. Planned ones that never left do not count; a campaign sent in waves counts once, on the day of the first.',
      formula: 'Number of email campaigns first sent in the period',
      why: 'It shows how much effort goes into the channel. Next to text messages and sales calls, with what each brings and costs, it helps to decide where the next euro goes.',
      rise: 'More is neither good nor bad. Check clicks and unsubscribes: if the click-through rate sinks as the count climbs, the list is tiring; send less often or to narrower segments.',
      fall: 'Find out whether it was decided or just happened. If leads and sales hold up, the channel was saturated; if not, bring back the campaigns that converted best.',
      caveats:
        'Informational: never coloured good or bad. It ignores the size of each mailing. To count campaigns that sent anything in the month, whenever they began, use the variant "with_sends".',
    },
  },
  examples: [
    {
      name: 'Only email campaigns that really went out, dated by their first message in local time',
      given: {
        campaign: [
          { channel: 'email', first_sent_at: '2024-01-10' },
          { channel: 'email', first_sent_at: '2024-01-31T23:30:00Z' },
          { channel: 'email', first_sent_at: '2024-03-05' },
          { channel: 'sms', first_sent_at: '2024-01-12' },
          { channel: 'email', status: 'planned', starts_at: '2024-01-25' },
          { channel: 'email', first_sent_at: '2024-01-20', is_test: true },
          { channel: 'email', first_sent_at: '2024-01-15', deleted_at: '2024-01-16' },
        ],
      },
      exportedAt: '2024-04-30',
      query: { from: '2024-01-01', to: '2024-04-30', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 1 },
        { start: '2024-02-01', value: 1 },
        { start: '2024-03-01', value: 1 },
        { start: '2024-04-01', value: 0, state: 'zero' },
      ],
      because:
        'January holds the campaign of the 10th. 31 January 23:30 UTC is already 1 February 00:30 in Madrid. The SMS, the planned, the test and the deleted campaign do not count. April is empty: 0.',
    },
    {
      name: 'A second wave counts only in the variant with_sends',
      given: {
        campaign: [{ id: 'c1', channel: 'email', first_sent_at: '2024-01-10' }],
        campaign_message: [
          { campaign_id: 'c1', channel: 'email', sent_at: '2024-01-10' },
          { campaign_id: 'c1', channel: 'email', sent_at: '2024-02-03' },
          { campaign_id: 'c1', channel: 'email', sent_at: '2024-02-04' },
        ],
      },
      exportedAt: '2024-02-29',
      query: { variant: 'with_sends', from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 1 },
        { start: '2024-02-01', value: 1 },
      ],
      because: 'c1 has messages in both months: one campaign in each. The default would say 1 in January and 0 in February.',
    },
  ],
});
