import { count, proportion, ratio } from '../../metrics/build.ts';
import { all, isKnown, isNull } from '../../metrics/expression.ts';
import { clicked, isEmail, opened } from '../definitions/email.ts';
import { defineKpi, type Need } from '../kpi.ts';

const needs: readonly Need[] = ['campaign_message.sent_at', 'campaign_message.opened_at', ['campaign_message.channel', 'campaign.channel']];
const delivered = { at: 'sent_at', where: all(isEmail, isKnown('delivered_at')) };

export default defineKpi({
  id: 'email_open_rate',
  ref: 'K-004',
  area: 'marketing',
  band: 'business',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['marketing', 'digital_marketing', 'marketing_effectiveness'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    delivered: {
      label: { es: 'Destinatarios que abren entre entregados', en: 'Recipients who opened over delivered' },
      metric: () => proportion('campaign_message', { ...delivered, part: opened }),
      needs: [...needs, 'campaign_message.delivered_at'],
    },
    sent_not_bounced: {
      label: { es: 'Entregados = enviados sin rebote', en: 'Delivered = sent and not bounced' },
      metric: () => proportion('campaign_message', { at: 'sent_at', where: all(isEmail, isNull('bounced_at')), part: opened }),
    },
    with_machine_opens: {
      label: { es: 'Con aperturas automáticas', en: 'Machine opens included' },
      metric: () => proportion('campaign_message', { ...delivered, part: isKnown('opened_at') }),
      needs: [...needs, 'campaign_message.delivered_at'],
    },
    click_to_open: {
      label: { es: 'Clics entre aperturas (CTOR)', en: 'Clicks over opens (click-to-open)' },
      metric: () =>
        ratio(
          count('campaign_message', { at: 'sent_at', where: all(isEmail, clicked) }),
          count('campaign_message', { at: 'sent_at', where: all(isEmail, opened) }),
        ),
      needs: [...needs, ['campaign_message.clicked_at', 'campaign_message.click_count']],
    },
  },
  defaults: ['delivered', 'sent_not_bounced'],
  needs,
  terms: [],
  drillBy: ['campaign.name', 'campaign.type', 'contact.source', 'contact.country'],
  grain: 'month',
  minimumSample: 100,
  guards: ['email_ctr'],
  partner: null,
  decomposition: null,
  seed: 'S2 L40,L50',
  source: 'Opens over delivered; Apple Mail Privacy Protection (September 2021) preloads images',
  texts: {
    es: {
      name: 'Tasa de apertura de correos',
      question: '¿Qué parte de los correos entregados se abre?',
      definition:
        'De los correos entregados a una persona, los que se abrieron al menos una vez. Las aperturas que el origen marca como automáticas no cuentan.',
      formula: 'Destinatarios con apertura / destinatarios con entrega, por fecha de envío',
      why: 'Orienta sobre el asunto, el remitente y la hora de envío. Sirve para comparar dos envíos parecidos a la misma lista, poco más.',
      rise: 'Desconfíe de una subida brusca: suele ser más Apple Mail en la lista. Confírmela con los clics; si ellos también suben, repita ese asunto y esa hora.',
      fall: 'Mire si cae en un solo proveedor de correo: apunta a la carpeta de spam y toca revisar autenticación y reputación. Si cae en todos, pruebe otros asuntos y depure la lista.',
      caveats:
        'Confianza baja: desde 2021 Apple Mail descarga las imágenes sin que nadie lea, y otros las bloquean. Por eso manda el CTR. La variante «with_machine_opens» da la cifra inflada y «click_to_open» los clics entre aperturas.',
    },
    en: {
      name: 'Email open rate',
      question: 'What share of the emails delivered gets opened?',
      definition:
        'Of the emails delivered to a person, those opened at least once. Opens that the source marks as made by a machine do not count.',
      formula: 'Recipients with an open / recipients delivered to, by date of sending',
      why: 'A hint about subject line, sender and time of day. Good for comparing two similar mailings to the same list, and for little else.',
      rise: 'Distrust a sudden jump: it is usually more Apple Mail on the list. Confirm it with clicks; if they rise too, reuse that subject and that hour.',
      fall: 'See whether one mailbox provider explains it: that points to the spam folder, so check authentication and reputation. If all fall, test other subjects and prune the list.',
      caveats:
        'Low trust: since 2021 Apple Mail loads images whether or not anyone reads, and other programs block them. Prefer the click-through rate. "with_machine_opens" is the inflated figure, "click_to_open" divides clicks by opens.',
    },
  },
  examples: [
    {
      name: 'Opens by people over deliveries',
      given: {
        campaign_message: [
          { sent_at: '2024-03-01', channel: 'email', delivered_at: '2024-03-01', opened_at: '2024-03-01' },
          { sent_at: '2024-03-01', channel: 'email', delivered_at: '2024-03-01', opened_at: '2024-03-02', clicked_at: '2024-03-02' },
          { sent_at: '2024-03-01', channel: 'email', delivered_at: '2024-03-01', opened_at: '2024-03-01', is_machine_open: true },
          { sent_at: '2024-03-01', channel: 'email', delivered_at: '2024-03-01' },
          { sent_at: '2024-03-01', channel: 'email', delivered_at: '2024-03-01', opened_at: '2024-03-03', clicked_at: '2024-03-03' },
          { sent_at: '2024-03-01', channel: 'email', bounced_at: '2024-03-01' },
          { sent_at: '2024-03-01', channel: 'email', delivered_at: '2024-03-01', opened_at: '2024-03-01', deleted_at: '2024-03-02' },
        ],
      },
      exportedAt: '2024-03-31',
      query: { from: '2024-03-01', to: '2024-03-31', grain: 'month' },
      expect: [{ start: '2024-03-01', value: 0.6, numerator: 3, denominator: 5 }],
      because:
        'Five live emails were delivered (one bounced, one is deleted). Three were opened by a person; the fourth open was a machine: 3/5.',
    },
    {
      name: 'Machine opens inflate the rate',
      given: {
        campaign_message: [
          { sent_at: '2024-03-01', channel: 'email', delivered_at: '2024-03-01', opened_at: '2024-03-01' },
          { sent_at: '2024-03-01', channel: 'email', delivered_at: '2024-03-01', opened_at: '2024-03-01', is_machine_open: true },
          { sent_at: '2024-03-01', channel: 'email', delivered_at: '2024-03-01' },
          { sent_at: '2024-03-01', channel: 'email', delivered_at: '2024-03-01' },
        ],
      },
      exportedAt: '2024-03-31',
      query: { variant: 'with_machine_opens', from: '2024-03-01', to: '2024-03-31', grain: 'month' },
      expect: [{ start: '2024-03-01', value: 0.5, numerator: 2, denominator: 4 }],
      because: '2 opens of any kind over 4 deliveries; the default says 1/4.',
    },
    {
      name: 'Clicks over opens',
      given: {
        campaign_message: [
          { sent_at: '2024-03-01', channel: 'email', delivered_at: '2024-03-01', opened_at: '2024-03-01' },
          { sent_at: '2024-03-01', channel: 'email', delivered_at: '2024-03-01', opened_at: '2024-03-02', clicked_at: '2024-03-02' },
          { sent_at: '2024-03-01', channel: 'email', delivered_at: '2024-03-01', opened_at: '2024-03-03', clicked_at: '2024-03-03' },
          { sent_at: '2024-03-01', channel: 'email', delivered_at: '2024-03-01' },
        ],
      },
      exportedAt: '2024-03-31',
      query: { variant: 'click_to_open', from: '2024-03-01', to: '2024-03-31', grain: 'month' },
      expect: [{ start: '2024-03-01', value: 0.666667, numerator: 2, denominator: 3 }],
      because: '2 who clicked over 3 who opened.',
    },
  ],
});
