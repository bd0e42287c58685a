import { partOf, proportion, sumMoney } from '../../metrics/build.ts';
import { all, compare, day, is } from '../../metrics/expression.ts';
import { customerCases } from '../definitions/contested.ts';
import { customerRetention } from '../definitions/customer.ts';
import { labels } from '../definitions/labels.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const due = { at: 'due_on' } as const;
const renewed = is('is_renewed', true);

const given: WorkedExample['given'] = {
  account: ['A1', 'A2', 'A3', 'A4', 'A5'].map((id) => ({ id })),
  contract: [
    { id: 'C1', account_id: 'A1', started_at: '2023-02-01', renewal_due_on: '2024-01-31', renewed_at: '2024-01-25', amount: 1000 },
    { id: 'C2', account_id: 'A2', started_at: '2023-02-16', renewal_due_on: '2024-02-15', ends_at: '2024-02-15', amount: 3000 },
    {
      id: 'C3',
      account_id: 'A3',
      started_at: '2023-03-11',
      renewal_due_on: '2024-03-10',
      renewed_at: '2024-03-20T11:00:00Z',
      amount: 2000,
    },
    { id: 'C4', account_id: 'A4', started_at: '2023-05-02', renewal_due_on: '2024-05-01', amount: 5000 },
    {
      id: 'C5',
      account_id: 'A5',
      started_at: '2023-02-02',
      renewal_due_on: '2024-02-01',
      renewed_at: '2024-02-01',
      amount: 900,
      is_test: true,
    },
  ],
};
const quarter = { from: '2024-01-01', to: '2024-03-31', grain: 'quarter' } as const;

