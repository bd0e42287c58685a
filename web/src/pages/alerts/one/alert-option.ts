import type { EChartsCoreOption } from 'echarts/core';
import type { Look } from '../../../parts/chart/look.ts';
import { axisOf, fullScale, tooltipOf } from '../../../parts/chart/trend.ts';

interface Cell {
  readonly label: string;
  readonly value: number | null;
  /** Out of bounds: another shape, not only another colour. */
  readonly isOut: boolean;
  /** How it was judged. */
  readonly says: string;
}

interface Words {
  readonly name: string;
  /** What the last is held against; `whole`: all of them are. */
  readonly bound: { readonly value: number; readonly label: string; readonly whole: boolean } | null;
  readonly usual: readonly [number, number] | null;
  /** The most that there can be; null: no end. */
  readonly most: number | null;
  readonly write: (value: number) => string;
  readonly axis: (value: number) => string;
}

/**
 * From the least to the greatest of all that is drawn, with some air, so that what is said at the edge does not lie upon the axis. Near the most
 * that there can be the axis ends there.
 */
function rangeOf(cells: readonly Cell[], { bound, usual, most }: Pick<Words, 'bound' | 'usual' | 'most'>): object {
  const all = [...cells.flatMap(({ value }) => value ?? []), ...(bound ? [bound.value] : []), ...(usual ?? [])];
  if (all.length === 0) return {};
  const whole = fullScale(all, most !== null && Math.max(...all) <= most ? most : null);
  if (whole.max !== undefined) return whole;
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const air = (high - low || Math.abs(high) || 1) * 0.1;
  return { min: low >= 0 ? Math.max(0, low - air) : low - air, max: high + air };
}

/** The series that a rule judges: what is out of bounds as a diamond, the bound dotted, the usual of the last period as a band beside it. */
export function alertOption(cells: readonly Cell[], { name, bound, usual, most, write, axis }: Words, look: Look): EChartsCoreOption {
  const range = rangeOf(cells, { bound, usual, most });
  const isWhole = 'interval' in range;
  const last = cells.length - 1;
  const from = Math.max(0, last - 1);
  return {
    grid: { left: 8, right: bound ? 92 : 24, top: 16, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      ...tooltipOf(look),
      formatter: (items: readonly { readonly dataIndex: number }[]) => {
        const cell = cells[items[0]?.dataIndex ?? 0];
        return cell ? `${cell.label}<br><b>${cell.value === null ? '–' : write(cell.value)}</b> · ${cell.says}` : '';
      },
    },
    xAxis: { type: 'category', data: cells.map(({ label }) => label), boundaryGap: false, ...axisOf(look), splitLine: { show: false } },
    yAxis: {
      type: 'value',
      scale: true,
      splitNumber: 3,
      // What it is held against is in sight too.
      ...range,
      ...axisOf(look),
      axisLine: { show: false },
      // Ends that are as the values came are no round figures.
      axisLabel: { ...axisOf(look).axisLabel, formatter: axis, showMinLabel: isWhole, showMaxLabel: isWhole },
    },
    series: [
      {
        name,
        type: 'line',
        data: cells.map(({ value, isOut }) => ({
          value: value ?? '-',
          symbol: isOut ? 'diamond' : 'circle',
          symbolSize: isOut ? 12 : 5,
          itemStyle: { color: isOut ? look.bad : look.accent },
        })),
        lineStyle: { width: 2, color: look.accent },
        itemStyle: { color: look.accent },
        ...(bound === null
          ? {}
          : {
              markLine: {
                silent: true,
                symbol: 'none',
                animation: false,
                lineStyle: { color: look.compare, width: 1.5, type: 'dotted' as const },
                label: {
                  show: true,
                  position: 'end' as const,
                  formatter: bound.label,
                  color: look['ink-2'],
                  fontSize: 12,
                  lineHeight: 15,
                  fontFamily: look.font,
                },
                data: bound.whole ? [{ yAxis: bound.value }] : [[{ coord: [from, bound.value] }, { coord: [last, bound.value] }]],
              },
            }),
        ...(usual === null
          ? {}
          : {
              markArea: {
                silent: true,
                animation: false,
                itemStyle: { color: look.band },
                data: [[{ coord: [from, usual[0]] }, { coord: [last, usual[1]] }]],
              },
            }),
      },
    ],
  };
}
