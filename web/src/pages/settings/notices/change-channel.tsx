import { useState } from 'react';
import { useWrite } from '../../../api/use-operation.ts';
import { FormEnd } from '../../../parts/form-end/form-end.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { useWords } from '../../../words/language.ts';
import { noticesWords } from '../../../words/notices.ts';
import styles from '../settings-page.module.css';
import { type Changeable, type Channel, ChannelFields } from './channel-fields.tsx';

/** Changes what a channel is told and how; its address and its key stay. */
export function ChangeChannel({ of: channel, onClose }: { readonly of: Channel; readonly onClose: () => void }) {
  const say = useWords(noticesWords);
  const save = useWrite('save_channel', ['channels']);
  const [changed, setChanged] = useState<Changeable>(channel);
  return (
    <form
      className={`${styles.form} ${styles.box}`}
      onSubmit={(event) => {
        event.preventDefault();
        const { name, language, amounts, kinds } = changed;
        save.mutate({ channel: channel.id, name, speaks: language, amounts, kinds: [...kinds] }, { onSuccess: onClose });
      }}
    >
      <ChannelFields of={changed} onChange={setChanged} />
      <FormEnd label={say('save')} busy={save.isPending} error={save.error}>
        <PushButton onClick={onClose}>{say('cancel')}</PushButton>
      </FormEnd>
    </form>
  );
}
