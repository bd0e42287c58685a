import { sumMoney } from '../../metrics/build.ts';
import { is } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult, Metric } from '../../metrics/metric.ts';
import { orderSales } from '../definitions/sales.ts';
import { targetNeeds, targetOf, targetToDate } from '../definitions/target.ts';
import { defineKpi } from '../kpi.ts';

const attained = ({ cells }: ComputedInput): ComputedResult => {
  const value = (name: string): number | null => cells[name]?.value ?? null;
  const [done, target, toDate] = [value('done') ?? 0, value('target'), value('target_to_date')];
  const n = cells.done?.n ?? 0;
  if (target === null || target === 0) return { value: null, numerator: done, denominator: target, n, reasons: ['no_target'] };
  const pace = toDate === null || toDate === 0 ? null : done / toDate;
  const detail = {
    done,
    target,
    gap: target - done,
    target_to_date: toDate,
    expected_share: toDate === null ? null : toDate / target,
    pace,
  };
  return { value: done / target, numerator: done, denominator: target, n, detail };
};

const attainment = (done: Metric, kpi: string): ComputedMetric => ({
  kind: 'computed',
  inputs: { done, target: targetOf(kpi), target_to_date: targetToDate(kpi) },
  compute: attained,
});

const won = { at: 'closed_at', where: is('status', 'won') };
const deal = (owner_id: string, closed_at: string, amount: number, more = {}) => ({
  owner_id,
  status: 'won',
  created_at: '2024-01-02',
  closed_at,
  amount,
  ...more,
});
const goal = { kpi: 'revenue_target_attainment', period_start: '2024-02-01', period_end: '2024-02-29' };

const rows = {
  user: [
    { id: 'u1', name: 'Ana' },
    { id: 'u2', name: 'Luis' },
  ],
  target: [
    { ...goal, value: 21_000 },
    { ...goal, value: 10_500, scope: 'owner.name=Ana' },
    { ...goal, value: 50_000, kpi: 'total_sales' },
    { ...goal, value: 99_000, is_test: true },
  ],
  opportunity: [
    deal('u1', '2024-02-05', 5000),
    deal('u2', '2024-02-14', 2000),
    deal('u1', '2024-02-27', 4450),
    deal('u1', '2024-03-04', 4000),
    deal('u2', '2024-02-20', 9999, { deleted_at: '2024-02-21' }),
  ],
  order: [{ owner_id: 'u1', ordered_at: '2024-02-06', amount: 40_000, status: 'completed' }],
};

