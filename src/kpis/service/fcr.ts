import { proportion } from '../../metrics/build.ts';
import { all, any, coalesce, compare, type Expression, field, isKnown, isNot, isNull } from '../../metrics/expression.ts';
import type { RatioMetric } from '../../metrics/metric.ts';
import { labels } from '../definitions/labels.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const handled = all(isNot('ticket.status', 'cancelled'), isNot('ticket.resolved_by', 'customer'));
const firstLevel = any(isNull('ticket.level'), compare(field('ticket.level'), '<=', 1));
const oneContact = all(compare(coalesce(field('contacts'), 1), '<=', 1), compare(coalesce(field('transfers'), 0), '=', 0));
const notReopened = all(isNull('ticket.reopened_at'), compare(coalesce(field('ticket.reopen_count'), 0), '=', 0));

const resolvedAtFirst = (repeatDays: number): Expression =>
  all(isKnown('resolved_at'), oneContact, notReopened, any(isNull('days_to_repeat'), compare(field('days_to_repeat'), '>', repeatDays)));
const rate = (repeatDays: number, where: Expression): RatioMetric => ({
  ...proportion('ticket_contact', { at: 'opened_at', where, part: resolvedAtFirst(repeatDays) }),
  settles_in: repeatDays,
});

const given: WorkedExample['given'] = {
  account: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map((id) => ({ id })),
  ticket: [
    { id: 'T1', account_id: 'A1', opened_at: '2024-02-01', resolved_at: '2024-02-01', contact_count: 1, transfer_count: 0, level: 1 },
    { id: 'T2', account_id: 'A2', opened_at: '2024-02-02', resolved_at: '2024-02-04', contact_count: 2, transfer_count: 0, level: 1 },
    { id: 'T3', account_id: 'A3', opened_at: '2024-02-02', resolved_at: '2024-02-02', contact_count: 1, transfer_count: 1, level: 2 },
    {
      id: 'T4',
      account_id: 'A4',
      opened_at: '2024-02-03',
      resolved_at: '2024-02-03',
      contact_count: 1,
      transfer_count: 0,
      reopened_at: '2024-02-20',
      reopen_count: 1,
      level: 1,
    },
    { id: 'T5', account_id: 'A5', opened_at: '2024-02-05', resolved_at: '2024-02-05', contact_count: 1, transfer_count: 0, level: 1 },
    { id: 'T6', account_id: 'A5', opened_at: '2024-02-08', resolved_at: '2024-02-08', contact_count: 1, transfer_count: 0, level: 1 },
    {
      id: 'T7',
      account_id: 'A6',
      opened_at: '2024-02-09',
      resolved_at: '2024-02-09',
      contact_count: 1,
      transfer_count: 0,
      level: 1,
      is_test: true,
    },
  ],
};
const february = { from: '2024-02-01', to: '2024-02-29', grain: 'month' } as const;

