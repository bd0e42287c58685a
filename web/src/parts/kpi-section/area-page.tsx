import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useOperation } from '../../api/use-operation.ts';
import { useMay } from '../../api/use-session.ts';
import { conditionsOf } from '../../frame/conditions.ts';
import { useView } from '../../frame/view.ts';
import { useFormat } from '../../words/format.ts';
import { kpiSectionWords } from '../../words/kpi-section.ts';
import { useWords } from '../../words/language.ts';
import { Attention } from '../attention/attention.tsx';
import type { Card } from '../kpi-card/card.ts';
import { PageSection } from '../page-section/page-section.tsx';
import { Skeleton, TroubleNotice, Updating } from '../state-notice/state-notice.tsx';
import { type DimensionChart, KpiByDimension } from './kpi-by-dimension.tsx';
import { KpiCards } from './kpi-cards.tsx';
import styles from './kpi-section.module.css';
import { Lead } from './lead.tsx';

const RecordsDrawer = lazy(() => import('../records-drawer/records-drawer.tsx').then(({ RecordsDrawer: it }) => ({ default: it })));

/** A group of KPIs of a page: their cards, and each chart by a dimension. */
export interface KpiGroup {
  /** Null: what `more` shows has its own heading. */
  readonly title: string | null;
  /** Tells groups without KPIs apart. */
  readonly id?: string;
  readonly kpis: readonly string[];
  readonly charts?: readonly DimensionChart[];
  /** What only this page has, after the cards; `end` is the last day of the period shown. */
  readonly more?: (end: string) => ReactNode;
}

interface Props {
  readonly title: string;
  readonly groups: readonly KpiGroup[];
  /** Above the groups: what the page is opened for. */
  readonly first?: ReactNode;
}

/** A page about an area, from a list of its KPIs and of the dimensions that they are opened by: a sentence, the groups, what to do next. */
export function AreaPage({ title, groups, first }: Props) {
  const say = useWords(kpiSectionWords);
  const format = useFormat();
  const { view } = useView();
  const mayRecords = useMay('records.read');
  const [recordsOf, setRecordsOf] = useState<Card | null>(null);
  const where = useMemo(() => conditionsOf(view), [view]);
  const { grain, from, to, compare, asOf } = view;
  const { data, error, isPlaceholderData, refetch } = useOperation('board', {
    kpis: [...new Set(groups.flatMap(({ kpis }) => kpis))],
    where,
    ...(grain ? { grain } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(compare ? { compare } : {}),
    ...(asOf ? { asOf } : {}),
  });
  const cards = data?.cards ?? [];
  const end = cards.map(({ now }) => now.period.end).reduce((last, one) => (one > last ? one : last), '');
  const names = (some: readonly { readonly name: string }[]): string => format.list(some.map(({ name }) => name));
  if (error && !data) {
    return (
      <>
        <h1>{title}</h1>
        <TroubleNotice error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  return (
    <Updating active={isPlaceholderData}>
      <div className={styles.page}>
        <Lead title={title} cards={data ? cards : null} />
        {first}
        {groups.map(({ id = '', title: name, kpis, charts = [], more }) => {
          if (data && kpis.length > 0 && kpis.every((kpi) => data.missing.some(({ id }) => id === kpi))) return null;
          const inside = (
            <div key={`${id} ${kpis.join()}`} className={styles.section}>
              {!data && kpis.length > 0 && <Skeleton height={252} />}
              {kpis.length > 0 && (
                <KpiCards cards={cards.filter(({ id }) => kpis.includes(id))} onRecords={mayRecords ? setRecordsOf : undefined} />
              )}
              {end !== '' && more?.(end)}
              {end !== '' && charts.length > 0 && (
                <div className={styles.charts} data-count={charts.length}>
                  {charts.map((chart) => (
                    <KpiByDimension
                      key={`${chart.kpi} ${chart.variant} ${chart.dimensions.join()}`}
                      {...chart}
                      end={end}
                      own={cards.find(({ id }) => id === chart.kpi)?.now.period}
                    />
                  ))}
                </div>
              )}
            </div>
          );
          return name === null ? (
            inside
          ) : (
            <PageSection key={name} title={name} look="bare">
              {inside}
            </PageSection>
          );
        })}
        {cards.length > 0 && <Attention cards={cards} view={view} title={say('next')} />}
        {data && (
          <footer className={styles.left}>
            {data.missing.length > 0 && (
              <p>
                {say('missing', { list: names(data.missing) })} <Link to="/kpis">{say('missingLink')}</Link>
              </p>
            )}
            {data.unfiltered.length > 0 && <p>{say('unfiltered', { list: names(data.unfiltered) })}</p>}
            {data.failed.length > 0 && <p>{say('failed', { list: names(data.failed) })}</p>}
          </footer>
        )}
      </div>
      {recordsOf && (
        <Suspense>
          <RecordsDrawer
            kpi={recordsOf.id}
            name={recordsOf.name}
            from={recordsOf.now.period.start}
            to={recordsOf.now.period.end}
            where={where}
            onClose={() => setRecordsOf(null)}
          />
        </Suspense>
      )}
    </Updating>
  );
}
