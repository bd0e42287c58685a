import { count, sum } from '../../metrics/build.ts';
import { all, calculate, isKnown, isNull, money, not } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult } from '../../metrics/metric.ts';
import { defineKpi } from '../kpi.ts';

const cost = money('cost', 'started_at');
/** Investments whose gain is known; the others are told in the detail, not counted as failures. */
const measured = { at: 'started_at', where: all(isKnown('gain'), isKnown('cost')) };

const inputs = {
  cost: sum('investment', cost, measured),
  gain: sum('investment', money('gain', 'started_at'), measured),
  timed_cost: sum('investment', cost, { at: 'started_at', where: all(measured.where, isKnown('horizon_months')) }),
  cost_months: sum('investment', calculate(cost, '*', { op: 'field', path: 'horizon_months' }), {
    at: 'started_at',
    where: all(measured.where, isKnown('horizon_months')),
  }),
  pending: count('investment', { at: 'started_at', where: all(isNull('gain'), not(isNull('cost'))) }),
};

const returnOf = (value: (gain: number, cost: number, months: number | null) => number | null) => (): ComputedMetric => ({
  kind: 'computed',
  inputs,
  compute: ({ cells }: ComputedInput): ComputedResult => {
    const spent = cells.cost?.value ?? 0;
    const gained = cells.gain?.value ?? 0;
    const timed = cells.timed_cost?.value ?? 0;
    const months = timed > 0 ? (cells.cost_months?.value ?? 0) / timed : null;
    const detail = {
      horizon_months: months,
      annualised: months && spent > 0 && gained >= 0 ? (gained / spent) ** (12 / months) - 1 : null,
      payback_months: months && gained > 0 ? (spent / gained) * months : null,
      pending: cells.pending?.value ?? 0,
    };
    const n = cells.cost?.n ?? 0;
    if (spent <= 0) return { value: null, numerator: gained - spent, denominator: spent, n, reasons: ['denominator_zero'], detail };
    return { value: value(gained, spent, months), numerator: gained - spent, denominator: spent, n, detail };
  },
});

const year = {
  investment: [
    { name: 'CRM', cost: 10000, gain: 15000, horizon_months: 12, started_at: '2023-02-01' },
    { name: 'Feria', cost: 5000, gain: 4000, horizon_months: 6, started_at: '2023-05-01' },
    { name: 'Web', cost: 2000, horizon_months: 24, started_at: '2023-06-01' },
    { name: 'Prueba', cost: 1, gain: 1000000, horizon_months: 1, started_at: '2023-06-01', is_test: true },
  ],
};

export default defineKpi({
  id: 'roi',
  ref: 'K-023',
  area: 'marketing',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['revenue', 'finance', 'investment', 'profitability'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: {
      label: { es: '(Ganancia − coste) / coste', en: '(Gain − cost) / cost' },
      metric: returnOf((gain, spent) => (gain - spent) / spent),
    },
    annualised: {
      label: { es: 'Anualizado', en: 'Annualised' },
      metric: returnOf((gain, spent, months) => (months && gain >= 0 ? (gain / spent) ** (12 / months) - 1 : null)),
      needs: ['investment.cost', 'investment.gain', 'investment.started_at', 'investment.horizon_months'],
    },
    gross: {
      label: { es: 'Ganancia / coste, sin descontar el coste', en: 'Gain / cost, cost not deducted' },
      metric: returnOf((gain, spent) => gain / spent),
    },
  },
  defaults: ['default'],
  needs: ['investment.cost', 'investment.gain', 'investment.started_at'],
  terms: [],
  drillBy: ['name'],
  grain: 'year',
  minimumSample: 1,
  guards: ['campaign_roi', 'total_sales'],
  partner: null,
  decomposition: null,
  seed: 'S1#21; S0 L13,L41',
  source: 'Net return over cost, with its horizon',
  texts: {
    es: {
      name: 'Retorno de la inversión (ROI)',
      question: '¿Cuánto hemos ganado por cada euro invertido?',
      definition:
        'Lo que las inversiones iniciadas en el periodo han devuelto por encima de su coste, en proporción a ese coste. Al lado van el plazo medio, el retorno anualizado y los meses hasta recuperar lo invertido.',
      formula: '(Ganancia − coste) / coste',
      why: 'Permite comparar inversiones distintas con una misma vara y decidir cuál repetir.',
      rise: 'Compruebe que la ganancia es de verdad atribuible y que el plazo no se ha acortado. Amplíe lo que rinde en pasos, porque el siguiente euro suele rendir menos.',
      fall: 'Distinga si la inversión es mala o todavía joven: si el plazo no ha vencido, espere; si ha vencido, revise el supuesto que falló antes de poner más dinero.',
      caveats:
        'No incluye el tiempo: un 50 % en un año y en cinco salen iguales; lea siempre el plazo o use «annualised». El texto llama «beneficio neto» a lo que queda tras restar el coste: por eso se resta aquí; «gross» no lo resta. Las inversiones sin ganancia conocida quedan fuera y se cuentan aparte.',
    },
    en: {
      name: 'Return on investment',
      question: 'What did each euro invested bring back?',
      definition:
        'What the investments begun in the period returned beyond their cost, as a share of that cost. Shown with the mean horizon, the annualised return and the months to payback.',
      formula: '(Gain − cost) / cost',
      why: 'One yardstick for unlike investments, to decide which to repeat.',
      rise: 'Check that the gain is truly due to it and that the horizon did not shrink. Scale what pays in steps: the next euro tends to return less.',
      fall: 'Tell a bad investment from a young one: before its horizon is over, wait; after it, find the assumption that failed before adding money.',
      caveats:
        'Time is not in it: 50 % in one year and in five look alike, so read the horizon or use "annualised". The text says net profit, that is, after the cost, hence the subtraction; "gross" leaves it out. Investments with no known gain yet are left out and counted apart.',
    },
  },
  examples: [
    {
      name: 'Net gain over cost of the investments of a year',
      given: year,
      exportedAt: '2024-12-31',
      query: { from: '2023-01-01', to: '2024-12-31', grain: 'year' },
      expect: [
        { start: '2023-01-01', value: 0.266667, numerator: 4000, denominator: 15000, n: 2 },
        { start: '2024-01-01', value: null },
      ],
      because:
        '(15,000 + 4,000 − 15,000) / 15,000 = 4,000 / 15,000. The web has no known gain yet and the test one is out. Nothing began in 2024: no return.',
    },
    {
      name: 'Cost not deducted',
      given: year,
      exportedAt: '2023-12-31',
      query: { variant: 'gross', from: '2023-01-01', to: '2023-12-31', grain: 'year' },
      expect: [{ start: '2023-01-01', value: 1.266667 }],
      because: '19,000 / 15,000: the default plus one.',
    },
    {
      name: 'Half as much again in two years is 22 % a year',
      given: { investment: [{ name: 'CRM', cost: 10000, gain: 15000, horizon_months: 24, started_at: '2023-02-01' }] },
      exportedAt: '2023-12-31',
      query: { variant: 'annualised', from: '2023-01-01', to: '2023-12-31', grain: 'year' },
      expect: [{ start: '2023-01-01', value: 0.224745 }],
      because: '1.5 to the power 12/24 is √1.5 = 1.224745.',
    },
  ],
});
