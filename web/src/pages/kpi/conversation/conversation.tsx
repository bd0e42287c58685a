import { useState } from 'react';
import { useOperation } from '../../../api/use-operation.ts';
import { useMay } from '../../../api/use-session.ts';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { Skeleton, TroubleNotice } from '../../../parts/state-notice/state-notice.tsx';
import { conversationWords } from '../../../words/conversation.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { CommentForm } from './comment-form.tsx';
import styles from './conversation.module.css';
import { Decisions } from './decisions.tsx';
import { Thread } from './thread.tsx';

interface Props {
  readonly kpi: string;
  /** DIM=VALUE, where the page shows one scope; null: the company. */
  readonly scope: string | null;
}

/** What people said and decided about a KPI. */
export function Conversation({ kpi, scope }: Props) {
  const say = useWords(conversationWords);
  const { language } = useLanguage();
  const may = useMay('self');
  const { data, error, refetch } = useOperation('comments', { kpi, language });
  const [writing, setWriting] = useState(false);
  const [settled, setSettled] = useState(false);
  const threads = data?.threads ?? [];
  const closed = threads.filter(({ resolved }) => resolved !== null);
  const shown = settled ? threads : threads.filter(({ resolved }) => resolved === null);
  return (
    <PageSection title={say('title')} id="conversation">
      <div className={styles.columns}>
        <div className={styles.column}>
          <h3>{say('comments')}</h3>
          {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
          {!data && !error && <Skeleton height={120} />}
          {data && threads.length === 0 && <p className={styles.quiet}>{say(may ? 'noneMay' : 'none')}</p>}
          {shown.map((thread) => (
            <Thread key={thread.id} thread={thread} may={may} />
          ))}
          {!settled && closed.length > 0 && (
            <PushButton className={styles.start} look="quiet" onClick={() => setSettled(true)}>
              {say('settled', { count: closed.length })}
            </PushButton>
          )}
          {may &&
            (writing ? (
              <CommentForm about={{ kpi, scope }} onClose={() => setWriting(false)} />
            ) : (
              <PushButton className={styles.start} onClick={() => setWriting(true)}>
                {say('write')}
              </PushButton>
            ))}
          {!may && <p className={styles.quiet}>{say('account')}</p>}
        </div>
        <Decisions kpi={kpi} scope={scope} />
      </div>
    </PageSection>
  );
}
