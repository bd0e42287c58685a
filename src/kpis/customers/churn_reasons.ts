import { count, sum } from '../../metrics/build.ts';
import { calculate, choose, is, money } from '../../metrics/expression.ts';
import type { Metric } from '../../metrics/metric.ts';
import { customerCases } from '../definitions/contested.ts';
import { customerNeeds } from '../definitions/customer.ts';
import { labels } from '../definitions/labels.ts';
import { reasonMix } from '../definitions/mix.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const mix = (of: Metric) => reasonMix('cancel_reason', of);

const timesAYear = choose(is('period', 'month'), 12, choose(is('period', 'quarter'), 4, 1));
/** What the contracts cancelled were worth a year; one without a period, its amount. */
const yearlyValue = sum('contract', calculate(money('amount', 'started_at'), '*', timesAYear), { at: 'cancelled_at' });

const given: WorkedExample['given'] = {
  account: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map((id) => ({ id })),
  contract: [
    {
      id: 'C1',
      account_id: 'A1',
      started_at: '2023-01-01',
      cancelled_at: '2024-01-10',
      cancel_reason: 'Precio',
      amount: 100,
      period: 'month',
    },
    {
      id: 'C2',
      account_id: 'A2',
      started_at: '2023-01-01',
      cancelled_at: '2024-01-15',
      cancel_reason: 'Lentitud',
      amount: 1800,
      period: 'year',
    },
    {
      id: 'C3',
      account_id: 'A3',
      started_at: '2023-01-01',
      cancelled_at: '2024-01-20',
      cancel_reason: 'Lentitud',
      amount: 600,
      period: 'year',
    },
    { id: 'C4', account_id: 'A4', started_at: '2023-01-01', cancelled_at: '2024-01-25', amount: 300, period: 'quarter' },
    { id: 'C5', account_id: 'A5', started_at: '2023-01-01', amount: 500, period: 'year' },
    {
      id: 'C6',
      account_id: 'A6',
      started_at: '2023-01-01',
      cancelled_at: '2024-01-25',
      cancel_reason: 'Precio',
      amount: 9000,
      is_test: true,
    },
    {
      id: 'C7',
      account_id: 'A5',
      started_at: '2023-01-01',
      cancelled_at: '2024-01-28',
      cancel_reason: 'Cambio de plan',
      amount: 1200,
      period: 'year',
    },
  ],
};

