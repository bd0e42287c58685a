import type { Look } from './look.ts';
import type { TrendPoint, TrendWords } from './trend.ts';

type Values = readonly (number | '-')[];

/** A name that stands among lines. */
export const onSheet = (look: Look) => ({ backgroundColor: look.sheet, padding: [0, 2] });

const endLabel = (text: string, aside: number, look: Look) => ({
  show: true,
  formatter: text,
  color: look['ink-2'],
  fontSize: 12,
  fontFamily: look.font,
  offset: [0, aside],
});

const quiet = { symbol: 'none', silent: true, tooltip: { show: false } } as const;

interface Name {
  readonly name: string;
  /** The value at whose height it stands. */
  readonly at: number | null;
  /** How far it moves from there, in pixels. */
  readonly aside: number;
}

/** The name of a line beside the plot, with the others, though the line may end before: among the lines it would lie on one. */
export const nameSeries = (points: readonly TrendPoint[], { name, at, aside }: Name, look: Look): object => ({
  ...quiet,
  type: 'line',
  data: points.map((_, index) => (index === points.length - 1 && at !== null ? at : '-')),
  lineStyle: { opacity: 0 },
  endLabel: endLabel(name, aside, look),
});

/** What was aimed at, in steps: each holds for its period. */
export function aimSeries(points: readonly TrendPoint[], { name, at, aside }: Name, look: Look): readonly object[] {
  const values = (of: 'value' | 'low' | 'high'): Values => points.map(({ aim }) => aim?.[of] ?? '-');
  const lines = (['value', 'low', 'high'] as const).filter((of) => points.some(({ aim }) => aim?.[of] != null));
  const steps = lines.map((of) => ({
    ...quiet,
    name,
    type: 'line',
    step: 'middle',
    z: 2,
    data: values(of),
    lineStyle: { width: 1.25, color: look.ink, type: of === 'value' ? 'solid' : [6, 3] },
  }));
  return at === null ? steps : [...steps, nameSeries(points, { name, at, aside }, look)];
}

/** Where it is expected, from the last value on, and between what it will lie. */
export function aheadSeries(
  points: readonly TrendPoint[],
  { ahead: name }: Pick<TrendWords, 'ahead'>,
  aside: number,
  look: Look,
): readonly object[] {
  const first = points.findIndex(({ ahead }) => ahead != null);
  if (first < 0 || name == null) return [];
  const before = points.findLastIndex(({ value, final }, index) => index < first && value !== null && final);
  const at = (of: (point: TrendPoint) => number | null | undefined): Values =>
    points.map((point, index) => (index === before ? (point.value ?? '-') : (of(point) ?? '-')));
  /** A ground from the lower bound up, on a stack of its own. */
  const band = (which: 'inner' | 'outer', opacity: number): readonly object[] => {
    const shared = { ...quiet, stack: which, stackStrategy: 'all', type: 'line', z: 1, lineStyle: { opacity: 0 } };
    return [
      { ...shared, data: at(({ ahead }) => ahead?.[which][0]) },
      {
        ...shared,
        data: points.map(({ ahead }, index) => (index === before ? 0 : ahead ? ahead[which][1] - ahead[which][0] : '-')),
        areaStyle: { color: look['accent-soft'], opacity },
      },
    ];
  };
  return [
    ...band('outer', 0.55),
    ...band('inner', 0.9),
    {
      ...quiet,
      name,
      type: 'line',
      z: 3,
      data: at(({ ahead }) => ahead?.value),
      lineStyle: { width: 1.5, type: [3, 4], color: look.accent },
      itemStyle: { color: look.accent },
      endLabel: endLabel(name, aside, look),
    },
  ];
}
