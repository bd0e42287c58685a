import { memo, useCallback, useMemo } from 'react';
import { useSession } from '../../api/use-session.ts';
import { Chart } from '../../parts/chart/chart.tsx';
import type { Look } from '../../parts/chart/look.ts';
import type { Sketch } from '../../parts/chart/sketch.ts';
import { aimWords, trendOption, trendWords } from '../../parts/chart/trend.ts';
import type { Card } from '../../parts/kpi-card/card.ts';
import { eventsWords } from '../../words/events.ts';
import { useFormat } from '../../words/format.ts';
import { kpiWords } from '../../words/kpi.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import type { Ahead } from './ahead/use-ahead.ts';
import { withAhead } from './ahead/with-ahead.ts';
import type { ChartEvent } from './events/use-events.ts';
import { type Cell, pointOf, trendSays } from './trend-says.ts';

interface Props {
  readonly name: string;
  readonly unit: Card['unit'];
  readonly grain: string;
  readonly compare: 'previous' | 'year' | null;
  readonly cells: readonly Cell[];
  readonly ahead: Ahead;
  readonly events: readonly ChartEvent[];
}

/** The trend as a picture, a sentence and a table; drawn anew only with what it shows. */
export const TrendChart = memo(function TrendChart({ name, unit, grain, compare, cells, ahead, events }: Props) {
  const say = useWords(kpiWords);
  const format = useFormat();
  const { language } = useLanguage();
  const { workspace } = useSession();
  const known = useMemo(() => cells.map((cell) => ({ period: cell.period, point: pointOf(cell, grain, format) })), [cells, format, grain]);
  const { aims, foreseen } = ahead;
  const placed = useMemo(
    () =>
      withAhead(known, {
        aims,
        foreseen,
        label: (period) => format.period(period, grain),
        isYear: compare === 'year' && (grain === 'month' || grain === 'quarter'),
      }),
    [known, aims, foreseen, format, grain, compare],
  );
  const points = useMemo(() => placed.map(({ point }) => point), [placed]);
  const sayEvent = useWords(eventsWords);
  const told = (index: number): string =>
    events.flatMap((event) => (event.index <= index && index <= event.last ? [event.text] : [])).join(' · ');
  const comparedName = compare === null || compare === 'previous' ? null : say(`compared_${compare}`);
  const sketch = useMemo((): Sketch => {
    const marks = events.map(({ index, last, number }) => ({ index, last, number }));
    const { locale, currency, timezone, worth = 1 } = workspace;
    return {
      ...{ points, marks, name, compared: comparedName, unit, language },
      aim: points.some(({ aim }) => aim) ? say('aimLine') : null,
      ahead: points.some((point) => point.ahead) ? say('aheadLine') : null,
      workspace: { locale, currency, timezone, worth },
    };
  }, [points, events, name, comparedName, unit, language, workspace, say]);
  const option = useCallback(
    (look: Look) => trendOption(points, trendWords(points, sketch, format), look, events),
    [points, sketch, format, events],
  );
  const { sentence, stretch } = useMemo(
    () =>
      trendSays(
        known.map(({ point }) => point),
        unit,
        say,
        format,
      ),
    [known, unit, say, format],
  );
  const write = (value: number): string => format.value(value, unit);
  const range = (ends: readonly [number, number]): string => format.range(ends, write);
  /** What is said of a point that the keyboard stops at. */
  const saidOf = (index: number): string => {
    const { label, value, ci, aim, ahead: coming } = points[index] ?? { label: '', value: null, ci: null };
    const now = ci
      ? say('between', { period: label, value: value === null ? '–' : write(value), from: write(ci[0]), to: write(ci[1]) })
      : say('at', { period: label, value: value === null ? '–' : write(value) });
    const next =
      coming && say('aheadAt', { period: label, value: write(coming.value), from: write(coming.inner[0]), to: write(coming.inner[1]) });
    return [
      ...(next && value === null ? [next] : [now, ...(next ? [next] : [])]),
      ...(aim ? [say('aimAt', { aim: aimWords(aim, { write, range }) })] : []),
      ...(told(index) === '' ? [] : [sayEvent('mark', { text: told(index) })]),
    ].join('. ');
  };
  const hasAim = sketch.aim !== null;
  const hasAhead = sketch.ahead !== null;
  return (
    <Chart
      title={name}
      heading={null}
      height={296}
      period={stretch}
      option={option}
      sketch={sketch}
      sentence={
        events.length > 0 ? (
          <>
            {sentence} {sayEvent('marked')}
          </>
        ) : (
          sentence
        )
      }
      points={points.map((_, index) => ({
        series: 0,
        index,
        says: () => saidOf(index),
      }))}
      table={{
        columns: [
          say('period'),
          ...[
            say('value'),
            say('from'),
            say('to'),
            ...(comparedName ? [comparedName] : []),
            ...(hasAhead ? [say('ahead'), say('aheadFrom'), say('aheadTo'), say('aheadLow'), say('aheadHigh')] : []),
          ].map((label) => ({ label, kind: unit })),
          ...(hasAim ? [say('aim')] : []),
          { label: say('sample'), kind: 'count' },
          say('state'),
          ...(events.length > 0 ? [sayEvent('column')] : []),
        ],
        rows: points.map(({ label, value, ci, compared, aim, ahead: coming }, index) => {
          const cell = cells[index];
          return [
            label,
            value,
            ci?.[0] ?? null,
            ci?.[1] ?? null,
            ...(comparedName ? [compared] : []),
            ...(hasAhead
              ? [coming?.value ?? null, ...[coming?.inner, coming?.outer].flatMap((ends) => [ends?.[0] ?? null, ends?.[1] ?? null])]
              : []),
            ...(hasAim ? [aim ? aimWords(aim, { write, range }) : null] : []),
            cell?.n ?? null,
            say(cell ? `state_${cell.state}` : 'state_ahead'),
            ...(events.length > 0 ? [told(index)] : []),
          ];
        }),
      }}
    />
  );
});
