import type { EChartsCoreOption } from 'echarts/core';
import type { Format } from '../../words/writing.ts';
import { apart } from './apart.ts';
import { aheadSeries, aimSeries, onSheet } from './beyond.ts';
import type { Look } from './look.ts';

export interface TrendPoint {
  readonly label: string;
  readonly value: number | null;
  readonly ci: readonly [number, number] | null;
  /** Whether the value is final: a period not over or not mature is dashed. */
  readonly final: boolean;
  /** The value compared with. */
  readonly compared: number | null;
  /** What was aimed at for its period: a value, a band from low to high, or both. */
  readonly aim?: { readonly value: number | null; readonly low: number | null; readonly high: number | null } | null;
  /** Where it is expected, between what it will lie 8 times of 10, and 19 of 20. */
  readonly ahead?: { readonly value: number; readonly inner: readonly [number, number]; readonly outer: readonly [number, number] } | null;
}

export interface TrendWords {
  readonly name: string;
  readonly compared: string | null;
  /** The names of what is aimed at and of what is expected, where there is any. */
  readonly aim?: string | null;
  readonly ahead?: string | null;
  readonly write: (value: number) => string;
  readonly range: (ends: readonly [number, number]) => string;
  /** What the unit cannot exceed; null: nothing. */
  readonly most: number | null;
  /** Short, for the axis. */
  readonly axis: (value: number) => string;
}

/** How a KPI is written on its picture. */
export const trendWords = (
  points: readonly TrendPoint[],
  {
    name,
    compared,
    unit,
    aim = null,
    ahead = null,
  }: {
    readonly name: string;
    readonly compared: string | null;
    readonly unit: string;
    readonly aim?: string | null;
    readonly ahead?: string | null;
  },
  format: Format,
): TrendWords => ({
  name,
  compared,
  aim,
  ahead,
  write: (value) => format.value(value, unit),
  range: (ends) => format.range(ends, (value) => format.value(value, unit)),
  most: unit === 'rate' && points.every(({ value }) => (value ?? 0) <= 1) ? 1 : null,
  axis: (value) => format.axis(value, unit),
});

/** What was aimed at, in words: a value, or from where to where. */
export function aimWords(
  { value, low, high }: NonNullable<TrendPoint['aim']>,
  { write, range }: Pick<TrendWords, 'write' | 'range'>,
): string {
  if (value !== null) return write(value);
  if (low !== null && high !== null) return range([low, high]);
  return low !== null ? `≥ ${write(low)}` : high !== null ? `≤ ${write(high)}` : '–';
}

/** What happened in a period, by the number under which it is told of below. */
export interface TrendMark {
  /** The place of its period among the points, and of the last one that it reached into. */
  readonly index: number;
  readonly last: number;
  readonly number: number;
}

/** Marks of one period stand under one line: `2 · 3`. */
export function marksByPlace(marks: readonly TrendMark[]): readonly { readonly index: number; readonly label: string }[] {
  return [...Map.groupBy(marks, ({ index }) => index)].map(([index, own]) => ({
    index,
    label: own.map(({ number }) => number).join(' · '),
  }));
}

/** Lines where something happened, with their numbers above, and a veil over what took longer. */
const marking = (marks: readonly TrendMark[], look: Look) =>
  marks.length === 0
    ? {}
    : {
        markLine: {
          silent: true,
          symbol: 'none',
          animation: false,
          lineStyle: { color: look['ink-3'], width: 1, type: 'dashed' as const },
          label: { show: true, position: 'end' as const, color: look['ink-2'], fontSize: 12, fontFamily: look.font },
          data: marksByPlace(marks).map(({ index, label }) => ({ xAxis: index, label: { formatter: label } })),
        },
        markArea: {
          silent: true,
          itemStyle: { color: look['accent-soft'], opacity: 0.45 },
          data: marks.filter(({ index, last }) => last > index).map(({ index, last }) => [{ xAxis: index }, { xAxis: last }]),
        },
      };

/** The axis that all charts share: hairlines, no ticks, text in the second ink. */
export const axisOf = (look: Look) => ({
  axisLine: { lineStyle: { color: look.rule } },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: look.rule } },
  axisLabel: { color: look['ink-2'], fontSize: 12, fontFamily: look.font },
});

export const tooltipOf = (look: Look) => ({
  trigger: 'axis' as const,
  backgroundColor: look.sheet,
  borderColor: look.rule,
  borderRadius: 3,
  padding: [8, 12],
  textStyle: { color: look.ink, fontSize: 13, fontFamily: look.font },
  axisPointer: { lineStyle: { color: look['ink-3'], type: 'solid' as const } },
  extraCssText: 'box-shadow: none',
});

/** All values that are drawn. */
const drawn = (points: readonly TrendPoint[]): readonly number[] =>
  points
    .flatMap(({ value, compared, ci, aim, ahead }) => [
      value,
      compared,
      ...(ci ?? []),
      ...(aim ? [aim.value, aim.low, aim.high] : []),
      ...(ahead ? [ahead.value, ...ahead.outer] : []),
    ])
    .filter((value) => value !== null);

/** How far the names at the ends of lines move away from each other, in pixels. */
function asides(points: readonly TrendPoint[]): Readonly<Record<'value' | 'compared' | 'aim' | 'ahead', number>> {
  const none = { value: 0, compared: 0, aim: 0, ahead: 0 };
  const last = points.at(-1);
  if (!last) return none;
  const all = drawn(points);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const ends = [
    ['value', last.value],
    ['ahead', last.ahead?.value ?? null],
    ['aim', last.aim ? (last.aim.value ?? last.aim.low ?? last.aim.high) : null],
    ['compared', last.compared],
  ] as const;
  const there = ends.flatMap(([name, value]) =>
    value === null ? [] : [{ name, place: high === low ? 0.5 : (value - low) / (high - low) }],
  );
  const moved = apart(
    there.map(({ place }) => place),
    plotHeight,
    16,
  );
  return { ...none, ...Object.fromEntries(there.map(({ name }, index) => [name, moved[index] ?? 0])) };
}

