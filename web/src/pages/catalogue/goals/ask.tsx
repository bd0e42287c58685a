import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { call } from '../../../api/call.ts';
import { ApiError } from '../../../api/error.ts';
import { DimensionPicker } from '../../../parts/dimension-picker/dimension-picker.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { useTroubleText } from '../../../parts/trouble-text/trouble-text.tsx';
import { goalsWords } from '../../../words/goals.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import styles from './ask.module.css';
import { goalLimit, type Wish } from './wish.ts';

interface Props {
  readonly choices: OperationOutput<'choices'>;
  readonly wish: Wish;
  readonly onChange: (parts: Partial<Wish>) => void;
}

/** Goals in one's own words or from the list, and who asks. */
export function Ask({ choices, wish, onChange }: Props) {
  const say = useWords(goalsWords);
  const troubleText = useTroubleText();
  const { language } = useLanguage();
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const isFull = wish.goals.length >= goalLimit;
  const put = (goals: readonly string[]): void => onChange({ goals: [...new Set(goals)].slice(0, goalLimit), moved: {} });
  const understand = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() === '') return;
    if (isFull) {
      setTrouble(say('enough'));
      return;
    }
    try {
      const { goals } = await call('advise', { goals: [text], language }, { language });
      setTrouble(null);
      setText('');
      put([...wish.goals, ...goals.map(({ id }) => id)]);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setTrouble(error.code === 'unknown_goal' ? say('notUnderstood') : troubleText(error));
    }
  };
  return (
    <div className={styles.ask}>
      <form className={styles.own} onSubmit={(event) => void understand(event)}>
        <TextInput
          className={styles.text}
          label={say('own')}
          placeholder={say('ownHint')}
          value={text}
          error={trouble}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setTrouble(null);
          }}
        />
        <PushButton type="submit" className={styles.add}>
          {say('add')}
        </PushButton>
      </form>
      <fieldset className={styles.goals}>
        <legend>{say('pick')}</legend>
        {choices.goals.map(({ id, name }) => {
          const isChosen = wish.goals.includes(id);
          return (
            <button
              key={id}
              type="button"
              className={styles.goal}
              aria-pressed={isChosen}
              aria-disabled={!isChosen && isFull}
              onClick={() => {
                setTrouble(null);
                if (isChosen) put(wish.goals.filter((one) => one !== id));
                else if (isFull) setTrouble(say('enough'));
                else put([...wish.goals, id]);
              }}
            >
              {isChosen && <span aria-hidden="true">✓ </span>}
              {name}
            </button>
          );
        })}
      </fieldset>
      <div className={styles.who}>
        <DimensionPicker
          label={say('industry')}
          value={wish.industry}
          set={wish.industry !== ''}
          options={[{ value: '', label: say('anyIndustry') }, ...choices.industries.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(industry) => onChange({ industry, moved: {} })}
        />
        <DimensionPicker
          label={say('role')}
          value={wish.role}
          set={wish.role !== ''}
          options={[{ value: '', label: say('anyRole') }, ...choices.roles.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(role) => onChange({ role, moved: {} })}
        />
      </div>
    </div>
  );
}
