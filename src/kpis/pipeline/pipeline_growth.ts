import { sum } from '../../metrics/build.ts';
import { all, calculate, coalesce, compare, type Expression, field, is, isNull, isOneOf, money } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult, Metric, StockMetric } from '../../metrics/metric.ts';
import { labels } from '../definitions/labels.ts';
import { openDeals, openValue } from '../definitions/opportunity.ts';
import { defineKpi } from '../kpi.ts';

const open = is('status', 'open');
const wasOpen = is('before_status', 'open');
const now = coalesce(money('amount', 'valid_from'), 0);
const before = coalesce(money('before_amount', 'valid_from'), 0);
const entering = (where: Expression): Metric => sum('opportunity_span', now, { at: 'valid_from', where });

const opening = (stock: StockMetric): StockMetric => ({ ...stock, at: 'opening' });

/** What moved the value from the opening to the close of the period. What leaves is taken at its last open amount. */
const bridge: Readonly<Record<string, Metric>> = {
  created: entering(all(open, isNull('before_status'))),
  reopened: entering(all(open, isOneOf('before_status', ['won', 'lost']))),
  grown: sum('opportunity_span', calculate(now, '-', before), { at: 'valid_from', where: all(open, wasOpen, compare(now, '>', before)) }),
  shrunk: sum('opportunity_span', calculate(before, '-', now), { at: 'valid_from', where: all(open, wasOpen, compare(now, '<', before)) }),
  won: sum('opportunity_span', before, { at: 'valid_from', where: all(is('status', 'won'), wasOpen) }),
  lost: sum('opportunity_span', before, { at: 'valid_from', where: all(is('status', 'lost'), wasOpen) }),
  put_off: sum('opportunity_span', now, {
    at: 'valid_to',
    where: all(open, is('next_status', 'open'), compare(field('next_expected_close_on'), '>', field('expected_close_on'))),
  }),
};

const round = (value: number): number => Math.round(value * 1e6) / 1e6;

const growth = ({ cells }: ComputedInput): ComputedResult => {
  const value = (name: string): number => cells[name]?.value ?? 0;
  const start = cells.opening?.value ?? null;
  const end = cells.closing?.value ?? null;
  const n = cells.deals?.value ?? 0;
  if (start === null || end === null) return { value: null, numerator: end, denominator: start, n };
  const explained = value('created') + value('reopened') + value('grown') - value('shrunk') - value('won') - value('lost');
  const parts = Object.fromEntries(Object.keys(bridge).flatMap((name) => (cells[name] ? [[name, value(name)]] : [])));
  const detail = { opening: start, ...parts, closing: end, ...(cells.created ? { other: round(end - start - explained) } : {}) };
  return start === 0
    ? { value: null, numerator: end, denominator: start, n, reasons: ['denominator_zero'], detail }
    : { value: end / start - 1, numerator: end, denominator: start, n, detail };
};

const grows = (stock: StockMetric, more: Readonly<Record<string, Metric>>): ComputedMetric => ({
  kind: 'computed',
  inputs: { opening: opening(stock), closing: stock, deals: opening(openDeals), ...more },
  compute: growth,
});

const change = (record_id: string, name: string, old_value: string, new_value: string, changed_at: string) => ({
  entity: 'opportunity',
  record_id,
  field: name,
  old_value,
  new_value,
  changed_at,
});

const rows = {
  opportunity: [
    { id: 'o1', created_at: '2024-01-10', status: 'open', amount: 1500, expected_close_on: '2024-04-10' },
    { id: 'o2', created_at: '2024-01-20', status: 'won', closed_at: '2024-02-15', amount: 500 },
    { id: 'o3', created_at: '2024-02-05', status: 'open', amount: 600 },
    { id: 'o4', created_at: '2024-01-05', status: 'lost', closed_at: '2024-02-20', amount: 300 },
    { id: 'o5', created_at: '2024-01-05', status: 'open', amount: 100 },
    { id: 'o6', created_at: '2024-02-05', status: 'open', amount: 9999, is_test: true },
    { id: 'o7', created_at: '2024-02-10', status: 'open' },
  ],
  field_change: [
    change('o1', 'amount', '1000', '1500', '2024-02-10'),
    change('o1', 'expected_close_on', '2024-02-28', '2024-04-10', '2024-02-26'),
    change('o2', 'amount', '400', '500', '2024-02-15'),
    change('o5', 'amount', '400', '100', '2024-02-12'),
  ],
};

