import { arithmetic, input } from '../../metrics/build.ts';
import { compare, field, money } from '../../metrics/expression.ts';
import type { RetentionMetric } from '../../metrics/metric.ts';
import { customerCases } from '../definitions/contested.ts';
import { customerDimensions, customerNeeds, customerRetention } from '../definitions/customer.ts';
import { orderSales, retainedSales } from '../definitions/sales.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

/** Recurring revenue of the accounts of the start: what is left of it, with or without their growth. */
const recurring = (mode: 'net' | 'gross'): RetentionMetric => ({
  kind: 'retention',
  dataset: 'mrr_span',
  entity: 'account_id',
  where: compare(field('mrr'), '>', 0),
  mode,
  weighting: 'value',
  value: money('mrr', 'valid_from'),
});
const recurringNeeds = ['contract.account_id', 'contract.started_at', 'contract.amount', 'contract.period'];

const given: WorkedExample['given'] = {
  account: ['A1', 'A2', 'A3', 'A4'].map((id) => ({ id, segment: id === 'A1' ? 'Hoteles' : 'Tiendas' })),
  contract: [
    { id: 'C1', account_id: 'A1', started_at: '2022-01-01', amount: 100, period: 'month' },
    { id: 'C2', account_id: 'A1', started_at: '2023-05-01', amount: 600, period: 'year' },
    { id: 'C3', account_id: 'A2', started_at: '2022-01-01', ends_at: '2023-03-31', amount: 200, period: 'month' },
    { id: 'C4', account_id: 'A2', started_at: '2023-04-01', amount: 150, period: 'month', previous_id: 'C3' },
    {
      id: 'C5',
      account_id: 'A3',
      started_at: '2022-01-01',
      ends_at: '2023-06-30',
      cancelled_at: '2023-06-30',
      amount: 300,
      period: 'quarter',
    },
    { id: 'C6', account_id: 'A4', started_at: '2023-02-01', amount: 900, period: 'month' },
    { id: 'C7', account_id: 'A1', started_at: '2022-01-01', amount: 5000, period: 'month', is_test: true },
  ],
  order: [
    { id: 'O1', account_id: 'A1', ordered_at: '2022-03-01', status: 'completed', amount: 1000 },
    { id: 'O2', account_id: 'A3', ordered_at: '2022-03-01', status: 'completed', amount: 1000 },
    { id: 'O3', account_id: 'A1', ordered_at: '2023-03-01', status: 'completed', amount: 1500 },
    { id: 'O4', account_id: 'A3', ordered_at: '2023-03-01', status: 'completed', amount: 400 },
    { id: 'O5', account_id: 'A4', ordered_at: '2023-03-01', status: 'completed', amount: 9000 },
  ],
};
const year = { from: '2023-01-01', to: '2023-12-31', grain: 'year' } as const;

