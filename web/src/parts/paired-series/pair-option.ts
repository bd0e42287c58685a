import type { EChartsCoreOption } from 'echarts/core';
import type { Look } from '../chart/look.ts';
import { axisOf, tooltipOf } from '../chart/trend.ts';

interface Side {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly write: (value: number) => string;
  readonly axis: (value: number) => string;
}

const plain = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Two series, one below the other over the same periods: two scales on one picture would let them meet wherever one likes. */
export function pairOption(labels: readonly string[], sides: readonly [Side, Side], look: Look): EChartsCoreOption {
  const values = (side: Side): (number | '-')[] => side.values.map((value) => value ?? '-');
  const grid = { left: 8, right: 16, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' } as const;
  return {
    grid: [
      { ...grid, top: 26, height: '36%' },
      { ...grid, top: '58%', height: '32%' },
    ],
    title: sides.map(({ name }, index) => ({
      text: name,
      left: 8,
      top: index === 0 ? 0 : '48%',
      textStyle: { color: look.ink, fontSize: 12, fontWeight: 600, fontFamily: look.font },
    })),
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    tooltip: {
      ...tooltipOf(look),
      formatter: (items: readonly { readonly dataIndex: number }[]) => {
        const at = items[0]?.dataIndex ?? 0;
        const lines = sides.map(({ name, values: own, write }) => {
          const value = own[at];
          return `${plain(name)}: <b>${value == null ? '–' : write(value)}</b>`;
        });
        return [plain(labels[at] ?? ''), ...lines].join('<br>');
      },
    },
    xAxis: sides.map((_, index) => ({
      type: 'category',
      gridIndex: index,
      data: [...labels],
      boundaryGap: false,
      ...axisOf(look),
      splitLine: { show: false },
      axisLabel: { ...axisOf(look).axisLabel, show: index === 1 },
    })),
    yAxis: sides.map(({ axis }, index) => ({
      type: 'value',
      gridIndex: index,
      scale: true,
      splitNumber: 3,
      ...axisOf(look),
      axisLine: { show: false },
      axisLabel: { ...axisOf(look).axisLabel, formatter: axis },
    })),
    series: sides.map((side, index) => ({
      name: side.name,
      type: 'line',
      xAxisIndex: index,
      yAxisIndex: index,
      data: values(side),
      symbol: 'circle',
      symbolSize: 4,
      lineStyle: { width: 2, color: index === 0 ? look.accent : look['ink-2'] },
      itemStyle: { color: index === 0 ? look.accent : look['ink-2'] },
    })),
  };
}
