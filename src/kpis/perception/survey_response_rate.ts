import { conversion, count, ratio } from '../../metrics/build.ts';
import { isKnown } from '../../metrics/expression.ts';
import type { ConversionMetric } from '../../metrics/metric.ts';
import { windowDays } from '../definitions/labels.ts';
import { defineKpi, type Need } from '../kpi.ts';

const answered = (where: ConversionMetric['base']['where'], window: number): ConversionMetric =>
  conversion({
    base: { dataset: 'survey_invitation', entity: 'id', at: 'sent_at', ...(where ? { where } : {}) },
    converted: { same_row: false, dataset: 'survey_response', entity: 'invitation_id', at: 'responded_at' },
    window,
  });
const linked: readonly Need[] = ['survey_invitation.sent_at', 'survey_response.invitation_id', 'survey_response.responded_at'];
const delivered = isKnown('delivered_at');

const rows = {
  survey_invitation: [
    { id: 'i1', kind: 'nps', sent_at: '2024-01-10', delivered_at: '2024-01-10', touchpoint: 'relación' },
    { id: 'i2', kind: 'nps', sent_at: '2024-01-10', delivered_at: '2024-01-10', touchpoint: 'relación' },
    { id: 'i3', kind: 'csat', sent_at: '2024-01-20', delivered_at: '2024-01-20', touchpoint: 'soporte' },
    { id: 'i4', kind: 'csat', sent_at: '2024-01-21', delivered_at: '2024-01-21', touchpoint: 'soporte' },
    { id: 'i5', kind: 'csat', sent_at: '2024-01-22', touchpoint: 'soporte' },
    { id: 'i6', kind: 'csat', sent_at: '2024-01-22', delivered_at: '2024-01-22', is_test: true },
  ],
  survey_response: [
    { invitation_id: 'i1', kind: 'nps', score: 9, responded_at: '2024-01-12' },
    { invitation_id: 'i1', kind: 'nps', score: 8, responded_at: '2024-01-13' },
    { invitation_id: 'i3', kind: 'csat', score: 5, responded_at: '2024-02-03' },
    { invitation_id: 'i4', kind: 'csat', score: 5, responded_at: '2024-03-20' },
    { kind: 'csat', score: 1, responded_at: '2024-01-25' },
  ],
};