export default defineKpi({
  id: 'customer_growth_rate',
  ref: 'K-089',
  area: 'customers',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['customer_value', 'revenue', 'customer_relationship'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    net: {
      label: { es: 'Retención neta de ingresos recurrentes (NRR)', en: 'Net recurring revenue retention (NRR)' },
      metric: () => recurring('net'),
      needs: recurringNeeds,
    },
    orders: {
      label: {
        es: 'Ventas a los clientes retenidos sobre las de todo el periodo anterior',
        en: 'Sales to the retained over all sales of the period before',
      },
      metric: () => ({
        kind: 'derived',
        expression: arithmetic(input('retained'), '/', input('before')),
        metrics: { retained: { metric: retainedSales('order') }, before: { metric: orderSales, offset: 1 } },
      }),
    },
    gross: {
      label: { es: 'Retención bruta (GRR): sin contar lo que crecen', en: 'Gross retention (GRR): growth left out' },
      metric: () => recurring('gross'),
      needs: recurringNeeds,
    },
    logos: {
      label: { es: 'Por número de clientes', en: 'By number of customers' },
      metric: () => customerRetention('rate'),
      needs: customerNeeds,
    },
  },
  defaults: ['net', 'orders'],
  needs: [...customerNeeds, 'order.account_id', 'order.ordered_at', 'order.amount'],
  terms: ['customer', 'active', 'churn_date'],
  drillBy: customerDimensions,
  grain: 'year',
  minimumSample: 20,
  guards: ['retention_rate', 'churn_rate'],
  partner: null,
  decomposition: null,
  seed: 'S2 L38',
  source: 'SaaS Metrics Standards Board (closed cohort)',
  texts: {
    es: {
      name: 'Crecimiento por cliente',
      question: 'Los clientes que teníamos al empezar, ¿valen hoy más o menos que entonces?',
      definition:
        'Ingreso recurrente al cierre de los clientes que había al inicio, entre el que tenían al inicio. Suma lo que amplían, resta lo que reducen y lo que se va; los nuevos no cuentan. Por encima del 100 %, la base crece sola.',
      formula: 'Ingreso recurrente al cierre de los clientes del inicio / su ingreso recurrente al inicio',
      why: 'Dice si la empresa crecería sin captar a nadie: el paso de la retención al crecimiento en el ciclo de vida.',
      rise: 'Compare con la retención bruta: si esta no sube, son unos pocos que amplían mucho y tapan a los que se van. Vea qué se les vendió.',
      fall: 'Separe bajas de reducciones: las bajas llevan a los motivos de abandono; las reducciones, a precio, uso y cuota de cliente.',
      caveats:
        'El texto de origen solo habla de aumentar el valor a largo plazo: se elige la retención neta con grupo cerrado, la norma del sector. Necesita contratos con importe y periodicidad. Sin ellos se comparan ventas: las de los clientes retenidos entre todas las del periodo anterior, que es más tosca. La bruta nunca pasa del 100 %. Un cambio de contrato en el día siguiente no cuenta como baja.',
    },
    en: {
      name: 'Customer growth (expansion)',
      question: 'Are the customers we had at the start worth more or less today?',
      definition:
        'Recurring revenue at the close of the customers there were at the start, over what they had at the start. It adds what they expand and takes off what they reduce and what leaves; new ones are out. Above 100 % the base grows by itself.',
      formula: 'Recurring revenue at the close of the customers of the start / their recurring revenue at the start',
      why: 'It says whether the company would grow without winning anybody: the step from retention to growth in the life cycle.',
      rise: 'Compare with gross retention: if that does not rise, a few expand a lot and hide those who leave. See what was sold to them.',
      fall: 'Tell losses from reductions: losses lead to churn reasons; reductions to price, use and share of wallet.',
      caveats:
        'The source text only speaks of raising long-term value: net retention of a closed cohort is chosen, the standard of the trade. It needs contracts with amount and period. Without them sales are compared, those to customers retained over all of the period before, which is coarser. Gross never exceeds 100 %. A change of contract on the next day is no loss.',
    },
  },
  examples: [
    {
      name: 'net: expansion, reduction and loss',
      given,
      exportedAt: '2023-12-31',
      query: year,
      expect: [{ start: '2023-01-01', value: 0.75, numerator: 300, denominator: 400 }],
      because:
        'Start: A1 100, A2 200, A3 300 a quarter = 100: 400 a month. Close: A1 100 + 600/12 = 150, A2 150, A3 gone: 300. A4 is new; the test contract is out. 300/400.',
    },
    {
      name: 'gross leaves A1’s growth out',
      given,
      exportedAt: '2023-12-31',
      query: { ...year, variant: 'gross' },
      expect: [{ start: '2023-01-01', value: 0.625, numerator: 250, denominator: 400 }],
      because: 'A1 counts 100 at most, A2 150, A3 0: 250/400.',
    },
    {
      name: 'by sales',
      given,
      exportedAt: '2023-12-31',
      query: { ...year, variant: 'orders' },
      expect: [{ start: '2023-01-01', value: 0.75 }],
      because: 'A1 and A2 stay and bought 1,500; all bought 2,000 in 2022: 0.75. A3 left, A4 is new.',
    },
    {
      name: 'by number',
      given,
      exportedAt: '2023-12-31',
      query: { ...year, variant: 'logos' },
      expect: [{ start: '2023-01-01', value: 2 / 3, numerator: 2, denominator: 3 }],
      because: 'A1 and A2 of A1, A2 and A3.',
    },
    {
      name: 'nobody at the start',
      given,
      exportedAt: '2023-12-31',
      query: { from: '2021-01-01', to: '2021-12-31', grain: 'year' },
      expect: [{ start: '2021-01-01', value: null, denominator: 0 }],
      because: '0 of 0.',
    },
    ...customerCases({
      usual: [{ value: 1, numerator: 100, denominator: 100 }, 'Of A2’s 100 a month, 100.'],
      end_of_service: [{ value: 1, numerator: 200, denominator: 200 }, 'Of the 200 of A1 and A2, 200.'],
      renewal_due: [{ value: 0.5, numerator: 100, denominator: 200 }, 'Of the 200 of A1 and A2, A2’s 100.'],
    }),
    ...customerCases(
      {
        contracts: [{ value: 1 / 1, numerator: 1, denominator: 1 }, 'A2 stays: 1/1.'],
        orders: [{ value: 1 / 2, numerator: 1, denominator: 2 }, 'A3 stays, A5 goes: 1/2.'],
        active: [{ value: 1 / 1, numerator: 1, denominator: 1 }, 'A2 stays: 1/1; who comes back was not there at the start.'],
      },
      { query: { variant: 'logos' } },
    ),
  ],
});
