import { useEffect, useMemo, useState } from 'react';
import { useMay } from '../../../api/use-session.ts';
import { useView } from '../../../frame/view.ts';
import { Attention } from '../../../parts/attention/attention.tsx';
import type { Card } from '../../../parts/kpi-card/card.ts';
import { KpiCard } from '../../../parts/kpi-card/kpi-card.tsx';
import { useMarks } from '../../../parts/kpi-card/use-marks.ts';
import { announce } from '../../../parts/live-region/live-region.tsx';
import { EmptyNotice, Skeleton, TroubleNotice, Updating } from '../../../parts/state-notice/state-notice.tsx';
import { Unseen } from '../../../parts/unseen/unseen.tsx';
import { boardWords } from '../../../words/board.ts';
import { useFormat } from '../../../words/format.ts';
import { useWords } from '../../../words/language.ts';
import { ownBoardWords } from '../../../words/own-board.ts';
import type { StoredCard } from '../chosen.ts';
import { Footnotes } from '../paper/footnotes.tsx';
import { PaperHead } from '../paper/paper-head.tsx';
import { RecordsOf } from '../records-of.tsx';
import { Summary } from '../summary.tsx';
import { Why } from '../why.tsx';
import { AbsentCard } from './absent-card.tsx';
import styles from './own-board.module.css';
import { usePlaces } from './use-places.ts';

interface Props {
  readonly name: string;
  readonly cards: readonly StoredCard[];
}

/** A board with the KPIs that someone chose, in their order; one that gives no figure says why in its place. */
export function OwnBoard({ name, cards }: Props) {
  const say = useWords(ownBoardWords);
  const words = useWords(boardWords);
  const format = useFormat();
  const { view } = useView();
  const mayRecords = useMay('records.read');
  const [recordsOf, setRecordsOf] = useState<Card | null>(null);
  const { places, answer, isWhole, isUpdating, error, at, refetch } = usePlaces(cards);
  const marks = useMarks(useMemo(() => (answer?.cards ?? []).map(({ id }) => id), [answer]));
  const lead = useMemo(() => (answer?.lead ?? []).flatMap((id) => answer?.cards.find((card) => card.id === id) ?? []), [answer]);
  const shown = answer?.cards.length ?? 0;
  useEffect(() => {
    if (at > 0) announce(words('announce', { count: shown }));
  }, [at, shown, words]);
  if (cards.length === 0) {
    return (
      <>
        <h1>{name}</h1>
        <EmptyNotice is="notConfigured">{say('empty')}</EmptyNotice>
      </>
    );
  }
  if (error && !answer) {
    return (
      <>
        <h1>{name}</h1>
        <TroubleNotice error={error} onRetry={refetch} />
      </>
    );
  }
  const onRecords = mayRecords ? setRecordsOf : undefined;
  const noted = places.flatMap(({ card }) => card?.id ?? []);
  const drawn = answer?.cards ?? [];
  return (
    <Updating active={isUpdating}>
      {error && (
        <TroubleNotice error={error} onRetry={refetch}>
          {format.moment(new Date(at).toISOString())}
        </TroubleNotice>
      )}
      <PaperHead name={name} />
      {drawn.length > 0 ? <Summary cards={drawn} /> : <h1 className={styles.name}>{name}</h1>}
      <section className={styles.cards} aria-labelledby="cards">
        <Unseen as="h2" id="cards">
          {name}
        </Unseen>
        {isWhole
          ? places.map((place) => (
              <div key={place.key} className={styles.place} data-width={place.stored.width}>
                {place.card ? (
                  <KpiCard
                    card={place.card}
                    onRecords={onRecords}
                    note={noted.indexOf(place.card.id) + 1}
                    marks={marks.get(place.card.id)}
                  />
                ) : place.absence ? (
                  <AbsentCard name={place.name} kpi={place.stored.kpi} absence={place.absence} />
                ) : (
                  <Skeleton height={252} />
                )}
              </div>
            ))
          : cards.map(({ kpi, variant }) => <Skeleton key={`${kpi} ${variant}`} className={styles.coming} height={252} />)}
      </section>
      {lead.length > 0 && (
        <div className={styles.two}>
          <Why lead={lead} view={view} />
          <Attention cards={lead} view={view} />
        </div>
      )}
      <Footnotes kpis={noted} />
      {recordsOf && <RecordsOf card={recordsOf} onClose={() => setRecordsOf(null)} />}
    </Updating>
  );
}
