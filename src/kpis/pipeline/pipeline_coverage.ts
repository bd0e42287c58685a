import { sumMoney } from '../../metrics/build.ts';
import { is } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult, Panel, StockMetric } from '../../metrics/metric.ts';
import { openDeals, openValue, realizedValue } from '../definitions/opportunity.ts';
import { targetNeeds, targetOf } from '../definitions/target.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const kpi = 'revenue_target_attainment';
const due = (stock: StockMetric, at: StockMetric['at']): StockMetric => ({ ...stock, within: 'expected_close_on', at });

/** Months that show what becomes of what is due: twelve whose horizon of 90 days is over. */
const horizon = 90;
const [shown, waiting] = [12, 3];
const monthly = (stock: StockMetric): Panel => ({ metric: due(stock, 'opening'), grain: 'month', back: shown + waiting });

const cover =
  (from: 'opening' | 'now') =>
  ({ cells, panels }: ComputedInput): ComputedResult => {
    const value = (name: string): number | null => cells[name]?.value ?? null;
    const total = (name: string): number =>
      (panels[name]?.[0]?.cells ?? []).slice(0, shown).reduce((sum, cell) => sum + (cell.value ?? 0), 0);
    const [open, target, won] = [value('due') ?? 0, value('target'), value('won') ?? 0];
    const n = value('deals') ?? 0;
    const realization = total('past_due') === 0 ? null : total('past_won') / total('past_due');
    const needed = realization === null || realization === 0 ? null : 1 / realization;
    if (target === null || target === 0) return { value: null, numerator: open, denominator: target, n, reasons: ['no_target'] };
    const missing = from === 'now' ? target - won : target;
    const detail = { due: open, target, won, realization, needed_coverage: needed };
    if (missing <= 0) return { value: null, numerator: open, denominator: missing, n, reasons: ['target_reached'], detail };
    return {
      value: open / missing,
      numerator: open,
      denominator: missing,
      n,
      detail: { ...detail, gap: needed === null ? null : open / missing - needed },
    };
  };

const coverage = (from: 'opening' | 'now'): ComputedMetric => {
  const at = from === 'now' ? 'closing' : 'opening';
  return {
    kind: 'computed',
    inputs: {
      due: due(openValue, at),
      deals: due(openDeals, at),
      target: targetOf(kpi),
      won: sumMoney('opportunity', 'amount', { at: 'closed_at', where: is('status', 'won') }),
    },
    panels: { past_due: monthly(openValue), past_won: monthly(realizedValue(horizon)) },
    compute: cover(from),
  };
};

const given: WorkedExample['given'] = {
  user: [{ id: 'u1', name: 'Ana' }],
  target: [
    { kpi, period_start: '2024-02-01', period_end: '2024-02-29', value: 10_000 },
    { kpi, period_start: '2024-02-01', period_end: '2024-02-29', value: 4000, scope: 'owner.name=Ana' },
  ],
  opportunity: [
    {
      id: 'o1',
      owner_id: 'u1',
      created_at: '2024-01-10',
      status: 'won',
      closed_at: '2024-02-12',
      amount: 5000,
      expected_close_on: '2024-02-15',
    },
    { id: 'o2', owner_id: 'u1', created_at: '2024-01-12', status: 'open', amount: 9000, expected_close_on: '2024-02-28' },
    { id: 'o3', created_at: '2024-01-12', status: 'lost', closed_at: '2024-02-20', amount: 6000, expected_close_on: '2024-02-20' },
    { id: 'o4', created_at: '2024-01-12', status: 'open', amount: 7000, expected_close_on: '2024-03-01' },
    { id: 'o5', created_at: '2024-02-05', status: 'open', amount: 3000, expected_close_on: '2024-02-27' },
    { id: 'o6', created_at: '2024-01-12', status: 'open', amount: 7000, expected_close_on: '2024-02-20', is_test: true },
  ],
};

