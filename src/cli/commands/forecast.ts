import { seriesGrains } from '../../app/forecast/periods.ts';
import { type ForecastOutput, forecastOperation } from '../../app/operations/forecast.ts';
import { forecastColumns, methodWords } from '../../i18n/forecast.ts';
import { formatDistance, formatNumber, formatPeriod, formatValue, hasShares } from '../../i18n/format.ts';
import { CuadroError } from '../../model/error.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';
import { conditions, dayOption, given, oneKpi, oneOf, queryOptions } from '../query-options.ts';

const { kpi, to, where, variant } = queryOptions;

export const forecast: Command = {
  name: 'forecast',
  words: {
    es: 'Prevé un indicador: lo que cabe esperar de cada periodo que viene, con intervalos y el error que el método ha tenido con sus propios datos.',
    en: 'Foresees a KPI: what is to be expected of each coming period, with intervals and the error the method has had on its own data.',
  },
  arguments: noArguments,
  options: {
    kpi,
    grain: { kind: 'value', value: 'day|week|month|quarter|year', oneOf: seriesGrains, words: { es: 'periodo', en: 'period' } },
    periods: { kind: 'value', value: 'N', words: { es: 'cuántos periodos (6)', en: 'how many periods (6)' } },
    to,
    where,
    variant,
    'as-of': queryOptions['as-of'],
    'known-at': queryOptions['known-at'],
  },
  examples: ['cuadro forecast --kpi total_sales', 'cuadro forecast --kpi new_leads --grain quarter --periods 4 --json'],
  run: async (call) => {
    const output = await call.run(forecastOperation, {
      kpi: oneKpi(call),
      where: conditions(call),
      language: call.language,
      ...given({
        variant: call.options.values.get('variant'),
        grain: oneOf(call, 'grain', seriesGrains),
        periods: periodsOf(call),
        to: dayOption(call, 'to'),
        asOf: dayOption(call, 'as-of'),
        knownAt: dayOption(call, 'known-at'),
      }),
    });
    if (call.json) call.printJson(output);
    else call.print(text(call, output));
    return 0;
  },
};

function periodsOf(call: Call): number | undefined {
  const asked = call.options.values.get('periods');
  if (asked === undefined) return undefined;
  if (/^\d{1,2}$/.test(asked) && Number(asked) >= 1 && Number(asked) <= 24) return Number(asked);
  throw new CuadroError({
    code: 'option_invalid',
    where: '--periods',
    found: asked,
    expected: '1 … 24',
    params: { command: call.command },
  });
}

function text({ language, writer }: Call, { says, points, unit, grain, back_test }: ForecastOutput): string {
  if (back_test === null) return says;
  const words = forecastColumns[language];
  const value = (number: number): string => formatValue(number, unit, writer);
  const between = ([low, high]: readonly [number, number]): string => `${value(low)} … ${value(high)}`;
  const ahead = table(
    [
      { title: words.period },
      { title: words.expected, align: 'right' },
      { title: '80 %', align: 'right' },
      { title: '95 %', align: 'right' },
    ],
    points.map((point) => [formatPeriod(point, grain, writer), value(point.value), between(point.inner), between(point.outer)]),
  );
  const tried = table(
    [{ title: words.method }, { title: 'MASE', align: 'right' }, { title: hasShares(unit) ? 'sMAPE' : 'MAE', align: 'right' }],
    back_test.tried.map(({ method, mase, smape, mae }) => [
      methodWords[method]?.[language] ?? method,
      formatNumber(mase, writer),
      hasShares(unit) ? formatValue(smape, 'rate', writer) : formatDistance(mae, unit, writer),
    ]),
  );
  return [says, '', ahead, '', tried].join('\n');
}
