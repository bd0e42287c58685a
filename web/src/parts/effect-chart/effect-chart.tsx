import { useCallback, useMemo } from 'react';
import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { actionsWords } from '../../words/actions.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { Chart } from '../chart/chart.tsx';
import type { Look } from '../chart/look.ts';
import { trendOption } from '../chart/trend.ts';

export type Effect = NonNullable<OperationOutput<'action'>['effect']>;

/** What a KPI did before and after a moment, beside what was to be expected of it. */
export function EffectChart({ effect, heading = 'h3' }: { readonly effect: Effect; readonly heading?: 'h3' | null }) {
  const say = useWords(actionsWords);
  const format = useFormat();
  const { series, unit, grain, name, on } = effect;
  const points = useMemo(
    () =>
      series.map((one) => ({
        label: format.period(one, grain),
        value: one.value,
        ci: null,
        final: true,
        compared: one.expected,
      })),
    [series, grain, format],
  );
  const moment = series.findIndex(({ side }) => side !== 'before');
  const marks = useMemo(() => (moment < 0 ? [] : [{ index: moment, last: points.length - 1, number: 1 }]), [moment, points.length]);
  const isExpected = series.some(({ expected }) => expected !== null);
  const option = useCallback(
    (look: Look) =>
      trendOption(
        points,
        {
          name: say('effectActual'),
          compared: isExpected ? say('effectShort') : null,
          write: (value) => format.value(value, unit),
          range: (ends) => format.range(ends, (value) => format.value(value, unit)),
          most: null,
          axis: (value) => format.axis(value, unit),
        },
        look,
        marks,
      ),
    [points, say, isExpected, format, unit, marks],
  );
  const write = (value: number | null): string => (value === null ? '–' : format.value(value, unit));
  return (
    <Chart
      title={name}
      heading={heading}
      height={240}
      sentence={format.sentence(effect.says)}
      period={say('effectSince', { day: format.day(on) })}
      option={option}
      points={points.map((point, index) => ({
        series: 0,
        index,
        says: () => say('effectAt', { period: point.label, value: write(point.value), expected: write(point.compared) }),
      }))}
      table={{
        columns: [say('period'), say('side'), { label: say('effectActual'), kind: unit }, { label: say('effectExpected'), kind: unit }],
        rows: series.map(({ value, expected, side }, index) => [points[index]?.label ?? '', say(`side_${side}`), value, expected]),
      }}
    />
  );
}