export default defineKpi({
  id: 'fcr',
  ref: 'K-092',
  area: 'service',
  band: 'perception',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['customer_satisfaction', 'work_effectiveness'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    repeat_days: {
      default: 7,
      name: { es: 'Días en los que un nuevo contacto cuenta como repetición', en: 'Days in which another contact counts as a repeat' },
      between: [1, 30],
    },
  },
  variants: {
    default: {
      label: { es: 'Bruta: sobre todos los casos atendidos', en: 'Gross: of all cases handled' },
      metric: ({ repeat_days }) => rate(repeat_days, handled),
    },
    net: {
      label: { es: 'Neta: sin los que el primer nivel no puede resolver', en: 'Net: without those the first level cannot resolve' },
      metric: ({ repeat_days }) => rate(repeat_days, all(handled, firstLevel)),
    },
    seed: {
      label: labels.seed,
      metric: () => proportion('ticket_contact', { at: 'opened_at', where: handled, part: oneContact }),
    },
  },
  defaults: ['default'],
  needs: [
    'ticket.opened_at',
    'ticket.resolved_at',
    ['ticket.contact_count', 'ticket.transfer_count', 'ticket.reopen_count', 'activity.ticket_id'],
  ],
  terms: [],
  drillBy: ['topic', 'channel', 'owner.name', 'product.name', 'type'],
  grain: 'month',
  minimumSample: 30,
  guards: ['self_service_rate', 'csat', 'reopen_rate'],
  partner: null,
  decomposition: null,
  seed: 'S1#16',
  source: 'MetricNet (gross and net FCR); SQM Group (repeat window of 1–30 days)',
  texts: {
    es: {
      name: 'Resolución en el primer contacto (FCR)',
      question: '¿Qué parte de los casos se resuelve a la primera?',
      definition:
        'De los casos abiertos en el periodo que atendió el equipo, la fracción resuelta con un solo contacto, sin traspasos ni reapertura y sin que el cliente vuelva a contactar en los días fijados (7 por defecto).',
      formula: 'Casos resueltos al primer contacto y sin repetición / casos atendidos',
      why: 'Es lo que más pesa en la satisfacción con el servicio y lo que más abarata: cada repetición es otro contacto que pagar.',
      rise: 'Compruebe que no se cierra en falso: mire la tasa de reapertura y la satisfacción.',
      fall: 'Búsquela por tema y canal: falta de información, permisos o formación en el primer nivel, o casos que entran por la puerta equivocada. Si el autoservicio ha subido, baja sola: solo llega lo difícil.',
      caveats:
        'El texto de origen mezcla encaminar bien la llamada con resolverla: su variante solo pide que no haya traspaso ni seguimiento. La neta excluye lo que el primer nivel no puede resolver. La cifra depende del plazo de repetición, y un periodo no está maduro hasta que ese plazo ha pasado. Léala siempre junto al autoservicio.',
    },
    en: {
      name: 'First contact resolution',
      question: 'What share of the cases is resolved at the first go?',
      definition:
        'Of the cases opened in the period that the team handled, the share resolved in one contact, without transfer or reopening and without the customer coming back within the days set (7 by default).',
      formula: 'Cases resolved at first contact without repeat / cases handled',
      why: 'Nothing weighs more on satisfaction with service, nor saves more: each repeat is another contact to pay for.',
      rise: 'Make sure cases are not closed too soon: look at the reopen rate and satisfaction.',
      fall: 'Split by topic and channel: the first level lacks information, rights or training, or cases come in by the wrong door. If self-service has risen, it falls by itself: only the hard ones arrive.',
      caveats:
        'The source text mixes routing a call rightly with resolving it: its variant asks only for no transfer and no follow-up. The net variant leaves out what the first level cannot resolve. The figure depends on the repeat window, and a period is not mature until that has passed. Always read it beside self-service.',
    },
  },
  examples: [
    {
      name: 'gross, seven days',
      given,
      exportedAt: '2024-03-31',
      query: february,
      expect: [{ start: '2024-02-01', value: 1 / 3, numerator: 2, denominator: 6 }],
      because: 'T1 and T6. T2 took two contacts, T3 was transferred, T4 reopened, T5’s customer was back after 3 days. 2/6; T7 is a test.',
    },
    {
      name: 'net: the second-level case is out',
      given,
      exportedAt: '2024-03-31',
      query: { ...february, variant: 'net' },
      expect: [{ start: '2024-02-01', value: 0.4, numerator: 2, denominator: 5 }],
      because: 'Without T3: 2/5.',
    },
    {
      name: 'a window of two days forgives the repeat after three',
      given,
      settings: { kpis: { fcr: { repeat_days: 2 } } },
      exportedAt: '2024-03-31',
      query: february,
      expect: [{ start: '2024-02-01', value: 0.5, numerator: 3, denominator: 6 }],
      because: 'T5 counts too: 3/6.',
    },
    {
      name: 'the text: no transfer and no follow-up, resolved for good or not',
      given,
      exportedAt: '2024-03-31',
      query: { ...february, variant: 'seed' },
      expect: [{ start: '2024-02-01', value: 2 / 3, numerator: 4, denominator: 6 }],
      because: 'T1, T4, T5, T6: 4/6. Reopening and repeats are not looked at.',
    },
    {
      name: 'no cases: no rate',
      given,
      exportedAt: '2024-04-30',
      query: { from: '2024-03-01', to: '2024-03-31', grain: 'month' },
      expect: [{ start: '2024-03-01', value: null, numerator: 0, denominator: 0 }],
      because: 'Nothing was opened in March.',
    },
  ],
});