export default defineKpi({
  id: 'renewal_rate',
  ref: 'K-072',
  area: 'customers',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['customer_satisfaction', 'customer_value', 'revenue', 'business_performance'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    by_count: { label: labels.byCount, metric: () => proportion('renewal', { ...due, part: renewed }) },
    by_value: {
      label: labels.byValue,
      metric: () => partOf(sumMoney('renewal', 'amount', { ...due, where: renewed }), sumMoney('renewal', 'amount', due)),
      needs: ['contract.amount'],
    },
    on_time: {
      label: { es: 'Renovados antes de vencer o el mismo día', en: 'Renewed on or before the due date' },
      metric: () => proportion('renewal', { ...due, part: all(renewed, compare(day('renewed_at'), '<=', day('due_on'))) }),
    },
    seed: { label: labels.seed, metric: () => ({ ...customerRetention('rate'), where: is('origin', 'contract') }) },
  },
  defaults: ['by_count', 'by_value'],
  needs: ['contract.account_id', ['contract.renewal_due_on', 'contract.ends_at']],
  terms: ['customer', 'active', 'churn_date'],
  drillBy: ['product.name', 'owner.name', 'account.segment', 'account.industry'],
  grain: 'month',
  minimumSample: 20,
  guards: ['retention_rate', 'churned_customers'],
  partner: null,
  decomposition: null,
  seed: 'S4 L28,L45,L52',
  source: 'Paddle; RetentionLens (cohort due only)',
  texts: {
    es: {
      name: 'Tasa de renovación',
      question: 'De los contratos que vencían, ¿qué parte se ha renovado?',
      definition:
        'Contratos que vencen en el periodo y se renuevan, entre los que vencen en el periodo. Los que aún no vencen no entran. Por importe, pesa lo que valía el contrato que vence.',
      formula: 'Contratos renovados / contratos que vencían en el periodo',
      why: 'Es el momento en que el cliente decide; avisa del abandono antes de que se note en los ingresos.',
      rise: 'Mire si sube también por importe: renovar muchos contratos pequeños y perder los grandes deja peor que antes.',
      fall: 'Llame ya a los que vencen en los próximos noventa días y cruce los perdidos con incidencias y satisfacción. Si solo cae por importe, se van los grandes.',
      caveats:
        'El texto de origen habla de «cuántos clientes deciden seguir», que es retención: esa lectura es su variante. Un contrato renovado tarde cuenta en el mes en que vencía, así que los últimos meses pueden mejorar. Las subidas de precio no entran.',
    },
    en: {
      name: 'Renewal rate',
      question: 'Of the contracts that fell due, what share was renewed?',
      definition:
        'Contracts due in the period that were renewed, over contracts due in the period; those not due yet are out. By value, each weighs what the contract that ends was worth.',
      formula: 'Contracts renewed / contracts due for renewal in the period',
      why: 'This is when the customer decides; it warns of churn before revenue shows it.',
      rise: 'See whether it rises by value too: renewing many small contracts and losing large ones leaves you worse off.',
      fall: 'Call those due in the next ninety days now, and set the lost ones against incidents and satisfaction. If only the value falls, the large ones leave.',
      caveats:
        'The source text speaks of "how many customers decide to go on", which is retention: that reading is its variant. A contract renewed late counts in the month it was due, so the latest months may still improve. Price rises are not counted.',
    },
  },
  examples: [
    {
      name: 'by count, of those due in the quarter',
      given,
      exportedAt: '2024-04-15',
      query: quarter,
      expect: [{ start: '2024-01-01', value: 2 / 3, numerator: 2, denominator: 3 }],
      because: 'Due: C1, C2, C3 (C4 is due in May, C5 is a test). Renewed: C1 and, late, C3.',
    },
    {
      name: 'by value',
      given,
      exportedAt: '2024-04-15',
      query: { ...quarter, variant: 'by_value' },
      expect: [{ start: '2024-01-01', value: 0.5, numerator: 3000, denominator: 6000 }],
      because: '(1,000 + 2,000) / (1,000 + 3,000 + 2,000) = 0.5: the largest went.',
    },
    {
      name: 'on time: the late renewal does not count',
      given,
      exportedAt: '2024-04-15',
      query: { ...quarter, variant: 'on_time' },
      expect: [{ start: '2024-01-01', value: 1 / 3, numerator: 1, denominator: 3 }],
      because: 'C1 on 25 January, before the 31st; C3 ten days after its date.',
    },
    {
      name: 'the wording of the text is retention: customers who are not due count too',
      given: {
        account: ['A1', 'A2', 'A3', 'A4'].map((id) => ({ id })),
        contract: [
          {
            id: 'C1',
            account_id: 'A1',
            started_at: '2023-02-01',
            renewal_due_on: '2024-02-01',
            ends_at: '2024-02-01',
            cancelled_at: '2024-02-01',
          },
          { id: 'C2', account_id: 'A2', started_at: '2023-06-01' },
          { id: 'C3', account_id: 'A3', started_at: '2023-07-01' },
          { id: 'C4', account_id: 'A4', started_at: '2023-08-01' },
        ],
      },
      exportedAt: '2024-04-15',
      query: { ...quarter, variant: 'seed' },
      expect: [{ start: '2024-01-01', value: 0.75, numerator: 3, denominator: 4 }],
      because: 'Of four customers at the start three remain: 0.75. Of the one contract due none was renewed: the renewal rate is 0.',
    },
    {
      name: 'a month in which nothing is due',
      given,
      exportedAt: '2024-04-30',
      query: { from: '2024-03-01', to: '2024-04-30', grain: 'month' },
      expect: [
        { start: '2024-03-01', value: 1, numerator: 1, denominator: 1 },
        { start: '2024-04-01', value: null, numerator: 0, denominator: 0 },
      ],
      because: 'March: C3, renewed: 1/1. April: nothing due: null.',
    },
    ...customerCases(
      {
        usual: [{ value: 1 / 1, numerator: 1, denominator: 1 }, 'With a contract at the start: A2, who stays.'],
        orders: [{ value: null, numerator: 0, denominator: 0 }, 'Nobody is a customer by contract.'],
        end_of_service: [{ value: 2 / 2, numerator: 2, denominator: 2 }, 'With a contract at the start: A1 and A2, who stay.'],
        renewal_due: [{ value: 1 / 2, numerator: 1, denominator: 2 }, 'With a contract at the start: A1 and A2; A1 goes.'],
      },
      { query: { variant: 'seed' } },
    ),
  ],
});