export default defineKpi({
  id: 'pipeline_growth',
  ref: 'K-042',
  area: 'pipeline',
  band: 'business',
  direction: 'up',
  timing: 'leading',
  nature: 'activity',
  unit: 'rate',
  tags: ['sales', 'revenue', 'market_demand'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: { label: labels.byValue, metric: () => grows(openValue, bridge) },
    by_count: {
      label: labels.byCount,
      metric: () => grows(openDeals, {}),
      needs: ['opportunity.status', 'opportunity.created_at'],
    },
  },
  defaults: ['default'],
  needs: ['opportunity.status', 'opportunity.amount', 'opportunity.created_at'],
  terms: [],
  drillBy: ['owner.name', 'type', 'product.name', 'pipeline', 'account.industry'],
  grain: 'month',
  minimumSample: 10,
  guards: ['pipeline_vitality', 'pipeline_credibility', 'opportunity_conversion_rate'],
  partner: 'opportunity_conversion_rate',
  decomposition: null,
  seed: 'S3 L17, L23',
  source: 'Stock at the close over stock at the opening, with its bridge',
  texts: {
    es: {
      name: 'Crecimiento de la cartera',
      question: '¿Cuánto ha crecido la cartera abierta y por qué?',
      definition:
        'Variación del valor de las oportunidades abiertas entre el principio y el final del periodo. El detalle da el puente: lo creado, lo reabierto y lo que sube de importe, menos lo ganado, lo perdido y lo rebajado.',
      formula: 'Valor abierto al cierre / valor abierto al empezar − 1',
      why: 'La cartera de hoy es la venta de dentro de uno o dos ciclos. El puente distingue crecer por trabajo nuevo de crecer por no cerrar nada.',
      rise: 'Mire el puente: si sube por lo creado, bien; si sube porque ni se gana ni se pierde, o por importes engordados, es cartera que envejece. Acompáñelo de la tasa de conversión.',
      fall: 'Si cae porque se ha ganado mucho, es buena noticia, pero reponga. Si es por pérdidas o falta de creación, active la captación ya: el hueco se nota dentro de un ciclo.',
      caveats:
        'Es la cara de actividad; la de progreso es la tasa de conversión. Lo ganado y lo perdido salen por el importe que tenían al cerrarse. «other» recoge los cambios de divisa y, al abrir por persona o etapa, lo que entra y sale del grupo. «put_off» es el valor cuya fecha de cierre se ha retrasado: no cambia el total, pero sí el cuándo. Sin historial de cambios, cada oportunidad lleva el importe de hoy desde que nació. Sin cartera al empezar no hay tasa.',
    },
    en: {
      name: 'Pipeline growth',
      question: 'How much has open pipeline grown, and why?',
      definition:
        'Change of the value of open deals from the start to the end of the period. The detail has the bridge: created, reopened and raised, less won, lost and marked down.',
      formula: 'Open value at the close / open value at the start − 1',
      why: 'Today’s pipeline is the sale of one or two cycles on. The bridge tells growing by new work from growing by closing nothing.',
      rise: 'Look at the bridge: growth by creation is good; growth because nothing is won or lost, or amounts are inflated, is pipeline getting old. Read it with the win rate.',
      fall: 'If much was won it is good news, but refill. If it is losses or little creation, step up acquisition now: the gap shows a cycle later.',
      caveats:
        'This is the activity side; the progress side is the win rate. What is won or lost leaves at the amount it had on closing. "other" holds currency moves and, split by person or stage, what enters and leaves the group. "put_off" is value whose close was put off: it does not change the total, but the when. Without history each deal has today’s amount since it was born. No pipeline at the start, no rate.',
    },
  },
  examples: [
    {
      name: 'Opening, bridge, closing',
      given: rows,
      exportedAt: '2024-02-29',
      query: { from: '2024-02-01', to: '2024-02-29', grain: 'month' },
      expect: [{ start: '2024-02-01', value: 2200 / 2100 - 1, numerator: 2200, denominator: 2100, n: 4 }],
      because:
        'Opening 1,000 + 400 + 300 + 400 = 2,100. + 600 created (the one without an amount adds nothing) + 500 raised − 300 marked down − 400 won (raised to 500 as it closed) − 300 lost = 2,200: 4.8 %. The test deal is out.',
    },
    {
      name: 'Nothing at the start: no rate',
      given: rows,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: null, denominator: 0, state: 'no_data' }],
      because: 'No deal was open on 31 December: growth from nothing has no percentage.',
    },
    {
      name: 'By count',
      given: rows,
      exportedAt: '2024-02-29',
      query: { variant: 'by_count', from: '2024-02-01', to: '2024-02-29', grain: 'month' },
      expect: [{ start: '2024-02-01', value: 0, numerator: 4, denominator: 4 }],
      because: 'Four open at the start; two created, one won, one lost: four at the end.',
    },
  ],
});
