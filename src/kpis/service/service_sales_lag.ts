import { crossCorrelation } from '../../estimators/cross_correlation.ts';
import { proportion } from '../../metrics/build.ts';
import { compare, day, isNot } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult, Metric } from '../../metrics/metric.ts';
import { lineSales, orderSales } from '../definitions/sales.ts';
import { isOnScale } from '../definitions/survey.ts';
import { hoursFromOpening } from '../definitions/ticket.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const punctual = proportion('delivery', {
  at: 'promised_at_first',
  where: isNot('order.status', 'cancelled'),
  part: compare(day('delivered_at'), '<=', day('promised_at_first')),
});

const satisfied = proportion('survey_response', {
  at: 'responded_at',
  where: { op: 'and', items: [{ op: '=', left: { op: 'field', path: 'kind' }, right: { op: 'literal', value: 'csat' } }, isOnScale(1, 5)] },
  part: compare({ op: 'field', path: 'score' }, '>=', 4),
});

interface Reach {
  readonly months: number;
  readonly maxLag: number;
}

const resultOf = ({ panels }: ComputedInput, { maxLag }: Reach): ComputedResult => {
  const series = (name: string) => panels[name]?.[0]?.cells ?? [];
  const service = series('service').map(({ value }) => value);
  const sales = series('sales').map(({ value }) => value);
  const months = Math.min(service.filter((one) => one !== null).length, sales.filter((one) => one !== null).length);
  const found = crossCorrelation(service, sales, maxLag);
  if (!found) return { value: null, n: months, reasons: ['small_sample'] };
  const { best, lags } = found;
  const detail = {
    months_ahead: best.lag,
    p: best.p,
    lags: lags.map(({ lag, value, n }) => ({ lag, correlation: value, months: n })),
    series: series('service').map(({ period }, index) => ({
      month: period.start,
      service: service[index] ?? null,
      sales: sales[index] ?? null,
    })),
  };
  return { value: best.value, n: best.n, ci: best.interval, detail };
};

/** Service and sales month by month, the months that end with the period. */
const together = (service: Metric, sales: Metric, reach: Reach): ComputedMetric => ({
  kind: 'computed',
  inputs: {},
  panels: {
    service: { metric: service, grain: 'month', back: reach.months },
    sales: { metric: sales, grain: 'month', back: reach.months },
  },
  compute: (input) => resultOf(input, reach),
});

