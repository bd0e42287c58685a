import { count, proportion, ratio, sum } from '../../metrics/build.ts';
import { all, choose, coalesce, field, is, isKnown, isNull } from '../../metrics/expression.ts';
import { clicked, isEmail } from '../definitions/email.ts';
import { labels } from '../definitions/labels.ts';
import { defineKpi, type Need } from '../kpi.ts';

const sent = { at: 'sent_at', where: isEmail };
const clicks = choose(is('is_machine_click', true), 0, coalesce(field('click_count'), choose(isKnown('clicked_at'), 1, 0)));
const needs: readonly Need[] = [
  'campaign_message.sent_at',
  ['campaign_message.channel', 'campaign.channel'],
  ['campaign_message.clicked_at', 'campaign_message.click_count'],
];

const clicksPerSent = {
  label: labels.seed,
  metric: () => ratio(sum('campaign_message', clicks, sent), count('campaign_message', sent)),
};

export default defineKpi({
  id: 'email_ctr',
  ref: 'K-003',
  area: 'marketing',
  band: 'business',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['marketing', 'investment', 'digital_marketing'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    delivered: {
      label: { es: 'Destinatarios que hacen clic entre entregados', en: 'Recipients who clicked over delivered' },
      metric: () => proportion('campaign_message', { at: 'sent_at', where: all(isEmail, isKnown('delivered_at')), part: clicked }),
      needs: [...needs, 'campaign_message.delivered_at'],
    },
    sent_not_bounced: {
      label: { es: 'Entregados = enviados sin rebote', en: 'Delivered = sent and not bounced' },
      metric: () => proportion('campaign_message', { at: 'sent_at', where: all(isEmail, isNull('bounced_at')), part: clicked }),
    },
    seed: clicksPerSent,
    // The requirements call the text's formula by this name, the contract of the command line by the one above.
    seed_sent: clicksPerSent,
  },
  defaults: ['delivered', 'sent_not_bounced'],
  needs,
  terms: [],
  drillBy: ['campaign.name', 'campaign.type', 'contact.source', 'contact.country'],
  grain: 'month',
  minimumSample: 100,
  guards: ['website_conversion_rate', 'email_campaigns_sent'],
  partner: null,
  decomposition: null,
  seed: 'S1#2; S2 L40,L50',
  source: 'Unique clicks over delivered: the convention of email providers (Sender, Mailchimp)',
  texts: {
    es: {
      name: 'Tasa de clics por correo (CTR)',
      question: '¿Qué parte de quienes reciben nuestros correos hace clic?',
      definition:
        'De los correos entregados a una persona, los que recibieron al menos un clic suyo. Cada destinatario cuenta una vez por campaña aunque pulse diez enlaces. Los clics de antivirus y filtros quedan fuera.',
      formula: 'Destinatarios con algún clic / destinatarios con entrega, por fecha de envío',
      why: 'Es la señal más fiable de que un correo interesa: un clic cuesta un gesto, y las aperturas ya no son de fiar. Permite comparar campañas de tamaños distintos.',
      rise: 'El mensaje acierta. Compruebe que detrás del clic hay conversión en la web; si no la hay, la página de destino no cumple lo que promete el correo.',
      fall: 'Mire primero qué campaña y qué segmento lo arrastran. Revise oferta, asunto y enlace principal; si cae en todas, la lista envejece: limpie inactivos y reduzca la frecuencia.',
      caveats:
        'El texto de origen divide todos los clics entre los enviados; aquí, por decisión, se dividen personas entre entregados, que es el uso del sector. La variante «seed» da la otra cifra. Si el origen no informa de entregas, se toman los enviados sin rebote.',
    },
    en: {
      name: 'Email click-through rate',
      question: 'What share of the people our emails reach click on them?',
      definition:
        'Of the emails delivered to a person, those which that person clicked at least once. A recipient counts once a campaign, however many links they follow. Clicks by security scanners are left out.',
      formula: 'Recipients with a click / recipients delivered to, by date of sending',
      why: 'The most trustworthy sign that an email interested somebody: a click takes an effort, and opens can no longer be believed. It compares campaigns of different sizes.',
      rise: 'The message hits home. Make sure that the clicks convert on the site; if they do not, the landing page breaks the promise of the email.',
      fall: 'First find the campaign and segment behind it. Review offer, subject line and main link; if every campaign falls, the list is ageing: drop inactive addresses and write less often.',
      caveats:
        'The source text divides all clicks by messages sent; we divide people by deliveries, as the field does, and keep the other as variant "seed". Where the source reports no deliveries, sent without a bounce stands in.',
    },
  },
  examples: [
    {
      name: 'People who clicked over deliveries; scanners, bounces, SMS and tests out',
      given: {
        campaign: [{ id: 'c1', channel: 'email' }],
        campaign_message: [
          { sent_at: '2024-03-01', channel: 'email', delivered_at: '2024-03-01', clicked_at: '2024-03-02', click_count: 3 },
          { sent_at: '2024-03-01', channel: 'email', delivered_at: '2024-03-01', clicked_at: '2024-04-02', click_count: 1 },
          { sent_at: '2024-03-01', channel: 'email', delivered_at: '2024-03-01' },
          {
            sent_at: '2024-03-01',
            channel: 'email',
            delivered_at: '2024-03-01',
            clicked_at: '2024-03-01',
            click_count: 2,
            is_machine_click: true,
          },
          { sent_at: '2024-03-01', channel: 'email', bounced_at: '2024-03-01' },
          { sent_at: '2024-03-04', campaign_id: 'c1', delivered_at: '2024-03-04' },
          { sent_at: '2024-03-04', channel: 'sms', delivered_at: '2024-03-04', clicked_at: '2024-03-04', click_count: 1 },
          { sent_at: '2024-03-04', channel: 'email', delivered_at: '2024-03-04', clicked_at: '2024-03-04', is_test: true },
        ],
      },
      exportedAt: '2024-04-30',
      query: { from: '2024-03-01', to: '2024-04-30', grain: 'month' },
      expect: [
        { start: '2024-03-01', value: 0.4, numerator: 2, denominator: 5 },
        { start: '2024-04-01', value: null, numerator: 0, denominator: 0, state: 'no_data' },
      ],
      because:
        'Delivered emails: the first four and the one whose channel comes from its campaign = 5. Two people clicked (a click in April belongs to the March message); the scanner does not count: 2/5. Nothing was sent in April: no rate, not 0 %.',
    },
    {
      name: 'The source text: all clicks over all emails sent',
      given: {
        campaign_message: [
          { sent_at: '2024-03-01', channel: 'email', delivered_at: '2024-03-01', clicked_at: '2024-03-02', click_count: 3 },
          { sent_at: '2024-03-01', channel: 'email', delivered_at: '2024-03-01', clicked_at: '2024-03-02' },
          { sent_at: '2024-03-01', channel: 'email', delivered_at: '2024-03-01' },
          {
            sent_at: '2024-03-01',
            channel: 'email',
            delivered_at: '2024-03-01',
            clicked_at: '2024-03-01',
            click_count: 2,
            is_machine_click: true,
          },
          { sent_at: '2024-03-01', channel: 'email', bounced_at: '2024-03-01' },
        ],
      },
      exportedAt: '2024-03-31',
      query: { variant: 'seed', from: '2024-03-01', to: '2024-03-31', grain: 'month' },
      expect: [{ start: '2024-03-01', value: 0.8, numerator: 4, denominator: 5 }],
      because:
        'Clicks 3 + 1 (a click without a count is one) = 4, over 5 sent, bounces included. The default says 2 people over 4 deliveries, 50 %.',
    },
    {
      name: 'Without delivery times, sent and not bounced stands in',
      given: {
        campaign_message: [
          { sent_at: '2024-03-01', channel: 'email', clicked_at: '2024-03-02' },
          { sent_at: '2024-03-01', channel: 'email' },
          { sent_at: '2024-03-01', channel: 'email', bounced_at: '2024-03-01' },
        ],
      },
      exportedAt: '2024-03-31',
      query: { from: '2024-03-01', to: '2024-03-31', grain: 'month' },
      expect: [{ start: '2024-03-01', value: 0.5, numerator: 1, denominator: 2 }],
      because: 'No message has delivered_at, so the default falls to sent_not_bounced: 1 click over 3 − 1 = 2.',
    },
  ],
});
