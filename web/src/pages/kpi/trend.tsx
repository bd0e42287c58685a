import { useCallback, useMemo } from 'react';
import type { OperationInput } from '../../../../src/app/api/client-types.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useSession } from '../../api/use-session.ts';
import { scopeOf } from '../../frame/scope-of.ts';
import type { View } from '../../frame/view.ts';
import { Chart } from '../../parts/chart/chart.tsx';
import type { Look } from '../../parts/chart/look.ts';
import type { Sketch } from '../../parts/chart/sketch.ts';
import { aimWords, trendOption, trendWords } from '../../parts/chart/trend.ts';
import type { Card } from '../../parts/kpi-card/card.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { eventsWords } from '../../words/events.ts';
import { useFormat } from '../../words/format.ts';
import { kpiWords } from '../../words/kpi.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { AheadNotes } from './ahead/ahead-notes.tsx';
import { useAhead } from './ahead/use-ahead.ts';
import { withAhead } from './ahead/with-ahead.ts';
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
  const known = useMemo(() => cells.map((cell) => ({ period: cell.period, point: pointOf(cell, grain, format) })), [cells, format, grain]);
  const ahead = useAhead({ kpi: kpi.id, card, grain, view, where, enabled: data !== undefined });
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
  const periods = useMemo(() => cells.map(({ period }) => period), [cells]);
  const events = useEvents(kpi.id, periods, where);
  const sayEvent = useWords(eventsWords);
  const told = (index: number): string =>
    events.flatMap((event) => (event.index <= index && index <= event.last ? [event.text] : [])).join(' · ');
  const comparedName = compare === null || compare === 'previous' ? null : say(`compared_${compare}`);
  const sketch = useMemo((): Sketch => {
    const marks = events.map(({ index, last, number }) => ({ index, last, number }));
    const { locale, currency, timezone, worth = 1 } = workspace;
    return {
      ...{ points, marks, name: kpi.name, compared: comparedName, unit, language },
      aim: points.some(({ aim }) => aim) ? say('aimLine') : null,
      ahead: points.some((point) => point.ahead) ? say('aheadLine') : null,
      workspace: { locale, currency, timezone, worth },
    };
  }, [points, events, kpi.name, comparedName, unit, language, workspace, say]);
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
      )}
      {data && <AheadNotes forecast={ahead.forecast} standing={ahead.standing} pending={ahead.pending} />}
      {data && <Events kpi={kpi.id} events={events} scope={scopeOf(where)} />}
    </PageSection>
  );
}
