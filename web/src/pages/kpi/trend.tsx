import { useCallback, useMemo } from 'react';
import type { OperationInput } from '../../../../src/app/api/client-types.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useSession } from '../../api/use-session.ts';
import { scopeOf } from '../../frame/scope-of.ts';
import type { View } from '../../frame/view.ts';
import { Chart } from '../../parts/chart/chart.tsx';
import type { Look } from '../../parts/chart/look.ts';
import type { Sketch } from '../../parts/chart/sketch.ts';
import { trendOption, trendWords } from '../../parts/chart/trend.ts';
import type { Card } from '../../parts/kpi-card/card.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { eventsWords } from '../../words/events.ts';
import { useFormat } from '../../words/format.ts';
import { kpiWords } from '../../words/kpi.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { Events } from './events/events.tsx';
import { useEvents } from './events/use-events.ts';
import type { KpiWhole } from './kpi-page.tsx';
import { cellsOf, comparedOf, grainOf, pointOf, trendAsked, trendSays } from './trend-says.ts';

interface Props {
  readonly kpi: KpiWhole;
  readonly card: Card | null;
  readonly view: View;
  readonly where: NonNullable<OperationInput<'query'>['where']>;
}

/** The KPI over time, with its interval and what it is compared with. */
export function Trend({ kpi, card, view, where }: Props) {
  const say = useWords(kpiWords);
  const format = useFormat();
  const { language } = useLanguage();
  const { workspace } = useSession();
  const grain = grainOf(card, view);
  const compare = comparedOf(view);
  const { data, error, refetch } = useOperation('query', trendAsked(kpi.id, card, view, where), { enabled: card !== null });
  const unit = card?.unit ?? kpi.unit;
  const cells = useMemo(() => cellsOf(data, card?.group), [data, card?.group]);
  const points = useMemo(() => cells.map((cell) => pointOf(cell, grain, format)), [cells, format, grain]);
  const periods = useMemo(() => cells.map(({ period }) => period), [cells]);
  const events = useEvents(kpi.id, periods, where);
  const sayEvent = useWords(eventsWords);
  const told = (index: number): string =>
    events.flatMap((event) => (event.index <= index && index <= event.last ? [event.text] : [])).join(' · ');
  const comparedName = compare === null || compare === 'previous' ? null : say(`compared_${compare}`);
  const sketch = useMemo((): Sketch => {
    const marks = events.map(({ index, last, number }) => ({ index, last, number }));
    const { locale, currency, timezone } = workspace;
    return { points, marks, name: kpi.name, compared: comparedName, unit, language, workspace: { locale, currency, timezone } };
  }, [points, events, kpi.name, comparedName, unit, language, workspace]);
  const option = useCallback(
    (look: Look) => trendOption(points, trendWords(points, sketch, format), look, events),
    [points, sketch, format, events],
  );
  const { sentence, stretch } = useMemo(() => trendSays(points, unit, say, format), [points, unit, say, format]);
  return (
    <PageSection title={say('trend')} id="trend">
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={340} />}
      {data && (
        <Chart
          title={kpi.name}
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
          points={points.map((point, index) => ({
            series: 0,
            index,
            says: [
              point.ci
                ? say('between', {
                    period: point.label,
                    value: point.value === null ? '–' : format.value(point.value, unit),
                    from: format.value(point.ci[0], unit),
                    to: format.value(point.ci[1], unit),
                  })
                : say('at', { period: point.label, value: point.value === null ? '–' : format.value(point.value, unit) }),
              ...(told(index) === '' ? [] : [sayEvent('mark', { text: told(index) })]),
            ].join('. '),
          }))}
          table={{
            columns: [
              say('period'),
              ...[say('value'), say('from'), say('to'), ...(comparedName ? [comparedName] : [])].map((label) => ({ label, kind: unit })),
              { label: say('sample'), kind: 'count' },
              say('state'),
              ...(events.length > 0 ? [sayEvent('column')] : []),
            ],
            rows: cells.map((cell, index) => [
              points[index]?.label ?? '',
              cell.value,
              cell.ci?.[0] ?? null,
              cell.ci?.[1] ?? null,
              ...(comparedName ? [cell.comparison?.value ?? null] : []),
              cell.n,
              say(`state_${cell.state}`),
              ...(events.length > 0 ? [told(index)] : []),
            ]),
          }}
        />
      )}
      {data && <Events kpi={kpi.id} events={events} scope={scopeOf(where)} />}
    </PageSection>
  );
}
