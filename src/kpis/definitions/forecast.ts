import { count, sum, sumMoney } from '../../metrics/build.ts';
import { any, calculate, choose, compare, type Expression, is, isNull, money } from '../../metrics/expression.ts';
import type { Metric } from '../../metrics/metric.ts';
import type { Parameter } from '../kpi.ts';

/** The parameter `category`: which of a person's forecasts is judged. */
export const forecastCategory = {
  default: 'commit',
  name: { es: 'Categoría de la previsión que se juzga', en: 'Category of forecast that is judged' },
} satisfies Parameter;

export const forecastNeeds = [
  'forecast.amount',
  'forecast.period_start',
  'forecast.period_end',
  'forecast.made_at',
  'opportunity.closed_at',
  'opportunity.amount',
];

const said = money('amount', 'period_end');
const came = money('won', 'period_end');
const over: Expression = calculate(said, '-', came);

/** Forecasts frozen at the start of the periods that end in the period asked for, against what was won in them. */
export const forecastsOf = (category: string) => {
  // A forecast without a category is of any.
  const rows = { at: 'period_end', where: any(is('category', category), isNull('category')) };
  return {
    forecasts: count('forecast_outcome', rows),
    forecast: sumMoney('forecast_outcome', 'amount', rows),
    won: sumMoney('forecast_outcome', 'won', rows),
    error: sum('forecast_outcome', choose(compare(over, '>=', 0), over, calculate(0, '-', over)), rows),
  } satisfies Record<string, Metric>;
};
