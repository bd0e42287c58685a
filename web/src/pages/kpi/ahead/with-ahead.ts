import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import type { TrendPoint } from '../../../parts/chart/trend.ts';

export type Aimed = Pick<OperationOutput<'targets'>['set'][number], 'kind' | 'period' | 'value' | 'low' | 'high'>;
export type Foreseen = Pick<OperationOutput<'forecast'>['points'][number], 'start' | 'end' | 'value' | 'inner' | 'outer'>;

interface Period {
  readonly start: string;
  readonly end: string;
}

/** A period of the trend with what is drawn of it. */
export interface Placed {
  readonly period: Period;
  readonly point: TrendPoint;
}

const days = ({ start, end }: Period): number => Date.parse(end) - Date.parse(start);
const isWithin = (inner: Period, outer: Period): boolean => inner.start >= outer.start && inner.end <= outer.end;

/**
 * What was aimed at in a period. What adds up has a target for each stretch of time, which says nothing of its parts; what holds
 * throughout holds in each part; the narrower goes before the wider.
 */
export function aimOf(period: Period, aims: readonly Aimed[]): Aimed | null {
  const fitting = aims.filter(({ kind, period: own }) =>
    kind === 'level'
      ? isWithin(period, own)
      : kind === 'stock'
        ? own.end === period.end
        : own.start === period.start && own.end === period.end,
  );
  return fitting.toSorted((one, other) => days(one.period) - days(other.period))[0] ?? null;
}

const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

/**
 * The periods that are over with what was aimed at, and those to come with what is expected.
 * @param label how a period is called @param isYear what is compared with is the year before: of what is to come it is known already
 */
export function withAhead(
  known: readonly Placed[],
  {
    aims,
    foreseen,
    label,
    isYear,
  }: {
    readonly aims: readonly Aimed[];
    readonly foreseen: readonly Foreseen[];
    readonly label: (period: Period) => string;
    readonly isYear: boolean;
  },
): readonly Placed[] {
  const ahead = new Map(foreseen.map((one) => [one.start, one]));
  const told = new Set(known.map(({ period }) => period.start));
  const byStart = new Map(known.map(({ period, point }) => [period.start, point.value]));
  const last = known.at(-1)?.period.end ?? '';
  const coming = foreseen
    .filter(({ start }) => !told.has(start) && start > last)
    .map(
      ({ start, end }): Placed => ({
        period: { start, end },
        point: {
          label: label({ start, end }),
          value: null,
          ci: null,
          final: true,
          compared: isYear ? (byStart.get(yearBefore(start)) ?? null) : null,
        },
      }),
    );
  return [...known, ...coming].map(({ period, point }) => {
    const aim = aimOf(period, aims);
    const expected = ahead.get(period.start);
    return {
      period,
      point: {
        ...point,
        aim: aim && { value: aim.value, low: aim.low, high: aim.high },
        ahead: expected
          ? { value: expected.value, inner: [expected.inner[0], expected.inner[1]], outer: [expected.outer[0], expected.outer[1]] }
          : null,
      },
    };
  });
}