export default defineKpi({
  id: 'survey_response_rate',
  ref: 'K-108',
  area: 'perception',
  band: 'perception',
  direction: 'up',
  timing: 'leading',
  nature: 'activity',
  unit: 'rate',
  tags: ['customer_satisfaction', 'quality'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    window_days: { ...windowDays(30), name: { es: 'Plazo para contestar, en días', en: 'Time to answer, in days' } },
  },
  variants: {
    delivered: {
      label: { es: 'Contestadas entre entregadas', en: 'Answered over delivered' },
      metric: ({ window_days }) => answered(delivered, window_days),
      needs: [...linked, 'survey_invitation.delivered_at'],
    },
    sent: {
      label: { es: 'Contestadas entre enviadas', en: 'Answered over sent' },
      metric: ({ window_days }) => answered(undefined, window_days),
    },
    period: {
      label: { es: 'Respuestas del periodo entre entregadas del periodo', en: 'Answers of the period over those delivered in it' },
      metric: () =>
        ratio(count('survey_response', { at: 'responded_at' }), count('survey_invitation', { at: 'sent_at', where: delivered })),
      needs: ['survey_invitation.sent_at', 'survey_invitation.delivered_at', 'survey_response.responded_at'],
    },
  },
  defaults: ['delivered', 'sent', 'period'],
  needs: linked,
  terms: [],
  drillBy: ['kind', 'touchpoint', 'survey_id', 'account.segment', 'account.country'],
  grain: 'month',
  minimumSample: 30,
  guards: ['nps', 'csat', 'ces'],
  partner: null,
  decomposition: null,
  seed: 'S1#18,#25; S4 L39',
  source: 'Response rate RR1, of the invitations that arrived (AAPOR, Standard Definitions)',
  texts: {
    es: {
      name: 'Tasa de respuesta a encuestas',
      question: '¿Qué parte de los clientes contesta cuando les preguntamos?',
      definition:
        'De las encuestas entregadas que se enviaron en el periodo, las que se contestaron dentro del plazo (30 días si no se cambia). Varias respuestas a la misma invitación cuentan una.',
      formula: 'Invitaciones contestadas en plazo / invitaciones entregadas',
      why: 'Dice cuánto creer al resto de encuestas: si contesta poca gente, el NPS y la satisfacción son los de quien tenía ganas de hablar.',
      rise: 'Compruebe que no se debe a invitar solo a los contentos. Con más respuestas, mire si cambian la satisfacción o el NPS: la diferencia era el sesgo.',
      fall: 'Vea qué encuesta o punto de contacto la baja. Acorte el cuestionario, pregunte justo después de la experiencia y no escriba dos veces al mismo cliente en poco tiempo. Responda a quien se queja: callar enseña a no contestar.',
      caveats:
        'Los textos de origen piden recoger opiniones dentro del CRM, pero no esta tasa: es la guardia que necesitan las demás. Hace falta que cada respuesta diga a qué invitación contesta; si no, «period» divide las respuestas del periodo entre las entregas y puede pasar del 100 %. Si no se sabe qué se entregó, se usan las enviadas.',
    },
    en: {
      name: 'Survey response rate',
      question: 'What share of customers answers when we ask?',
      definition:
        'Of the delivered surveys sent in the period, those answered within the window (30 days unless changed). Several answers to one invitation count once.',
      formula: 'Invitations answered in time / invitations delivered',
      why: 'It tells how far to trust the other surveys: if few answer, NPS and satisfaction are those of people who felt like talking.',
      rise: 'Make sure it is not from inviting only the happy. With more answers, see whether satisfaction or NPS move: the difference was the bias.',
      fall: 'Which survey or touchpoint lowers it? Shorten the questionnaire, ask right after the experience and do not write to the same customer twice in a short time. Reply to those who complain: silence teaches people not to answer.',
      caveats:
        'The source texts ask to collect opinions within the CRM, not for this rate: it is the guard that the others need. Each answer must name its invitation; otherwise "period" divides the answers of a period by its deliveries and may exceed 100 %. Where deliveries are unknown, those sent stand in.',
    },
  },
  examples: [
    {
      name: 'Answered within 30 days',
      given: rows,
      exportedAt: '2024-04-30',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 0.5, numerator: 2, denominator: 4 },
        { start: '2024-02-01', value: null, state: 'no_data' },
      ],
      because:
        'Four delivered (i5 was not, i6 is a test): i1 (twice, counted once) and i3 after 14 days; i4 after 59 is too late; i2 never.',
    },
    {
      name: 'By kind of survey',
      given: rows,
      exportedAt: '2024-04-30',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month', by: ['kind'] },
      expect: [
        { start: '2024-01-01', group: { kind: 'nps' }, value: 0.5, numerator: 1, denominator: 2 },
        { start: '2024-01-01', group: { kind: 'csat' }, value: 0.5, numerator: 1, denominator: 2 },
      ],
      because: 'nps: i1 of i1 and i2. csat: i3 of i3 and i4.',
    },
    {
      name: 'Of all that were sent',
      given: rows,
      exportedAt: '2024-04-30',
      query: { variant: 'sent', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.4, numerator: 2, denominator: 5 }],
      because: 'i5 went out and never arrived: 2/5.',
    },
    {
      name: 'Without the link between answer and invitation it is another figure',
      given: rows,
      exportedAt: '2024-04-30',
      query: { variant: 'period', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.75, numerator: 3, denominator: 4 }],
      because: 'Three answers came in January (two to the same invitation, one to none) over four deliveries.',
    },
  ],
});
