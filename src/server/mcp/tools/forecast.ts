import { forecastOperation } from '../../../app/operations/forecast.ts';
import { forecastColumns } from '../../../i18n/forecast.ts';
import { formatPeriod } from '../../../i18n/format.ts';
import { lines, markdownTable, valueText } from '../text.ts';
import { defineTool } from '../tool.ts';

export const forecastTool = defineTool({
  name: 'forecast',
  input: forecastOperation.input.omit({ language: true }),
  run: async ({ given, ask, told, language, signal }) => {
    const output = await ask(forecastOperation, { ...given, language }, signal);
    const { kpi, unit, grain, points, says } = output;
    const value = (number: number): string => valueText(number, unit, told);
    const words = forecastColumns[language];
    const text = lines(
      says,
      points.length > 0 &&
        markdownTable(
          [words.period, words.expected, '80 %', '95 %'],
          points.map((point) => [
            formatPeriod(point, grain, told.writer),
            value(point.value),
            `${value(point.inner[0])} … ${value(point.inner[1])}`,
            `${value(point.outer[0])} … ${value(point.outer[1])}`,
          ]),
        ),
    );
    return { kpis: [kpi], text, data: { ...output } };
  },
});
