import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../api/use-operation.ts';
import styles from '../../../parts/comments/comments.module.css';
import { DayField } from '../../../parts/day-field/day-field.tsx';
import { FormEnd } from '../../../parts/form-end/form-end.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { TextArea } from '../../../parts/text-area/text-area.tsx';
import { conversationWords } from '../../../words/conversation.ts';
import { useWords } from '../../../words/language.ts';

interface Props {
  readonly kpi: string;
  readonly scope: string | null;
  readonly onClose: () => void;
}

/** What is decided, why, by whom, and when to look again. */
export function DecisionForm({ kpi, scope, onClose }: Props) {
  const say = useWords(conversationWords);
  const save = useWrite('decide', ['decisions']);
  const [what, setWhat] = useState('');
  const [why, setWhy] = useState('');
  const [by, setBy] = useState('');
  const [next, setNext] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = (): void => {
    if (what.trim() === '' || why.trim() === '') {
      setWrong(say('needsBoth'));
      return;
    }
    setWrong(null);
    save.mutate(
      { kpi, scope, what, why, decided_by: by.trim() === '' ? null : by, next_look: next === '' ? null : next },
      { onSuccess: onClose },
    );
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextArea label={say('what')} rows={2} maxLength={1000} value={what} onChange={setWhat} />
      <TextArea label={say('why')} rows={2} maxLength={2000} value={why} onChange={setWhy} />
      <div className={styles.fields}>
        <TextInput
          label={say('by')}
          description={say('byHint')}
          maxLength={200}
          value={by}
          onChange={(event) => setBy(event.currentTarget.value)}
        />
        <DayField label={say('next')} value={next} onChange={setNext} />
      </div>
      <FormEnd label={say('decideSave')} busy={save.isPending} error={wrong ?? save.error}>
        <PushButton look="quiet" onClick={onClose}>
          {say('close')}
        </PushButton>
      </FormEnd>
    </form>
  );
}
