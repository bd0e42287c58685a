import { lazy, Suspense, useState } from 'react';
import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { useOperation, useWrite } from '../../../api/use-operation.ts';
import { useMay } from '../../../api/use-session.ts';
import { scopeName } from '../../../frame/scope-of.ts';
import styles from '../../../parts/comments/comments.module.css';
import { FormEnd } from '../../../parts/form-end/form-end.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { Skeleton, TroubleNotice } from '../../../parts/state-notice/state-notice.tsx';
import { TextArea } from '../../../parts/text-area/text-area.tsx';
import { conversationWords } from '../../../words/conversation.ts';
import { useFormat } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.ts';

const DecisionForm = lazy(() => import('./decision-form.tsx').then(({ DecisionForm: it }) => ({ default: it })));

type Decision = OperationOutput<'decisions'>['decisions'][number];

/** What was decided about a KPI, those due for another look first. */
export function Decisions({ kpi, scope }: { readonly kpi: string; readonly scope: string | null }) {
  const say = useWords(conversationWords);
  const { language } = useLanguage();
  const may = useMay('self');
  const { data, error, refetch } = useOperation('decisions', { kpi, language });
  const [writing, setWriting] = useState(false);
  return (
    <div className={styles.column}>
      <h3>{say('decisions')}</h3>
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={80} />}
      {data?.decisions.length === 0 && <p className={styles.quiet}>{say('noDecisions')}</p>}
      {data?.decisions.map((decision) => (
        <Decided key={decision.id} decision={decision} />
      ))}
      {may &&
        (writing ? (
          <Suspense fallback={<Skeleton height={240} />}>
            <DecisionForm kpi={kpi} scope={scope} onClose={() => setWriting(false)} />
          </Suspense>
        ) : (
          <PushButton className={styles.start} onClick={() => setWriting(true)}>
            {say('decide')}
          </PushButton>
        ))}
    </div>
  );
}

function Decided({ decision }: { readonly decision: Decision }) {
  const say = useWords(conversationWords);
  const format = useFormat();
  const close = useWrite('close_decision', ['decisions']);
  const [closing, setClosing] = useState(false);
  const [outcome, setOutcome] = useState('');
  const { id, about, what, why, decided_by, decided_on, next_look, due, outcome: came, editable } = decision;
  return (
    <article className={styles.decision} data-due={due || undefined}>
      <h4>{what}</h4>
      <p className={styles.who}>
        {[
          about.scope === null ? null : scopeName(about.scope),
          say('decided', { by: decided_by ?? say('someone'), day: format.day(decided_on) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className={styles.text}>{why}</p>
      {came === null
        ? next_look !== null && <p className={styles.look}>{say(due ? 'due' : 'look', { day: format.day(next_look) })}</p>
        : null}
      {came !== null && (
        <p className={styles.text}>
          <b>{say('outcome')}:</b> {came}
        </p>
      )}
      {editable &&
        came === null &&
        (closing ? (
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              if (outcome.trim() !== '') close.mutate({ decision: id, outcome });
            }}
          >
            <TextArea label={say('outcome')} rows={2} maxLength={2000} value={outcome} onChange={setOutcome} />
            <FormEnd label={say('closeSave')} busy={close.isPending} disabled={outcome.trim() === ''} error={close.error}>
              <PushButton look="quiet" onClick={() => setClosing(false)}>
                {say('close')}
              </PushButton>
            </FormEnd>
          </form>
        ) : (
          <div className={styles.actions}>
            <PushButton look="quiet" onClick={() => setClosing(true)}>
              {say('closeIt')}
            </PushButton>
          </div>
        ))}
    </article>
  );
}
