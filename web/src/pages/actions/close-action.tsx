import { useState } from 'react';
import { useWrite } from '../../api/use-operation.ts';
import { DayField } from '../../parts/day-field/day-field.tsx';
import { FormEnd } from '../../parts/form-end/form-end.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { actionsWords } from '../../words/actions.ts';
import { useWords } from '../../words/language.ts';
import type { Action } from './action-row.tsx';
import styles from './actions-page.module.css';

/** Done, dropped with a reason, or open again. */
export function CloseAction({ action }: { readonly action: Action }) {
  const say = useWords(actionsWords);
  const close = useWrite('close_action');
  const [asking, setAsking] = useState<'done' | 'dropped' | null>(null);
  const [on, setOn] = useState('');
  const [outcome, setOutcome] = useState('');
  if (action.status !== 'open') {
    return (
      <div className={styles.does}>
        <PushButton disabled={close.isPending} onClick={() => close.mutate({ action: action.id, status: 'open' })}>
          {say('reopen')}
        </PushButton>
      </div>
    );
  }
  if (asking === null) {
    return (
      <div className={styles.does}>
        <PushButton look="strong" onClick={() => setAsking('done')}>
          {say('markDone')}
        </PushButton>
        <PushButton onClick={() => setAsking('dropped')}>{say('drop')}</PushButton>
      </div>
    );
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        close.mutate({
          action: action.id,
          status: asking,
          on: on === '' ? null : on,
          outcome: outcome.trim() === '' ? null : outcome,
        });
      }}
    >
      {asking === 'done' && (
        <div className={styles.fields}>
          <DayField label={say('on')} value={on} onChange={setOn} />
        </div>
      )}
      <TextArea label={say(asking === 'done' ? 'outcomeField' : 'dropField')} value={outcome} maxLength={2000} onChange={setOutcome} />
      <FormEnd label={say(asking === 'done' ? 'confirmDone' : 'confirmDrop')} busy={close.isPending} error={close.error}>
        <PushButton look="quiet" onClick={() => setAsking(null)}>
          {say('cancel')}
        </PushButton>
      </FormEnd>
    </form>
  );
}