export default defineKpi({
  id: 'revenue_target_attainment',
  ref: 'K-046',
  area: 'pipeline',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['revenue', 'sales', 'business_performance', 'finance'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    won: {
      label: { es: 'Lo ganado entre el objetivo', en: 'Won over target' },
      metric: () => attainment(sumMoney('opportunity', 'amount', won), 'revenue_target_attainment'),
    },
    sales: {
      label: { es: 'Lo vendido (pedidos) entre su objetivo', en: 'Sales (orders) over their target' },
      metric: () => attainment(orderSales, 'total_sales'),
      needs: [...targetNeeds, 'order.ordered_at', 'order.amount'],
    },
  },
  defaults: ['won', 'sales'],
  needs: [...targetNeeds, 'opportunity.status', 'opportunity.closed_at', 'opportunity.amount'],
  terms: [],
  drillBy: ['owner.name', 'owner.team', 'owner.office'],
  grain: 'month',
  minimumSample: 1,
  guards: ['pipeline_coverage', 'forecast_accuracy'],
  partner: null,
  decomposition: null,
  seed: 'S3 L17, S4 L21',
  source: 'Won over target; pace by working days',
  texts: {
    es: {
      name: 'Cumplimiento del objetivo de ingreso',
      question: '¿Vamos a llegar al objetivo?',
      definition:
        'Importe ganado en el periodo entre el objetivo de ese periodo. En un periodo en curso, el ritmo del detalle lo compara con la parte del objetivo que toca a los días laborables ya pasados.',
      formula: 'Importe ganado / objetivo; ritmo = ganado / objetivo hasta hoy',
      why: 'Es la pregunta con la que se dirige una red comercial. El ritmo avisa a mitad de mes, cuando aún se puede hacer algo.',
      rise: 'Si va por delante del ritmo, mire si depende de un solo trato y si se está adelantando venta del periodo siguiente. Si se repite, el objetivo se quedó corto.',
      fall: 'Mire cuánto falta y si la cartera que vence en el periodo lo cubre. Si no llega, priorice los tratos más avanzados; si llega, el problema es cerrar a tiempo.',
      caveats:
        'El objetivo se reparte por días laborables (horario y festivos de la empresa), no de forma lineal: sin ello, diciembre parecería siempre tarde. Vale el objetivo de la empresa y los de cada persona; el detalle por persona usa los suyos, y lo que el de la empresa tenga de más queda sin persona. Si hay objetivo mensual y anual para un mismo día, manda el más corto. Por defecto, lo ganado en oportunidades; «sales» usa los pedidos y el objetivo de ventas totales.',
    },
    en: {
      name: 'Revenue target attainment',
      question: 'Will we make the target?',
      definition:
        'Amount won in the period over that period’s target. In a running period, the pace in the detail holds it against the share of the target that falls to the working days gone by.',
      formula: 'Amount won / target; pace = won / target to date',
      why: 'It is the question by which a sales force is run. The pace warns in mid-month, while something can still be done.',
      rise: 'Ahead of pace, does it hang on one deal, or are next period’s sales being pulled in? If it repeats, the target was too low.',
      fall: 'See how much is missing and whether the pipeline due in the period covers it. If not, put the most advanced deals first; if so, the trouble is closing in time.',
      caveats:
        'The target is spread over working days (the company’s hours and holidays), not evenly: else December would always look late. Targets may be the company’s and each person’s; by person it uses theirs, and what the company’s has beyond them stands without a person. Where a day has a monthly and a yearly target, the shorter holds. By default what was won in deals; "sales" takes orders and the target of total sales.',
    },
  },
  examples: [
    {
      name: 'A whole month',
      given: rows,
      exportedAt: '2024-03-31',
      query: { from: '2024-02-01', to: '2024-03-31', grain: 'month' },
      expect: [
        { start: '2024-02-01', value: 11_450 / 21_000, numerator: 11_450, denominator: 21_000 },
        { start: '2024-03-01', value: null, numerator: 4000, state: 'no_data' },
      ],
      because: '5,000 + 2,000 + 4,450 of 21,000; the deleted deal and the test target are out. March has no target: no rate.',
    },
    {
      name: 'By person, each with their own',
      given: rows,
      exportedAt: '2024-03-31',
      query: { from: '2024-02-01', to: '2024-02-29', grain: 'month', by: ['owner.name'] },
      expect: [
        { start: '2024-02-01', group: { 'owner.name': 'Ana' }, value: 0.9, numerator: 9450, denominator: 10_500 },
        { start: '2024-02-01', group: { 'owner.name': 'Luis' }, value: null, numerator: 2000 },
        { start: '2024-02-01', group: { 'owner.name': null }, value: 0, numerator: 0, denominator: 10_500 },
      ],
      because: 'Ana won 9,450 of 10,500. Luis has no target of his own; the company’s other 10,500 are nobody’s.',
    },
    {
      name: 'Two weeks and a day of a month with a holiday',
      given: { ...rows, opportunity: rows.opportunity.slice(0, 2) },
      settings: { holidays: ['2024-02-28'] },
      exportedAt: '2024-02-20',
      query: { from: '2024-02-01', to: '2024-02-29', grain: 'month', periods: 'partial' },
      expect: [{ start: '2024-02-01', value: 7000 / 21_000, numerator: 7000, denominator: 21_000, state: 'partial' }],
      because:
        'By 20 February 7,000 were won, a third. Of 20 working days 14 are gone, 70 % of the target: the pace is 7,000 / 14,700 = 48 %.',
    },
    {
      name: 'Orders against their own target',
      given: rows,
      exportedAt: '2024-03-31',
      query: { variant: 'sales', from: '2024-02-01', to: '2024-02-29', grain: 'month' },
      expect: [{ start: '2024-02-01', value: 0.8, numerator: 40_000, denominator: 50_000 }],
      because: '40,000 ordered of 50,000: a target of its own, not that of deals won.',
    },
  ],
});