export default defineKpi({
  id: 'pipeline_coverage',
  ref: 'K-045',
  area: 'pipeline',
  band: 'business',
  direction: 'band',
  timing: 'leading',
  nature: 'progress',
  unit: 'ratio',
  tags: ['sales', 'revenue', 'market_demand'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: {
      label: { es: 'Al empezar el periodo, sobre todo el objetivo', en: 'At the start of the period, over the whole target' },
      metric: () => coverage('opening'),
    },
    remaining: {
      label: { es: 'Lo que queda por cerrar sobre lo que falta', en: 'What is left to close over what is missing' },
      metric: () => coverage('now'),
    },
  },
  defaults: ['default'],
  needs: [...targetNeeds, 'opportunity.status', 'opportunity.amount', 'opportunity.expected_close_on'],
  terms: [],
  drillBy: ['owner.name', 'owner.team', 'owner.office'],
  grain: 'month',
  minimumSample: 5,
  guards: ['pipeline_credibility', 'pipeline_realization_rate'],
  partner: null,
  decomposition: null,
  seed: 'S3 L17',
  source: 'Open value due over target; coverage needed = 1 / realization',
  texts: {
    es: {
      name: 'Cobertura frente al objetivo de ingreso',
      question: '¿Hay cartera bastante para llegar al objetivo del periodo?',
      definition:
        'Valor de las oportunidades abiertas al empezar el periodo cuya fecha de cierre prevista cae en él, entre el objetivo. El detalle da la cobertura que hace falta: la inversa de lo que se ha venido ganando, en 90 días, de lo que vencía en los doce últimos meses ya maduros.',
      formula: 'Valor abierto que vence en el periodo / objetivo; necesaria = 1 / tasa de realización',
      why: 'Avisa al principio, cuando aún da tiempo a generar cartera. La regla de «tres veces» solo vale para quien gana una de cada tres.',
      rise: 'Por encima de la necesaria hay margen; muy por encima suele ser cartera vieja con fechas de trámite: mire la credibilidad antes de relajarse.',
      fall: 'Por debajo de la necesaria no se llega con lo que hay: adelante tratos del periodo siguiente que estén maduros y refuerce la captación; y avise ya a quien cuenta con el ingreso.',
      caveats:
        'Ni alta ni baja es buena por sí sola: la referencia es la necesaria. Lo que se crea y se gana dentro del periodo no está en la cobertura, de modo que con ciclos cortos puede bastar menos de una vez. «remaining» divide lo que sigue abierto y vence en el periodo entre lo que falta del objetivo, y sirve a mitad de periodo; si ya se ha alcanzado, no hay valor. El objetivo es el de la empresa o, por persona, el suyo.',
    },
    en: {
      name: 'Pipeline coverage vs revenue target',
      question: 'Is there pipeline enough to make the period’s target?',
      definition:
        'Value of the deals open at the start of the period whose expected close falls in it, over the target. The detail has the coverage needed: the inverse of what has been won, within 90 days, of what was due in the last twelve months old enough to tell.',
      formula: 'Open value due in the period / target; needed = 1 / realization rate',
      why: 'It warns at the start, when there is time to make pipeline. "Three times" is right only for those who win one in three.',
      rise: 'Above what is needed there is room; far above it is often old pipeline with dates of convenience: see credibility before relaxing.',
      fall: 'Below what is needed, what there is will not do: pull in ripe deals of the next period, step up acquisition, and warn those who count on the revenue.',
      caveats:
        'Neither high nor low is good by itself: what is needed is the yardstick. What is created and won within the period is not in it, so with short cycles less than once may do. "remaining" divides what is still open and due in the period by what is missing of the target, for use in mid-period; once the target is reached there is no value. The target is the company’s or, by person, theirs.',
    },
  },
  examples: [
    {
      name: 'What was due in February on the eve',
      given,
      exportedAt: '2024-02-29',
      query: { from: '2024-02-01', to: '2024-02-29', grain: 'month' },
      expect: [{ start: '2024-02-01', value: 2, numerator: 20_000, denominator: 10_000, n: 3 }],
      because: '5,000 + 9,000 + 6,000 of 10,000. March’s, the one created later and the test deal are out.',
    },
    {
      name: 'By person, with their own target',
      given,
      exportedAt: '2024-02-29',
      query: { from: '2024-02-01', to: '2024-02-29', grain: 'month', by: ['owner.name'] },
      expect: [
        { start: '2024-02-01', group: { 'owner.name': 'Ana' }, value: 3.5, numerator: 14_000, denominator: 4000 },
        { start: '2024-02-01', group: { 'owner.name': null }, value: 1, numerator: 6000, denominator: 6000 },
      ],
      because: 'Ana: 14,000 of 4,000. The rest of the company’s target, 6,000, is nobody’s, like o3.',
    },
    {
      name: 'What remains, in the middle of the month',
      given: { ...given, opportunity: (given.opportunity ?? []).filter(({ id }) => id !== 'o3') },
      exportedAt: '2024-02-20',
      query: { variant: 'remaining', from: '2024-02-01', to: '2024-02-29', grain: 'month', periods: 'partial' },
      expect: [{ start: '2024-02-01', value: 2.4, numerator: 12_000, denominator: 5000, state: 'partial' }],
      because: '9,000 + 3,000 still open and due; 10,000 − 5,000 won are missing.',
    },
    {
      name: 'Without a target, no coverage',
      given,
      exportedAt: '2024-03-31',
      query: { from: '2024-03-01', to: '2024-03-31', grain: 'month' },
      expect: [{ start: '2024-03-01', value: null, numerator: 7000, state: 'no_data' }],
      because: 'March has no target.',
    },
  ],
});