/** Of the usual picture, without its axis. */
const plotHeight = 230;

/** Where values come near the most that there can be, the axis ends there, in quarters. */
export function fullScale(points: readonly TrendPoint[], most: number | null): { min?: number; max?: number; interval?: number } {
  const all = drawn(points);
  if (most === null || all.length === 0 || Math.max(...all) <= 0.85 * most) return {};
  const low = Math.min(...all) / most;
  // Steps of a quarter, of a tenth or of a hundredth, so that three or more lines are there.
  const step = low < 0.5 ? 0.25 : low < 0.85 ? 0.1 : 0.05;
  return { min: Math.max(0, Number((Math.floor(low / step + 1e-9) * step).toFixed(2))) * most, max: most, interval: step * most };
}

/** A KPI over time: its interval as a band, the comparison thinner and dotted, the end dashed where it is not final. */
export function trendOption(
  points: readonly TrendPoint[],
  words: TrendWords,
  look: Look,
  marks: readonly TrendMark[] = [],
): EChartsCoreOption {
  const values = (of: (point: TrendPoint) => number | null): (number | '-')[] => points.map((point) => of(point) ?? '-');
  // A dashed piece needs the point before it to begin from.
  const open = (index: number): boolean => points[index]?.final === false || points[index + 1]?.final === false;
  const end = points.findLastIndex(({ value }) => value !== null);
  const aside = asides(points);
  const hidden = { symbol: 'none', silent: true, tooltip: { show: false }, lineStyle: { opacity: 0 } } as const;
  return {
    grid: {
      left: 8,
      right: words.compared || words.ahead ? 96 : words.aim ? 76 : 64,
      top: marks.length > 0 ? 26 : 12,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: {
      ...tooltipOf(look),
      formatter: (items: readonly { readonly dataIndex: number }[]) => {
        const point = points[items[0]?.dataIndex ?? 0];
        if (!point) return '';
        const plain = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
        const interval = point.ci ? ` (${words.range(point.ci)})` : '';
        const compared = words.compared && point.compared !== null ? `<br>${plain(words.compared)}: ${words.write(point.compared)}` : '';
        const ahead =
          words.ahead && point.ahead
            ? `<br>${plain(words.ahead)}: ${words.write(point.ahead.value)} (${words.range(point.ahead.inner)})`
            : '';
        const aim = words.aim && point.aim ? `<br>${plain(words.aim)}: ${aimWords(point.aim, words)}` : '';
        const value =
          point.value === null && ahead !== '' ? '' : `<br><b>${point.value === null ? '–' : words.write(point.value)}</b>${interval}`;
        return `${plain(point.label)}${value}${ahead}${aim}${compared}`;
      },
    },
    xAxis: { type: 'category', data: points.map(({ label }) => label), boundaryGap: false, ...axisOf(look), splitLine: { show: false } },
    yAxis: {
      type: 'value',
      scale: true,
      splitNumber: 4,
      ...fullScale(points, words.most),
      ...axisOf(look),
      axisLine: { show: false },
      axisLabel: { ...axisOf(look).axisLabel, formatter: words.axis },
    },
    series: [
      {
        name: words.name,
        type: 'line',
        z: 4,
        data: values((point) => (point.final ? point.value : null)),
        symbol: 'circle',
        symbolSize: 5,
        lineStyle: { width: 2, color: look.accent },
        itemStyle: { color: look.accent },
        ...marking(marks, look),
        endLabel: {
          show: points[end]?.final === true,
          // Where what is expected goes on from it, above the line.
          offset: end === points.length - 1 ? [0, aside.value] : [-14, -18],
          ...(end === points.length - 1 ? {} : onSheet(look)),
          formatter: ({ value }: { value: number }) => words.write(value),
          color: look.ink,
          fontWeight: 600,
          fontFamily: look.font,
        },
      },
      {
        name: `${words.name} …`,
        type: 'line',
        z: 3,
        data: points.map((point, index) => (open(index) || point.final === false ? (point.value ?? '-') : '-')),
        symbol: 'emptyCircle',
        symbolSize: 6,
        lineStyle: { width: 2, type: 'dashed', color: look.accent },
        itemStyle: { color: look.accent },
      },
      // Of whatever sign: a bound below zero is a ground to stand on too.
      { type: 'line', stack: 'interval', stackStrategy: 'all', z: 1, data: values(({ ci }) => ci?.[0] ?? null), ...hidden },
      {
        type: 'line',
        stack: 'interval',
        stackStrategy: 'all',
        z: 1,
        data: values(({ ci }) => (ci ? ci[1] - ci[0] : null)),
        ...hidden,
        areaStyle: { color: look.band, opacity: 1 },
      },
      ...(words.compared === null
        ? []
        : [
            {
              name: words.compared,
              type: 'line',
              z: 2,
              data: values(({ compared }) => compared),
              symbol: 'none',
              lineStyle: { width: 1.5, type: 'dotted', color: look.compare },
              itemStyle: { color: look.compare },
              // Beside the value's own label, not under it.
              endLabel: {
                show: true,
                formatter: words.compared,
                color: look['ink-2'],
                fontSize: 12,
                fontFamily: look.font,
                offset: [0, aside.compared],
              },
            },
          ]),
      ...(words.aim == null ? [] : aimSeries(points, words.aim, aside.aim, look)),
      ...aheadSeries(points, words, aside.ahead, look),
    ],
  };
}
