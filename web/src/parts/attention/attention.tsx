import { memo } from 'react';
import { useOperation } from '../../api/use-operation.ts';
import { useToldIn } from '../../api/use-session.ts';
import { conditionsOf } from '../../frame/conditions.ts';
import type { View } from '../../frame/view.ts';
import { boardWords } from '../../words/board.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import type { Card } from '../kpi-card/card.ts';
import { KpiLink } from '../kpi-link/kpi-link.tsx';
import { PageSection } from '../page-section/page-section.tsx';
import { EmptyNotice, Skeleton, TroubleNotice } from '../state-notice/state-notice.tsx';
import { ToneTag } from '../tone-tag/tone-tag.tsx';
import styles from './attention.module.css';

const shown = 4;
const weight = { bad: 0, warning: 1, good: 2, neutral: 3 } as const;

interface Props {
  readonly cards: readonly Card[];
  readonly view: View;
  readonly title?: string;
}

/** What the reading rules ask to do about some KPIs, most pressing first. */
export const Attention = memo(function Attention({ cards, view, title }: Props) {
  const say = useWords(boardWords);
  const parts = useWords(partsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const { data, error, refetch } = useOperation(
    'read',
    {
      kpis: cards.map(({ id }) => id),
      language,
      ...useToldIn(),
      where: conditionsOf(view),
      ...(view.to ? { to: view.to } : {}),
      ...(view.grain ? { grain: view.grain } : {}),
    },
    { enabled: cards.length > 0 },
  );
  const seen = new Set<string>();
  const readings = (data?.readings ?? [])
    // What the board calls noise, among so many, or cannot hold against chance is not to be acted upon.
    .filter(
      ({ kpi, rule, outcome }) =>
        outcome !== 'noise' &&
        !(rule === 'direction' && cards.some(({ id, move }) => id === kpi && (move === 'noise' || move === 'unknown'))),
    )
    .toSorted((left, right) => weight[left.tone] - weight[right.tone])
    .filter(({ rule, says }) => {
      if (seen.has(`${rule} ${says}`)) return false;
      seen.add(`${rule} ${says}`);
      return true;
    })
    .slice(0, shown);
  return (
    <PageSection title={title ?? say('attention')}>
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={200} />}
      {data && readings.length === 0 && <EmptyNotice is="goodNews">{say('attentionEmpty')}</EmptyNotice>}
      <ul className={styles.list}>
        {readings.map(({ kpi, rule, outcome, tone, says, next, name }, index) => (
          <li key={`${kpi} ${rule}`} className={styles.item}>
            <ToneTag is={tone} />
            <div>
              <b>{format.sentence(says)}</b>
              <p className={styles.says}>
                {/* Said once is enough. */}
                {readings[index - 1]?.next !== next && `${format.sentence(next)} `}
                {rule === 'direction' && outcome !== 'noise' ? (
                  <KpiLink id={kpi} hash="explanation" label={`${parts('explain')}: ${name}`}>
                    {parts('explain')}
                  </KpiLink>
                ) : (
                  <KpiLink id={kpi} label={name}>
                    {say('seeKpi')}
                  </KpiLink>
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </PageSection>
  );
});
