import { Link } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useCompany } from '../../api/use-company.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useMay } from '../../api/use-session.ts';
import { useView } from '../../frame/view.ts';
import { Attention } from '../../parts/attention/attention.tsx';
import type { Card } from '../../parts/kpi-card/card.ts';
import { KpiCard } from '../../parts/kpi-card/kpi-card.tsx';
import { useMarks } from '../../parts/kpi-card/use-marks.ts';
import { announce } from '../../parts/live-region/live-region.tsx';
import { WhenNear } from '../../parts/page-section/when-near.tsx';
import { EmptyNotice, Skeleton, TroubleNotice, Updating } from '../../parts/state-notice/state-notice.tsx';
import { Unseen } from '../../parts/unseen/unseen.tsx';
import { boardWords } from '../../words/board.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { askedOf } from './asked.ts';
import { Footnotes } from './paper/footnotes.tsx';
import { PaperHead } from './paper/paper-head.tsx';
import { RecordsOf } from './records-of.tsx';
import { Rest } from './rest.tsx';
import { Summary } from './summary.tsx';
import styles from './urgent.module.css';
import { Why } from './why.tsx';

const none: readonly Card[] = [];

/** What is most urgent of every KPI: a sentence, what to look at first, why it changed, what to do, and the rest. */
export function Urgent({ name }: { readonly name: string }) {
  const say = useWords(boardWords);
  const format = useFormat();
  const { view } = useView();
  const mayRecords = useMay('records.read');
  const company = useCompany();
  const [recordsOf, setRecordsOf] = useState<Card | null>(null);
  const { data, error, isPlaceholderData, refetch, dataUpdatedAt } = useOperation('board', askedOf(view));
  const lead = useMemo(() => data?.lead.flatMap((id) => data.cards.find((card) => card.id === id) ?? []) ?? none, [data]);
  // The sentence first; cards are drawn after it, a piece at a time, so that the page answers meanwhile.
  const cards = useDeferredValue(lead, none);
  const marks = useMarks(useMemo(() => lead.map(({ id }) => id), [lead]));
  const rest = useMemo(() => data?.cards.filter(({ id }) => !data.lead.includes(id)) ?? [], [data]);
  const shown = data?.cards.length ?? 0;
  useEffect(() => {
    if (dataUpdatedAt > 0) announce(say('announce', { count: shown }));
  }, [dataUpdatedAt, shown, say]);
  if (!data) {
    return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <BoardSkeleton />;
  }
  const names = (left: readonly { readonly name: string }[]): string => format.list(left.map(({ name }) => name));
  const onRecords = mayRecords ? setRecordsOf : undefined;
  if (data.cards.length === 0 && data.unfiltered.length === 0) {
    return (
      <>
        <h1>{company.name}</h1>
        <EmptyNotice is="noData" action={<Link to="/data">{say('importData')}</Link>}>
          {say('noneTitle')}
        </EmptyNotice>
      </>
    );
  }
  return (
    <Updating active={isPlaceholderData}>
      {error && (
        <TroubleNotice error={error} onRetry={() => void refetch()}>
          {format.moment(new Date(dataUpdatedAt).toISOString())}
        </TroubleNotice>
      )}
      <PaperHead name={name} />
      <Summary cards={data.cards} />
      {lead.length > 0 && (
        <section className={styles.cards} aria-labelledby="first" aria-busy={cards !== lead}>
          <Unseen as="h2" id="first">
            {say('first')}
          </Unseen>
          {cards.length === 0 && lead.map(({ id }) => <Skeleton key={id} height={252} />)}
          {cards.map((card, index) => (
            <KpiCard key={card.id} card={card} onRecords={onRecords} note={index + 1} marks={marks.get(card.id)} />
          ))}
        </section>
      )}
      <div className={styles.two}>
        <WhenNear id="why" title={say('why')} height={420}>
          <Why lead={cards} view={view} />
        </WhenNear>
        <WhenNear id="attention" title={say('attention')} height={420}>
          <Attention cards={cards} view={view} />
        </WhenNear>
      </div>
      <WhenNear id="rest" title={say('rest')} height={2400}>
        <Rest cards={rest} />
      </WhenNear>
      <footer className={styles.left}>
        {data.unfiltered.length > 0 && <p>{say('unfiltered', { count: data.unfiltered.length, list: names(data.unfiltered) })}</p>}
        {data.failed.length > 0 && <p>{say('failed', { count: data.failed.length, list: names(data.failed) })}</p>}
        {data.missing.length > 0 && (
          <p>
            {say('missing', { count: data.missing.length })} <Link to="/kpis">{say('missingLink')}</Link>
          </p>
        )}
      </footer>
      <Footnotes kpis={data.lead} />
      {recordsOf && <RecordsOf card={recordsOf} onClose={() => setRecordsOf(null)} />}
    </Updating>
  );
}

/** The places of what comes, at their final size. */
function BoardSkeleton() {
  const say = useWords(boardWords);
  return (
    <>
      <h1 className={styles.loading}>{say('loading')}</h1>
      <p className={styles.loadingHelp}>{say('loadingHelp')}</p>
      <div className={styles.places}>
        {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => (
          <Skeleton key={key} height={252} />
        ))}
      </div>
    </>
  );
}
