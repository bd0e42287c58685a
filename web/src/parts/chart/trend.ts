import type { EChartsCoreOption } from 'echarts/core';
import type { Format } from '../../words/writing.ts';
import { apart } from './apart.ts';
import { aheadSeries, aimSeries, nameSeries, onSheet } from './beyond.ts';
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

/** The narrowest plot that marks stand above, a phone's, and about how wide a character of their numbers is, in pixels. */
const narrow = { plot: 150, character: 7, gap: 5 };
/** How much higher the next row of numbers stands. */
const rowHeight = 14;

/** In which row each number stands, upwards from the plot, so that none lies on another, not even on a phone. */
export function markRows(places: readonly { readonly index: number; readonly label: string }[], points: number): readonly number[] {
  const ends: number[] = [];
  const rows = new Map<number, number>();
  for (const { index, label } of places.toSorted((one, other) => one.index - other.index)) {
    const middle = (index / Math.max(1, points - 1)) * narrow.plot;
    const half = (label.length * narrow.character) / 2;
    const free = ends.findIndex((end) => end + narrow.gap <= middle - half);
    const row = free < 0 ? ends.length : free;
    ends[row] = middle + half;
    rows.set(index, row);
  }
  return places.map(({ index }) => rows.get(index) ?? 0);
}

/** Lines where something happened, with their numbers above, and a veil over what took longer. */
const marking = (marks: readonly TrendMark[], rows: readonly number[], look: Look) =>
  marks.length === 0
    ? {}
    : {
        markLine: {
          silent: true,
          symbol: 'none',
          animation: false,
          lineStyle: { color: look['ink-3'], width: 1, type: 'dashed' as const },
          label: { show: true, position: 'end' as const, color: look['ink-2'], fontSize: 12, fontFamily: look.font },
          data: marksByPlace(marks).map(({ index, label }, place) => ({
            xAxis: index,
            label: { formatter: label, distance: 5 + (rows[place] ?? 0) * rowHeight },
          })),
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

/** What was aimed at last: its name stands at its height. */
const lastAim = (points: readonly TrendPoint[]): number | null => {
  const aim = points.findLast((point) => point.aim)?.aim;
  return aim ? (aim.value ?? aim.low ?? aim.high) : null;
};

const lastCompared = (points: readonly TrendPoint[]): number | null =>
  points.findLast(({ compared }) => compared !== null)?.compared ?? null;

/**
 * Where the last value is written when more comes after it: on the side of its point where no line is.
 * @param ends what the lines come from and go to
 */
export function besideOf(value: number, { from, to, least, most }: Readonly<Record<'from' | 'to' | 'least' | 'most', number>>) {
  const height = most === least ? 0.5 : (value - least) / (most - least);
  if (from >= value && to >= value && height > 0.12) return { position: 'bottom', distance: 6 } as const;
  if (from <= value && to <= value) return { position: 'top', distance: 6 } as const;
  // At the foot of the plot there is room beside it only.
  const aside = from >= value && to >= value ? 0 : from < to ? 14 : -14;
  return { position: 'right', distance: 6, offset: [0, aside] } as const;
}

/** How far the names at the ends of lines move away from each other, in pixels. */
function asides(points: readonly TrendPoint[]): Readonly<Record<'value' | 'compared' | 'aim' | 'ahead', number>> {
  const none = { value: 0, compared: 0, aim: 0, ahead: 0 };
  const last = points.at(-1);
  if (!last) return none;
  const all = drawn(points);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const ends = [
    // Before the end it is written at its point.
    ['value', last.value],
    ['ahead', last.ahead?.value ?? null],
    ['aim', lastAim(points)],
    ['compared', lastCompared(points)],
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
export function fullScale(all: readonly number[], most: number | null): { min?: number; max?: number; interval?: number } {
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
  const rows = markRows(marksByPlace(marks), points.length);
  const all = drawn(points);
  const last = points[end];
  const written = {
    formatter: ({ value }: { value: number }) => words.write(value),
    color: look.ink,
    fontWeight: 600,
    fontFamily: look.font,
  };
  /** Where more comes after the last value, it is written at its point. */
  const label =
    end === points.length - 1 || !last?.final || last.value === null
      ? null
      : {
          show: true,
          ...written,
          ...onSheet(look),
          ...besideOf(last.value, {
            from: points[end - 1]?.value ?? last.value,
            to: points[end + 1]?.ahead?.value ?? last.value,
            least: Math.min(...all),
            most: Math.max(...all),
          }),
        };
  const hidden = { symbol: 'none', silent: true, tooltip: { show: false }, lineStyle: { opacity: 0 } } as const;
  return {
    grid: {
      left: 8,
      right: words.compared || words.ahead ? 96 : words.aim ? 76 : 64,
      top: marks.length > 0 ? 26 + Math.max(...rows) * rowHeight : 12,
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
      ...fullScale(drawn(points), words.most),
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
        ...marking(marks, rows, look),
        endLabel: { show: last?.final === true && label === null, offset: [0, aside.value], ...written },
      },
      // A series of its own: where points are many, the line has no symbols, and no labels with them.
      ...(label === null
        ? []
        : [
            {
              type: 'line',
              z: 5,
              silent: true,
              tooltip: { show: false },
              data: values((point) => (point === last ? point.value : null)),
              showAllSymbol: true,
              symbol: 'circle',
              symbolSize: 5,
              itemStyle: { color: look.accent },
              label,
            },
          ]),
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
            },
            // Beside the value's own label, not under it.
            nameSeries(points, { name: words.compared, at: lastCompared(points), aside: aside.compared }, look),
          ]),
      ...(words.aim == null ? [] : aimSeries(points, { name: words.aim, at: lastAim(points), aside: aside.aim }, look)),
      ...aheadSeries(points, words, aside.ahead, look),
    ],
  };
}
