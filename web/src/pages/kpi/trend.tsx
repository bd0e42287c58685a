import { useCallback, useMemo } from 'react';
import type { OperationInput } from '../../../../src/app/api/client-types.ts';
import { useOperation } from '../../api/use-operation.ts';
import type { View } from '../../frame/view.ts';
import { Chart } from '../../parts/chart/chart.tsx';
import type { Look } from '../../parts/chart/look.ts';
import { type TrendPoint, trendOption } from '../../parts/chart/trend.ts';
import type { Card } from '../../parts/kpi-card/card.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { kpiWords } from '../../words/kpi.ts';
import { useWords } from '../../words/language.ts';
import type { KpiWhole } from './kpi-page.tsx';

interface Props {
  readonly kpi: KpiWhole;
  readonly card: Card | null;
  readonly view: View;
  readonly where: NonNullable<OperationInput<'query'>['where']>;
}

/** How many months back the trend goes, by its grain. */
const monthsBack: Readonly<Record<string, number>> = { day: 2, week: 12, month: 24, quarter: 36, year: 84 };

function firstDay(end: string, grain: string): string {
  const [year = 0, month = 1, day = 1] = end.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - (monthsBack[grain] ?? 24), day + 1)).toISOString().slice(0, 10);
}

/** The KPI over time, with its interval and what it is compared with. */
export function Trend({ kpi, card, view, where }: Props) {
  const say = useWords(kpiWords);
  const format = useFormat();
  const grain = view.grain ?? (card && card.grain !== 'total' ? card.grain : 'month');
  const end = card?.now.period.end ?? '';
  // A target is told on the card: it is no series to lay beside this one.
  const compare = view.compare === 'none' || view.compare === 'target' ? null : (view.compare ?? 'year');
  const { data, error, refetch } = useOperation(
    'query',
    {
      kpis: [kpi.id],
      grain,
      from: view.from ?? (end === '' ? '' : firstDay(end, grain)),
      to: end,
      where,
      ...(compare ? { compare } : {}),
      ...(view.asOf ? { asOf: view.asOf } : {}),
    },
    { enabled: card !== null },
  );
  const unit = card?.unit ?? kpi.unit;
  const cells = useMemo(
    () =>
      data && 'cells' in data
        ? data.cells.filter(({ group }) => Object.keys(group).length === 0 || Object.values(group).join(' · ') === card?.group)
        : [],
    [data, card?.group],
  );
  const points = useMemo(
    () =>
      cells.map(
        (cell): TrendPoint => ({
          label: format.period(cell.period, grain),
          value: cell.value,
          ci: cell.ci ? [cell.ci[0], cell.ci[1]] : null,
          final: cell.state !== 'immature' && cell.state !== 'partial',
          compared: cell.comparison?.value ?? null,
        }),
      ),
    [cells, format, grain],
  );
  const comparedName = compare === null || compare === 'previous' ? null : say(`compared_${compare}`);
  const option = useCallback(
    (look: Look) =>
      trendOption(
        points,
        {
          name: kpi.name,
          compared: comparedName,
          write: (value) => format.value(value, unit),
          range: (ends) => format.range(ends, (value) => format.value(value, unit)),
          most: unit === 'rate' && points.every(({ value }) => (value ?? 0) <= 1) ? 1 : null,
          axis: (value) => format.axis(value, unit),
        },
        look,
      ),
    [points, kpi.name, comparedName, format, unit],
  );
  const known = points.filter((point): point is TrendPoint & { readonly value: number } => point.value !== null);
  const [first] = known;
  const last = known.at(-1);
  const high = known.reduce((most, point) => (point.value > most.value ? point : most), known[0] ?? { label: '', value: 0 });
  const low = known.reduce((least, point) => (point.value < least.value ? point : least), known[0] ?? { label: '', value: 0 });
  return (
    <PageSection title={say('trend')} id="trend">
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={340} />}
      {data && (
        <Chart
          title={kpi.name}
          heading={null}
          height={296}
          period={first && last ? `${first.label} – ${last.label}` : null}
          option={option}
          sentence={
            first && last ? (
              <>
                {say('trendSays', {
                  first: format.value(first.value, unit),
                  firstPeriod: first.label,
                  last: format.value(last.value, unit),
                  lastPeriod: last.label,
                  high: format.value(high.value, unit),
                  highPeriod: high.label,
                  low: format.value(low.value, unit),
                  lowPeriod: low.label,
                })}{' '}
                {points.some(({ ci }) => ci !== null) && say('trendBand')}
              </>
            ) : (
              say('segmentsNone')
            )
          }
          points={points.map((point, index) => ({
            series: 0,
            index,
            says: point.ci
              ? say('between', {
                  period: point.label,
                  value: point.value === null ? '–' : format.value(point.value, unit),
                  from: format.value(point.ci[0], unit),
                  to: format.value(point.ci[1], unit),
                })
              : say('at', { period: point.label, value: point.value === null ? '–' : format.value(point.value, unit) }),
          }))}
          table={{
            columns: [
              say('period'),
              ...[say('value'), say('from'), say('to'), ...(comparedName ? [comparedName] : [])].map((label) => ({ label, kind: unit })),
              { label: say('sample'), kind: 'count' },
              say('state'),
            ],
            rows: cells.map((cell, index) => [
              points[index]?.label ?? '',
              cell.value,
              cell.ci?.[0] ?? null,
              cell.ci?.[1] ?? null,
              ...(comparedName ? [cell.comparison?.value ?? null] : []),
              cell.n,
              say(`state_${cell.state}`),
            ]),
          }}
        />
      )}
    </PageSection>
  );
}
