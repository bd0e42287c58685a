import { useMemo } from 'react';
import { grainOf, trendAsked } from '../../../../../src/app/api/first-asked.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { scopeOf } from '../../../frame/scope-of.ts';
import type { View } from '../../../frame/view.ts';
import styles from '../../../parts/comments/comments.module.css';
import { Comments } from '../../../parts/comments/comments.tsx';
import type { Card } from '../../../parts/kpi-card/card.ts';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { conversationWords } from '../../../words/conversation.ts';
import { useFormat } from '../../../words/format.ts';
import { useWords } from '../../../words/language.ts';
import { cellsOf } from '../trend-says.ts';
import { Decisions } from './decisions.tsx';

interface Props {
  readonly kpi: string;
  readonly card: Card | null;
  readonly view: View;
  readonly where: Parameters<typeof scopeOf>[0];
}

/** What people said and decided about a KPI, for whom the page is about; of a period of the trend too. */
export function Conversation({ kpi, card, view, where }: Props) {
  const say = useWords(conversationWords);
  const format = useFormat();
  const scope = scopeOf(where);
  const grain = grainOf(card, view);
  // The same as the trend asks for.
  const { data } = useOperation('query', trendAsked(kpi, card, view, where), { enabled: card !== null });
  const cells = useMemo(
    () =>
      cellsOf(data, card?.group)
        .map(({ period }) => ({ ...period, label: format.period(period, grain) }))
        .toReversed(),
    [data, card?.group, format, grain],
  );
  return (
    <PageSection title={say('title')} id="conversation">
      <div className={styles.columns}>
        <div className={styles.column}>
          <h3>{say('comments')}</h3>
          <Comments about={{ kpi, scope }} cells={cells} />
        </div>
        <Decisions kpi={kpi} scope={scope} />
      </div>
    </PageSection>
  );
}
