import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../api/use-operation.ts';
import { CopyField } from '../../../parts/copy-field/copy-field.tsx';
import { FormEnd } from '../../../parts/form-end/form-end.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { useFormat } from '../../../words/format.ts';
import { useWords } from '../../../words/language.ts';
import { membersWords } from '../../../words/members.ts';
import { settingsWords } from '../../../words/settings.ts';
import styles from '../settings-page.module.css';
import { type Grant, GrantFields, plainGrant } from './grant-fields.tsx';

/** An address and its rights; what comes of it is a link, shown once. */
export function Invite({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(membersWords);
  const common = useWords(settingsWords);
  const format = useFormat();
  const invite = useWrite('invite');
  const [email, setEmail] = useState('');
  const [grant, setGrant] = useState<Grant>(plainGrant);
  const made = invite.data;
  if (made) {
    const values = { email: made.email, day: format.moment(made.expiresAt) };
    return (
      <div className={styles.box}>
        <CopyField
          label={say(made.mailed ? 'inviteMailed' : 'inviteByHand', values)}
          value={new URL(made.path, window.location.origin).href}
          copy={common('copy')}
          copied={common('copied')}
        />
        <div className={styles.buttons}>
          <PushButton onClick={() => invite.reset()}>{say('invite')}</PushButton>
          <PushButton look="quiet" onClick={onClose}>
            {common('keyDone')}
          </PushButton>
        </div>
      </div>
    );
  }
  return (
    <form
      className={`${styles.form} ${styles.box}`}
      onSubmit={(event) => {
        event.preventDefault();
        invite.mutate({ email: email.trim(), ...grant });
      }}
    >
      <TextInput
        label={say('email')}
        type="email"
        autoComplete="off"
        required
        withAsterisk={false}
        autoFocus
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <GrantFields grant={grant} email={email} onChange={setGrant} />
      <FormEnd label={say('inviteSend')} busy={invite.isPending} error={invite.error}>
        <PushButton onClick={onClose}>{common('cancel')}</PushButton>
      </FormEnd>
    </form>
  );
}
