import { customerCases } from '../definitions/contested.ts';
import { customerDimensions, customerNeeds, customerRetention } from '../definitions/customer.ts';
import { labels } from '../definitions/labels.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const returning: WorkedExample['given'] = {
  account: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7'].map((id) => ({ id })),
  contract: [
    { id: 'C1', account_id: 'A1', started_at: '2023-01-01' },
    { id: 'C2', account_id: 'A2', started_at: '2023-01-01' },
    { id: 'C3', account_id: 'A3', started_at: '2023-04-01' },
    { id: 'C4', account_id: 'A4', started_at: '2023-12-31' },
    { id: 'C5', account_id: 'A5', started_at: '2023-02-01', ends_at: '2024-06-30', cancelled_at: '2024-06-30' },
    { id: 'C6', account_id: 'A6', started_at: '2022-01-01', ends_at: '2022-12-31', cancelled_at: '2022-12-31' },
    { id: 'C7', account_id: 'A6', started_at: '2024-03-01' },
    { id: 'C8', account_id: 'A7', started_at: '2024-05-01' },
  ],
};

const comeAndGone: WorkedExample['given'] = {
  account: ['A1', 'A2', 'A3', 'A4', 'A5'].map((id) => ({ id })),
  contract: [
    { id: 'C1', account_id: 'A1', started_at: '2023-01-01' },
    { id: 'C2', account_id: 'A2', started_at: '2023-01-01' },
    { id: 'C3', account_id: 'A3', started_at: '2023-01-01' },
    { id: 'C4', account_id: 'A4', started_at: '2023-01-01' },
    { id: 'C5', account_id: 'A5', started_at: '2024-02-01', ends_at: '2024-09-30', cancelled_at: '2024-09-30' },
  ],
};

const year = { from: '2024-01-01', to: '2024-12-31', grain: 'year' } as const;

