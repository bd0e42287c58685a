import { useState } from 'react';
import { useOperation, useWrite } from '../../api/use-operation.ts';
import { useSession } from '../../api/use-session.ts';
import { scopeName } from '../../frame/scope-of.ts';
import { conversationWords } from '../../words/conversation.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { FormEnd } from '../form-end/form-end.tsx';
import { announce } from '../live-region/live-region.tsx';
import { PushButton } from '../push-button/push-button.tsx';
import { SelectField } from '../select-field/select-field.tsx';
import { TextArea } from '../text-area/text-area.tsx';
import styles from './comments.module.css';
import type { Cell, SaidOf } from './comments.tsx';

interface Props {
  /** What a new conversation is about. */
  readonly about?: SaidOf;
  /** Periods that it may be about alone. */
  readonly cells?: readonly Cell[];
  /** The conversation that it answers in. */
  readonly thread?: string;
  /** One's own comment, to be changed. */
  readonly change?: { readonly id: string; readonly text: string; readonly mentions: readonly string[] };
  readonly onClose: () => void;
}

/** Something to say, and whom to tell of it. Choosing someone writes `@Name` into the text; taken out again, they are not told. */
export function CommentForm({ about, cells = [], thread, change, onClose }: Props) {
  const say = useWords(conversationWords);
  const format = useFormat();
  const { id: own } = useSession();
  const colleagues = useOperation('colleagues', {});
  const save = useWrite('comment', ['comments']);
  const [text, setText] = useState(change?.text ?? '');
  const [cell, setCell] = useState(about?.from ?? '');
  const [wrong, setWrong] = useState<string | null>(null);
  const [missed, setMissed] = useState<string | null>(null);
  const members = (colleagues.data?.members ?? []).filter(({ id }) => id !== own);
  const called = members.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);
  const period = cells.find(({ start }) => start === cell);
  const submit = (): void => {
    if (text.trim() === '') {
      setWrong(say('empty'));
      return;
    }
    setWrong(null);
    save.mutate(
      {
        ...(about ?? {}),
        ...(cells.length > 0 ? { from: period?.start ?? null, to: period?.end ?? null } : {}),
        ...(thread === undefined ? {} : { thread }),
        ...(change ? { id: change.id } : {}),
        text,
        mentions: called,
      },
      {
        onSuccess: ({ told, not_told }) => {
          if (told.length > 0) announce(say('told', { names: format.list(told.map(({ name }) => name)) }));
          if (not_told.length === 0) onClose();
          else setMissed(say('notTold', { names: format.list(not_told.map(({ name }) => name)) }));
        },
      },
    );
  };
  if (missed !== null) {
    return (
      <div className={styles.missed} role="status">
        <p>{missed}</p>
        <PushButton look="quiet" onClick={onClose}>
          OK
        </PushButton>
      </div>
    );
  }
  const label =
    thread === undefined ? (about?.scope ? say('writeScope', { scope: scopeName(about.scope) }) : say('writeOf')) : say('answerTo');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {cells.length > 0 && (
        <SelectField
          label={say('cell')}
          value={cell}
          options={[{ value: '', label: say('cellNone') }, ...cells.map(({ start, label: name }) => ({ value: start, label: name }))]}
          onChange={setCell}
        />
      )}
      <TextArea label={label} maxLength={4000} value={text} onChange={setText} />
      {members.length > 0 && (
        <SelectField
          label={say('call')}
          value=""
          options={[{ value: '', label: say('callNobody') }, ...members.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(id) => {
            const name = members.find((one) => one.id === id)?.name;
            if (name !== undefined && !text.includes(`@${name}`)) setText(`${text.trimEnd()}${text.trim() === '' ? '' : ' '}@${name} `);
          }}
        />
      )}
      <FormEnd label={say(change ? 'save' : 'send')} busy={save.isPending} error={wrong ?? save.error}>
        <PushButton look="quiet" onClick={onClose}>
          {say('close')}
        </PushButton>
      </FormEnd>
    </form>
  );
}