/** A service that swings without a trend, and sales that do the same two months later (after 5 and 8). */
const swings = [7, 7, 7, 8, 1, 1, 1, 4, 3, 10, 3, 10, 9, 4, 7, 2];
const monthOf = (index: number): string => `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
const given: WorkedExample['given'] = {
  account: [{ id: 'A1' }],
  order: [
    { id: 'O', account_id: 'A1', ordered_at: '2022-12-01', status: 'completed', amount: 1 },
    ...swings.map((_, index) => ({
      ...{ id: `S${index}`, account_id: 'A1', ordered_at: `${monthOf(index)}-15`, status: 'completed' },
      amount: 100 * (swings[index - 2] ?? [5, 8][index] ?? 0),
    })),
    { id: 'T', account_id: 'A1', ordered_at: '2023-06-15', status: 'completed', amount: 90_000, is_test: true },
  ],
  delivery: swings.flatMap((good, index) =>
    Array.from({ length: 10 }, (_, place) => ({
      ...{ id: `D${index}-${place}`, order_id: 'O', promised_at_first: `${monthOf(index)}-10` },
      delivered_at: `${monthOf(index)}-${place < good ? '09' : '12'}`,
    })),
  ),
};

export default defineKpi({
  id: 'service_sales_lag',
  ref: 'K-103',
  area: 'service',
  band: 'business',
  direction: 'none',
  timing: 'lagging',
  nature: 'progress',
  unit: 'correlation',
  tags: ['sales', 'customer_satisfaction', 'quality'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    months: {
      default: 36,
      name: { es: 'Meses que se comparan, hasta el final del periodo', en: 'Months compared, up to the end of the period' },
      between: [12, 120],
    },
    max_lag: {
      default: 6,
      name: { es: 'Desfase máximo que se prueba, en meses', en: 'Longest lag tried, in months' },
      between: [1, 12],
    },
  },
  variants: {
    on_time: {
      label: { es: 'Entregas puntuales y ventas', en: 'On-time delivery and sales' },
      metric: ({ months, max_lag }) => together(punctual, orderSales, { months, maxLag: max_lag }),
      when: { product: ({ months, max_lag }) => together(punctual, lineSales, { months, maxLag: max_lag }) },
    },
    csat: {
      label: { es: 'Satisfacción (CSAT) y ventas', en: 'Satisfaction (CSAT) and sales' },
      metric: ({ months, max_lag }) => together(satisfied, orderSales, { months, maxLag: max_lag }),
      when: { product: ({ months, max_lag }) => together(satisfied, lineSales, { months, maxLag: max_lag }) },
      needs: ['survey_response.score', 'survey_response.responded_at', 'order.ordered_at', 'order.amount'],
    },
    resolution_time: {
      label: { es: 'Tiempo de resolución y ventas', en: 'Resolution time and sales' },
      metric: ({ months, max_lag }) =>
        together(hoursFromOpening('resolved_at', 'median', 'calendar'), orderSales, { months, maxLag: max_lag }),
      needs: ['ticket.opened_at', 'ticket.resolved_at', 'order.ordered_at', 'order.amount'],
    },
  },
  defaults: ['on_time', 'csat'],
  needs: ['delivery.promised_at_first', 'delivery.delivered_at', 'order.ordered_at', 'order.amount'],
  terms: [],
  drillBy: ['product.name', 'product.category'],
  grain: 'month',
  minimumSample: 18,
  guards: ['on_time_delivery', 'total_sales'],
  partner: null,
  decomposition: null,
  seed: 'S3 L45',
  source: 'Box, Jenkins & Reinsel 2008, ch. 12; Bartlett 1935; Šidák 1967',
  texts: {
    es: {
      name: 'Servicio frente a tendencia de ventas',
      question: '¿Van las ventas detrás del servicio, y con cuántos meses de retraso?',
      definition:
        'Se ponen juntas, mes a mes, la puntualidad de las entregas y las ventas, sin su tendencia de fondo, y se mueve una respecto a la otra de −6 a +6 meses. El valor es la correlación (de −1 a 1) en el desfase en que más se parecen; el detalle dice cuántos meses va por delante el servicio.',
      formula: 'Correlación más fuerte entre servicio (mes t) y ventas (mes t + desfase), desfase de −6 a +6',
      why: 'El texto de origen lo afirma: uno va a la zaga del otro. Con el desfase en la mano, un mal mes de servicio avisa de las ventas que vienen.',
      rise: 'Una relación positiva más fuerte: mire el desfase en el detalle. Si el servicio va por delante, tome sus caídas como aviso y ajuste la previsión y los plazos que prometen los vendedores.',
      fall: 'Si se acerca a cero no hay relación que se vea con estos meses. Si es negativa, el servicio empeora cuando se vende más: es la capacidad la que no da, no el servicio el que espanta.',
      caveats:
        'Parecerse no es causar: otra cosa puede mover a los dos, la temporada la primera. Se prueban trece desfases y se escoge el mejor, así que alguno saldrá alto por azar: «p» del detalle ya lo descuenta, y por encima de 0,05 no se fíe. Hacen falta al menos ocho meses comunes por desfase; con menos de año y medio es solo un indicio. Por producto se ve mejor que en el total.',
    },
    en: {
      name: 'Service delivery vs sales trend (lead–lag)',
      question: 'Do sales follow service, and how many months behind?',
      definition:
        'Punctuality of deliveries and sales are put side by side month by month, without their underlying trend, and one is moved against the other by −6 to +6 months. The value is the correlation (−1 to 1) at the lag where they are most alike; the detail says how many months service goes ahead.',
      formula: 'Strongest correlation of service (month t) and sales (month t + lag), lags from −6 to +6',
      why: 'The source text claims it: one trails the other. With the lag in hand, a bad month of service warns of the sales to come.',
      rise: 'A stronger positive relation: look at the lag in the detail. If service goes ahead, take its falls as a warning and adjust the forecast and the times that salespeople promise.',
      fall: 'Near zero there is no relation that these months show. If it is negative, service gets worse when more is sold: capacity gives way, service does not scare anybody off.',
      caveats:
        'Being alike is not causing: something else may move both, seasons first. Thirteen lags are tried and the best is taken, so that some will be high by chance: "p" in the detail allows for it, and above 0.05 do not trust it. It takes at least eight months in common for each lag; with less than a year and a half it is only a hint. By product it shows better than in the total.',
    },
  },
  examples: [
    {
      name: 'sales repeat service two months later',
      given,
      settings: { kpis: { service_sales_lag: { months: 16, max_lag: 4 } } },
      exportedAt: '2024-04-30',
      query: { from: '2024-04-01', to: '2024-04-30', grain: 'month' },
      expect: [{ start: '2024-04-01', value: 1, n: 14 }],
      because:
        'Sales of each month are 100 × the deliveries on time (of ten) two months before: moved by two months the series are one, in 14 pairs. Neither has a trend to take off. The test order of 90,000 is out.',
    },
    {
      name: 'too few months in common',
      given,
      settings: { kpis: { service_sales_lag: { months: 12, max_lag: 4 } } },
      exportedAt: '2024-04-30',
      query: { from: '2023-06-01', to: '2023-06-30', grain: 'month' },
      expect: [{ start: '2023-06-01', value: null }],
      because: 'By June 2023 there are six months of deliveries: no lag has eight pairs.',
    },
  ],
});
