import { useDeferredValue, useMemo } from 'react';
import type { OperationInput } from '../../../../src/app/api/client-types.ts';
import { comparedOf, grainOf, trendAsked } from '../../../../src/app/api/first-asked.ts';
import { useOperation } from '../../api/use-operation.ts';
import { scopeOf } from '../../frame/scope-of.ts';
import type { View } from '../../frame/view.ts';
import type { Card } from '../../parts/kpi-card/card.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { kpiWords } from '../../words/kpi.ts';
import { useWords } from '../../words/language.ts';
import { AheadNotes } from './ahead/ahead-notes.tsx';
import { useAhead } from './ahead/use-ahead.ts';
import { Events } from './events/events.tsx';
import { useEvents } from './events/use-events.ts';
import type { KpiWhole } from './kpi-page.tsx';
import { TrendChart } from './trend-chart.tsx';
import { cellsOf } from './trend-says.ts';

interface Props {
  readonly kpi: KpiWhole;
  readonly card: Card | null;
  readonly view: View;
  readonly where: NonNullable<OperationInput<'query'>['where']>;
}

/** The KPI over time, with its interval and what it is compared with. */
export function Trend({ kpi, card, view, where }: Props) {
  const say = useWords(kpiWords);
  const grain = grainOf(card, view);
  const compare = comparedOf(view);
  const { data, error, refetch } = useOperation('query', trendAsked(kpi.id, card, view, where), { enabled: card !== null });
  const unit = card?.unit ?? kpi.unit;
  const cells = useMemo(() => cellsOf(data, card?.group), [data, card?.group]);
  const periods = useMemo(() => cells.map(({ period }) => period), [cells]);
  const ahead = useAhead({ kpi: kpi.id, card, grain, view, where, enabled: data !== undefined });
  const events = useEvents(kpi.id, periods, where);
  const name = kpi.name;
  // What comes later draws the trend anew, after whatever else there is to do.
  const drawn = useDeferredValue(
    useMemo(() => ({ name, unit, grain, compare, cells, ahead, events }), [name, unit, grain, compare, cells, ahead, events]),
  );
  const isThere = data !== undefined && (cells.length === 0 || drawn.cells.length > 0);
  return (
    <PageSection title={say('trend')} id="trend">
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!isThere && !error && <Skeleton height={340} />}
      {isThere && <TrendChart {...drawn} />}
      {data && <AheadNotes forecast={ahead.forecast} standing={ahead.standing} pending={ahead.pending} />}
      {data && <Events kpi={kpi.id} events={events} scope={scopeOf(where)} />}
    </PageSection>
  );
}
