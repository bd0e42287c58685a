import type { EChartsCoreOption } from 'echarts/core';
import type { Look } from '../../parts/chart/look.ts';
import { axisOf, tooltipOf } from '../../parts/chart/trend.ts';
import type { Outcome } from './outcomes.ts';

interface Words {
  readonly axisCases: string;
  readonly all: string;
  readonly limit95: string;
  readonly limit998: string;
  readonly axis: (value: number) => string;
  readonly says: (outcome: Outcome) => string;
}

/** A limit as a line over the numbers of cases that there are. */
const line = (name: string, data: readonly (readonly [number, number])[], dashed: boolean, labelled: boolean, look: Look) => ({
  name,
  type: 'line',
  data,
  symbol: 'none',
  silent: true,
  z: 1,
  tooltip: { show: false },
  lineStyle: { width: 1.25, type: dashed ? 'dashed' : 'solid', color: look['ink-3'] },
  endLabel: { show: labelled, formatter: name, color: look['ink-2'], fontSize: 12, fontFamily: look.font },
});

const plain = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A funnel plot: each person by cases and outcome; between the lines lies what chance explains. Series 0 holds the people. */
export function funnelOption(outcomes: readonly Outcome[], words: Words, look: Look): EChartsCoreOption {
  const all = outcomes[0]?.all ?? null;
  const byCases = outcomes.toSorted((left, right) => left.n - right.n);
  const limit = (of: (outcome: Outcome) => number | undefined): (readonly [number, number])[] =>
    byCases.flatMap((outcome) => {
      const value = of(outcome);
      return value === undefined ? [] : [[outcome.n, value] as const];
    });
  const most = byCases.at(-1)?.n ?? 1;
  const least = byCases[0]?.n ?? 0;
  const heights = outcomes.flatMap(({ raw, alarm }) => [raw, ...(alarm ?? [])]);
  const lowest = Math.max(0, Math.floor(Math.min(...heights, 1) * 5) / 5);
  const highest = Math.min(1, Math.ceil(Math.max(...heights, 0) * 5) / 5);
  /** A name runs from its point towards the middle, so that on a telephone it does not reach over the axis. */
  const towardsMiddle = ({ n }: Outcome): 'left' | 'center' | 'right' => {
    const place = (n - least) / (most - least || 1);
    return place < 1 / 3 ? 'left' : place > 2 / 3 ? 'right' : 'center';
  };
  const isOut = ({ verdict }: Outcome): boolean => verdict !== 'within' && verdict !== 'none';
  return {
    // The names of the limits stand beside them, where there are limits.
    grid: { left: 8, right: all === null ? 16 : 92, top: 16, bottom: 24, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      ...tooltipOf(look),
      trigger: 'item',
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
        const outcome = outcomes[dataIndex];
        return outcome ? plain(words.says(outcome)) : '';
      },
    },
    xAxis: {
      type: 'value',
      name: words.axisCases,
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: { color: look['ink-2'], fontFamily: look.font, fontSize: 12 },
      // Where the people are: a plot from no case on would be mostly empty.
      scale: true,
      minInterval: 1,
      ...axisOf(look),
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      min: lowest,
      max: highest,
      interval: highest - lowest > 0.6 ? 0.2 : 0.1,
      ...axisOf(look),
      axisLine: { show: false },
      axisLabel: { ...axisOf(look).axisLabel, formatter: words.axis },
    },
    series: [
      {
        type: 'scatter',
        z: 4,
        data: outcomes.map((outcome) => ({
          value: [outcome.n, outcome.raw],
          name: outcome.name,
          symbol: outcome.verdict.startsWith('far') ? 'diamond' : 'circle',
          symbolSize: isOut(outcome) ? 14 : 10,
          itemStyle: isOut(outcome)
            ? { color: look.accent, borderColor: look.accent }
            : { color: look.sheet, borderColor: look.accent, borderWidth: 2 },
          label: {
            show: isOut(outcome),
            formatter: '{b}',
            position: outcome.raw > 0.85 ? 'bottom' : 'top',
            align: towardsMiddle(outcome),
            color: look.ink,
            // Readable where a limit passes below it.
            backgroundColor: look.sheet,
            padding: [1, 4],
            fontFamily: look.font,
            fontSize: 12,
          },
        })),
      },
      ...(all === null
        ? []
        : [
            line(
              words.limit95,
              limit(({ warning }) => warning?.[1]),
              true,
              true,
              look,
            ),
            line(
              words.limit95,
              limit(({ warning }) => warning?.[0]),
              true,
              false,
              look,
            ),
            line(
              words.limit998,
              limit(({ alarm }) => alarm?.[1]),
              false,
              true,
              look,
            ),
            line(
              words.limit998,
              limit(({ alarm }) => alarm?.[0]),
              false,
              false,
              look,
            ),
            line(
              words.all,
              [
                [least, all],
                [most, all],
              ],
              false,
              true,
              look,
            ),
          ]),
    ],
  };
}
