import { Link, useLocation, useParams } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useMemo } from 'react';
import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useMay } from '../../api/use-session.ts';
import { conditionsOf } from '../../frame/conditions.ts';
import { scopeOf } from '../../frame/scope-of.ts';
import { useView } from '../../frame/view.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { WhenNear } from '../../parts/page-section/when-near.tsx';
import { RecordsTable } from '../../parts/records-drawer/records-table.tsx';
import { EmptyNotice, Skeleton, TroubleNotice, Updating } from '../../parts/state-notice/state-notice.tsx';
import { conversationWords } from '../../words/conversation.ts';
import { useDimensionName } from '../../words/dimensions.ts';
import { kpiWords } from '../../words/kpi.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { askedOf } from '../board/asked.ts';
import { Conversation } from './conversation/conversation.tsx';
import { Definition } from './definition.tsx';
import { Head } from './head.tsx';
import styles from './kpi-page.module.css';
import { Quality } from './quality.tsx';
import { Reading } from './reading.tsx';
import { dimensionsOf, Segments } from './segments.tsx';
import { Trend } from './trend.tsx';
import { WhyChanged } from './why-changed.tsx';

export type KpiWhole = Extract<OperationOutput<'kpis'>['kpis'][number], { readonly texts: unknown }>;

/** All of one KPI: value, trend, reading, why it changed, by whom, its records, its definition, how good the data are. */
export function Page() {
  const say = useWords(kpiWords);
  const { id = '' } = useParams({ strict: false });
  const talk = useWords(conversationWords);
  const nameOf = useDimensionName();
  const { hash } = useLocation();
  const isLed = hash !== '';
  const { language } = useLanguage();
  const { view } = useView();
  const mayRecords = useMay('records.read');
  const where = useMemo(() => conditionsOf(view), [view]);
  const described = useOperation('kpis', { id, language });
  const kpi = described.data?.kpis.find((one): one is KpiWhole => 'texts' in one && one.id === id);
  const board = useOperation('board', { ...askedOf(view), kpis: [id] }, { enabled: id !== '' });
  const card = board.data?.cards.find((one) => one.id === id) ?? null;
  const settled = card !== null;
  // What stands below is drawn after what comes first, a piece at a time.
  const isLater = useDeferredValue(settled || board.error !== null || board.data !== undefined, false);
  useEffect(() => {
    // The part that the address names is drawn after the page is: go there then.
    if (settled && isLater && hash) document.getElementById(hash)?.scrollIntoView();
  }, [settled, isLater, hash]);
  if (described.error && !kpi) return <TroubleNotice error={described.error} onRetry={() => void described.refetch()} />;
  if (!kpi) return <Skeleton height={420} />;
  if (!kpi.computable) {
    return (
      <>
        <Head kpi={kpi} card={null} />
        <EmptyNotice is="notConfigured" action={<Link to="/data">{say('toData')}</Link>}>
          {say('missing', { list: kpi.missing.join(', ') })}
        </EmptyNotice>
        <Definition kpi={kpi} period={null} where={where} />
      </>
    );
  }
  const [by] = dimensionsOf(kpi);
  const period = card?.now.period ?? null;
  const unfiltered = board.data && !card && board.data.unfiltered.length > 0;
  return (
    <Updating active={board.isPlaceholderData}>
      <div className={styles.page}>
        <Head kpi={kpi} card={card} coming={card === null && board.isPending} scope={scopeOf(where)} />
        {board.error && !card && <TroubleNotice error={board.error} onRetry={() => void board.refetch()} />}
        {unfiltered && <EmptyNotice is="noMatch" />}
        {!unfiltered && (
          <>
            <div className={styles.two}>
              <Trend kpi={kpi} card={card} view={view} where={where} />
              <Reading kpi={kpi} card={card} view={view} where={where} />
            </div>
            {isLater && (
              <div className={styles.halves}>
                <WhenNear id="explanation" title={say('explanation')} height={420} now={isLed}>
                  <WhyChanged kpi={kpi} card={card} view={view} where={where} />
                </WhenNear>
                {by !== undefined && (
                  <WhenNear id="segments" title={say('segments', { dimension: nameOf(by) })} height={420} now={isLed}>
                    <Segments kpi={kpi} card={card} view={view} where={where} />
                  </WhenNear>
                )}
              </div>
            )}
            {mayRecords && isLater && (
              <WhenNear id="records" title={say('records')} height={420} now={isLed}>
                <PageSection title={say('records')} id="records">
                  {period ? (
                    <RecordsTable kpi={id} name={kpi.name} from={period.start} to={period.end} where={where} />
                  ) : (
                    <Skeleton height={420} />
                  )}
                </PageSection>
              </WhenNear>
            )}
          </>
        )}
        {isLater ? (
          <>
            <WhenNear id="conversation" title={talk('title')} height={240} now={isLed}>
              <Conversation kpi={id} card={card} view={view} where={where} />
            </WhenNear>
            <WhenNear id="definition" title={say('definition')} height={640} now={isLed}>
              <Definition kpi={kpi} period={period} where={where} />
            </WhenNear>
            <WhenNear id="quality" title={say('quality')} height={240} now={isLed}>
              <Quality kpi={kpi} card={card} />
            </WhenNear>
          </>
        ) : (
          <Skeleton height={420} />
        )}
      </div>
    </Updating>
  );
}