export default defineKpi({
  id: 'churn_reasons',
  ref: 'K-071',
  area: 'customers',
  band: 'perception',
  direction: 'none',
  timing: 'lagging',
  nature: 'failure',
  unit: 'rate',
  tags: ['customer_satisfaction', 'quality', 'market_demand'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    by_count: { label: labels.byCount, metric: () => mix(count('customer_span', { at: 'valid_to' })) },
    by_value: {
      label: { es: 'Por importe anual de los contratos cancelados', en: 'By yearly value of the contracts cancelled' },
      metric: () => mix(yearlyValue),
      needs: ['contract.cancelled_at', 'contract.cancel_reason', 'contract.amount'],
    },
  },
  defaults: ['by_count'],
  needs: [...customerNeeds, 'contract.cancel_reason'],
  terms: ['customer', 'active', 'churn_date'],
  drillBy: ['cancel_reason', 'account.segment', 'account.industry', 'account.owner.name'],
  grain: 'quarter',
  minimumSample: 20,
  guards: ['churned_customers', 'churn_rate'],
  partner: null,
  decomposition: null,
  seed: 'S1#14, S4 L48',
  source: 'Mix of cancellation reasons, unknown included',
  texts: {
    es: {
      name: 'Motivos de abandono',
      question: '¿Por qué se van los clientes?',
      definition:
        'Reparto de las bajas del periodo entre los motivos anotados al cancelar. Las que no tienen motivo, también las de quien simplemente dejó de pedir, salen como desconocido: todo suma el 100 %.',
      formula: 'Bajas por cada motivo / bajas del periodo',
      why: 'Saber cuántos se van no arregla nada; saber por qué dice a quién le toca: servicio, precio, producto o competencia.',
      rise: 'Si crece la mala experiencia o la lentitud, compare las fechas con el tiempo de respuesta, el de resolución y el CSAT de los meses anteriores. Si crece el precio, mire qué segmento y qué oferta tenía delante.',
      fall: 'Confirme que el problema se ha resuelto y que el motivo no se ha repartido bajo otros nombres. Si baja el desconocido, los demás suben sin que nada haya cambiado.',
      caveats:
        'Cuenta todas las bajas del periodo, también las de quien entró en él: puede no coincidir con clientes perdidos, que parte de los que había al inicio. Por importe se suman los contratos cancelados, llevados al año, aunque el cliente conserve otros. El motivo es el que alguien escribió: por debajo del 80 % de motivos conocidos (va en el detalle) sea prudente. Que la causa sea el servicio, como supone el texto de origen, es una hipótesis: compruébela con sus tiempos.',
    },
    en: {
      name: 'Churn-reason mix',
      question: 'Why do customers leave?',
      definition:
        'How the losses of the period divide among the reasons given on cancelling. Those without one, among them everybody who just stopped ordering, show as unknown, so that all adds up to 100 %.',
      formula: 'Losses for each reason / losses of the period',
      why: 'Knowing how many leave mends nothing; knowing why says whose turn it is: service, pricing, product or the competition.',
      rise: 'If bad experience or slowness grows, set the dates against response time, resolution time and CSAT of the months before. If price grows, see in which segment and against which offer.',
      fall: 'Make sure the trouble is over and the reason has not been spread under other names. When "unknown" shrinks, the others rise with nothing changed.',
      caveats:
        'Every loss of the period counts, also of those who joined within it, so it may differ from churned customers, which starts from those there at the beginning. By value, the contracts cancelled count, brought to a year, even if the customer keeps others. The reason is what somebody wrote: with fewer than 80 % known (see the detail) tread with care. That service is the cause, as the source text supposes, is a hypothesis: test it with your times.',
    },
  },
  examples: [
    {
      name: 'shares by count, the unknown among them',
      given,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', group: { cancel_reason: 'Lentitud' }, value: 0.5, numerator: 2, denominator: 4 },
        { start: '2024-01-01', group: { cancel_reason: 'Precio' }, value: 0.25, numerator: 1, denominator: 4 },
        { start: '2024-01-01', group: { cancel_reason: null }, value: 0.25, numerator: 1, denominator: 4 },
      ],
      because: 'A1 to A4 leave: one for the price, two for slowness, one unknown. A5 keeps a contract; A6 is a test.',
    },
    {
      name: 'by value A1’s monthly fee weighs twelve times',
      given,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month', variant: 'by_value' },
      expect: [
        { start: '2024-01-01', group: { cancel_reason: 'Lentitud' }, value: 0.4, numerator: 2400, denominator: 6000 },
        { start: '2024-01-01', group: { cancel_reason: 'Precio' }, value: 0.2, numerator: 1200, denominator: 6000 },
        { start: '2024-01-01', group: { cancel_reason: 'Cambio de plan' }, value: 0.2, numerator: 1200, denominator: 6000 },
        { start: '2024-01-01', group: { cancel_reason: null }, value: 0.2, numerator: 1200, denominator: 6000 },
      ],
      because:
        'Slowness 1,800 + 600; price 100 × 12; unknown 300 × 4; and A5’s change of plan, 1,200, though A5 stays a customer. Of 6,000 in all.',
    },
    {
      name: 'nobody leaves in February: no shares',
      given,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', group: { cancel_reason: 'Precio' }, value: 0.25 },
        { start: '2024-02-01', group: { cancel_reason: 'Precio' }, value: null, numerator: 0, denominator: 0 },
      ],
      because: 'January 1 of 4; February 0 of 0.',
    },
    ...customerCases(
      {
        usual: [{ group: { cancel_reason: null }, value: 1 }, 'Only A5 ends in February, and nobody knows why: all of 1.'],
        orders: [{ group: { cancel_reason: null }, value: 1 }, 'Only A5 ends: all of 1.'],
        renewal_due: [{ group: { cancel_reason: 'Precio' }, value: 0.5 }, 'A1 (Precio) and A5 (unknown) end in February: 1 of 2.'],
        end_of_service: [{ group: { cancel_reason: null }, value: 1 }, 'Only A5 ends in February: all of 1.'],
      },
      { query: { by: ['cancel_reason'] } },
    ),
  ],
});