export default defineKpi({
  id: 'retention_rate',
  ref: 'K-068',
  area: 'customers',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['customer_satisfaction', 'customer_value', 'brand_value', 'sales'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: { label: { es: 'Por conjuntos: |S ∩ E| / |S|', en: 'By sets: |S ∩ E| / |S|' }, metric: () => customerRetention('rate') },
    seed: { label: labels.seed, metric: () => customerRetention('formula') },
  },
  defaults: ['default'],
  needs: customerNeeds,
  terms: ['customer', 'active', 'churn_date'],
  drillBy: customerDimensions,
  grain: 'month',
  minimumSample: 30,
  guards: ['new_customers', 'ltv_profit'],
  partner: null,
  decomposition: null,
  seed: 'S1#12; S0 L11,L23,L35; S2 L21',
  source: 'Gupta & Lehmann 2005; SaaS Metrics Standards Board (closed cohort)',
  texts: {
    es: {
      name: 'Tasa de retención',
      question: '¿Qué parte de los clientes que teníamos al empezar sigue con nosotros al terminar?',
      definition:
        'De los clientes que había al inicio del periodo, la fracción que lo sigue siendo al final. Los nuevos clientes nunca cuentan, ni arriba ni abajo.',
      formula: '|S ∩ E| / |S|: clientes al inicio que siguen al final, entre clientes al inicio',
      why: 'Conservar un cliente cuesta menos que ganarlo: unos puntos de retención pesan más en el beneficio que casi cualquier campaña.',
      rise: 'Averigüe en qué segmento ha subido y qué se hizo allí, para extenderlo. Vigile que no se deba a descuentos que se comen el margen.',
      fall: 'Actúe antes de que vaya a más: mire quién se va (segmento, comercial, producto) y si hubo quejas o retrasos antes. Una caída general apunta a un competidor o a una oferta nueva en el mercado.',
      caveats:
        'El texto de origen da (CE−CN)/CS sin decir que CE se cuenta al final. Esa cuenta solo coincide con la nuestra si nadie vuelve tras una baja y nadie entra y sale dentro del periodo: con clientes recuperados la infla (puede pasar del 100 %), con altas que se van la hunde. La variante la muestra para poder conciliarlas.',
    },
    en: {
      name: 'Customer retention rate',
      question: 'What share of the customers we had at the start is still with us at the end?',
      definition:
        'Of the customers at the start of the period, the share who are customers at its end. New customers never count, above or below the line.',
      formula: '|S ∩ E| / |S|: customers at the start who are there at the end, over customers at the start',
      why: 'Keeping a customer costs less than winning one; a few points of retention move profit more than most campaigns.',
      rise: 'Find the segment it rose in and what was done there, and spread it. Check that discounts are not paying for it.',
      fall: 'Act before it grows: see who leaves (segment, account owner, product) and whether complaints or delays came first. A fall everywhere points to a competitor or a new offer in the market.',
      caveats:
        'The source text gives (CE−CN)/CS and forgets that CE is counted at the end. That sum agrees with ours only when nobody returns after leaving and nobody comes and goes within the period: won-back customers inflate it (past 100 % even), short-lived ones deflate it. The variant shows it so that both can be reconciled.',
    },
  },
  examples: [
    {
      name: 'a returning customer does not retain the one who left',
      given: returning,
      exportedAt: '2024-12-31',
      query: year,
      expect: [{ start: '2024-01-01', value: 0.8, numerator: 4, denominator: 5 }],
      because: 'Start (31 December 2023): A1–A5. End: A1–A4, A6 (returned), A7 (new). In both: 4 of 5 = 0.8.',
    },
    {
      name: 'the formula of the text takes the returning customer for a retained one',
      given: returning,
      exportedAt: '2024-12-31',
      query: { ...year, variant: 'seed' },
      expect: [{ start: '2024-01-01', value: 1, numerator: 5, denominator: 5 }],
      because: 'CE = 6, CN = 1 (A7; A6 is not new), CS = 5: (6 − 1) / 5 = 1, though A5 left.',
    },
    {
      name: 'who comes and goes within the period is no loss of the start',
      given: comeAndGone,
      exportedAt: '2024-12-31',
      query: year,
      expect: [{ start: '2024-01-01', value: 1, numerator: 4, denominator: 4 }],
      because: 'A1–A4 are there at both ends: 4/4. A5 was never among them.',
    },
    {
      name: 'the formula of the text loses one that was never there',
      given: comeAndGone,
      exportedAt: '2024-12-31',
      query: { ...year, variant: 'seed' },
      expect: [{ start: '2024-01-01', value: 0.75, numerator: 3, denominator: 4 }],
      because: 'CE = 4, CN = 1 (A5 joined), CS = 4: (4 − 1) / 4 = 0.75, though all four stayed.',
    },
    {
      name: 'no customers at the start: no rate',
      given: {
        account: [{ id: 'A1' }, { id: 'A2' }],
        contract: [
          { id: 'C1', account_id: 'A1', started_at: '2024-01-10' },
          { id: 'C2', account_id: 'A2', started_at: '2024-01-20', is_test: true },
        ],
      },
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: null, numerator: 0, denominator: 0 },
        { start: '2024-02-01', value: 1, numerator: 1, denominator: 1 },
      ],
      because: 'Nobody was a customer on 31 December: null, not 0. In February A1 stays: 1/1; A2 is a test.',
    },
    ...customerCases({
      usual: [{ value: 2 / 3, numerator: 2, denominator: 3 }, 'Of three, A5 goes: 2/3.'],
      contracts: [{ value: 1 / 1, numerator: 1, denominator: 1 }, 'A2 stays: 1/1.'],
      orders: [{ value: 1 / 2, numerator: 1, denominator: 2 }, 'A3 stays, A5 goes: 1/2.'],
      active: [{ value: 1 / 1, numerator: 1, denominator: 1 }, 'A2 stays: 1/1; who comes back was not there at the start.'],
      end_of_service: [{ value: 3 / 4, numerator: 3, denominator: 4 }, 'Of four, A5 goes: 3/4.'],
      renewal_due: [{ value: 2 / 4, numerator: 2, denominator: 4 }, 'Of four, A1 and A5 go: 2/4.'],
    }),
  ],
});
