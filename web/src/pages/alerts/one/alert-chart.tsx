import { useCallback, useMemo } from 'react';
import { Chart } from '../../../parts/chart/chart.tsx';
import type { Look } from '../../../parts/chart/look.ts';
import { alertsWords } from '../../../words/alerts.ts';
import { useFormat } from '../../../words/format.ts';
import { useWords } from '../../../words/language.ts';
import { type Alert, grainOf, kindOf, unitOf, writeFigure } from '../figure.ts';
import { alertOption } from './alert-option.ts';

const signs = ['breach', 'near', 'clear', 'unclear', 'no_data', 'stale', 'error'] as const;

/** The periods judged, with what the last was held against. */
export function AlertChart({ alert }: { readonly alert: Alert }) {
  const say = useWords(alertsWords);
  const format = useFormat();
  const { points, value, expected, usual, period, kind, name } = alert;
  const unit = unitOf(alert);
  const write = useCallback((figure: number) => writeFigure(figure, alert, say, format), [alert, say, format]);
  const cells = useMemo(
    () =>
      points.map((point) => ({
        label: format.period(point, grainOf(alert)),
        value: point.value,
        sign: signs.find((one) => one === point.sign) ?? ('unclear' as const),
      })),
    [points, alert, format],
  );
  // In two lines, so that it fits beside the picture.
  const bound =
    expected === null
      ? null
      : say(`expected_${kindOf(kind)}`, { value: `\n${write(expected)}\n` })
          .replaceAll(/ ?\n ?/g, '\n')
          .replace(':', '')
          .trim();
  const option = useCallback(
    (look: Look) =>
      alertOption(
        cells.map((cell) => ({ ...cell, isOut: cell.sign === 'breach', says: say(`sign_${cell.sign}`) })),
        {
          name,
          bound: expected === null || bound === null ? null : { value: expected, label: bound, whole: kind === 'threshold' },
          usual,
          most: unit === 'rate' ? 1 : null,
          write,
          axis: (figure) => (unit === 'wholeDays' ? String(figure) : format.axis(figure, unit)),
        },
        look,
      ),
    [cells, name, expected, bound, kind, usual, write, unit, format, say],
  );
  const at = period ? format.period(period, grainOf(alert)) : '–';
  return (
    <Chart
      title={say('whatFired')}
      height={220}
      period={at}
      option={option}
      sentence={
        <>
          {value !== null &&
            (expected === null
              ? say('chartSaysPlain', { name, value: write(value), period: at })
              : say('chartSays', { name, value: write(value), period: at, expected: write(expected) }))}{' '}
          {usual && say('chartUsual', { from: write(usual[0]), to: write(usual[1]) })}
        </>
      }
      points={cells.map((cell, index) => ({
        series: 0,
        index,
        says: () => `${cell.label}: ${cell.value === null ? '–' : write(cell.value)}, ${say(`sign_${cell.sign}`)}`,
      }))}
      table={{
        columns: [say('period'), { label: say('value'), kind: unit === 'wholeDays' ? 'count' : unit }, say('judgement')],
        rows: cells.map((cell) => [cell.label, cell.value, say(`sign_${cell.sign}`)]),
      }}
    />
  );
}
