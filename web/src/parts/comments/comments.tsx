import { useState } from 'react';
import type { OperationInput } from '../../../../src/app/api/client-types.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useMay } from '../../api/use-session.ts';
import { conversationWords } from '../../words/conversation.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { PushButton } from '../push-button/push-button.tsx';
import { Skeleton, TroubleNotice } from '../state-notice/state-notice.tsx';
import { CommentForm } from './comment-form.tsx';
import styles from './comments.module.css';
import { Thread } from './thread.tsx';

type Input = OperationInput<'comment'>;

/** What a conversation is about: a figure and whose, a cell of it, an alert, a customer. */
export type SaidOf = Pick<Input, 'kpi' | 'scope' | 'customer' | 'from' | 'to' | 'alert'>;

/** A stretch of time that one may write about. */
export interface Cell {
  readonly start: string;
  readonly end: string;
  readonly label: string;
}

interface Props {
  readonly about: SaidOf;
  /** Of a KPI: the periods that one may write about, the latest first. */
  readonly cells?: readonly Cell[];
}

/** What people said about something, and a place to say more. */
export function Comments({ about, cells = [] }: Props) {
  const say = useWords(conversationWords);
  const { language } = useLanguage();
  const may = useMay('self');
  const { alert, customer, kpi } = about;
  const of = alert ? { alert } : customer ? { customer: customer.id } : kpi ? { kpi } : {};
  const { data, error, refetch } = useOperation('comments', { ...of, language });
  const [writing, setWriting] = useState(false);
  const [settled, setSettled] = useState(false);
  const threads = (data?.threads ?? []).filter(
    (one) => !customer || one.about.customer?.source === undefined || one.about.customer.source === customer.source,
  );
  const closed = threads.filter(({ resolved }) => resolved !== null);
  const shown = settled ? threads : threads.filter(({ resolved }) => resolved === null);
  return (
    <div className={styles.column}>
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={120} />}
      {data && threads.length === 0 && <p className={styles.quiet}>{say(may ? 'noneMay' : 'none')}</p>}
      {shown.map((thread) => (
        <Thread key={thread.id} thread={thread} may={may} on={alert ?? null} />
      ))}
      {!settled && closed.length > 0 && (
        <PushButton className={styles.start} look="quiet" onClick={() => setSettled(true)}>
          {say('settled', { count: closed.length })}
        </PushButton>
      )}
      {may &&
        (writing ? (
          <CommentForm about={about} cells={cells} onClose={() => setWriting(false)} />
        ) : (
          <PushButton className={styles.start} onClick={() => setWriting(true)}>
            {say('write')}
          </PushButton>
        ))}
      {!may && <p className={styles.quiet}>{say('account')}</p>}
    </div>
  );
}
