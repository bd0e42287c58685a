import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { askReset } from '../../api/account.ts';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { useWords } from '../../words/language.ts';
import { signInWords } from '../../words/sign-in.ts';
import styles from './sign-in.module.css';

/** Asks for a link to set a new password. The answer is the same whether there is an account or not. */
export function Forgotten({ email: known, onBack }: { readonly email: string; readonly onBack: () => void }) {
  const say = useWords(signInWords);
  const [email, setEmail] = useState(known);
  const [state, setState] = useState<'open' | 'busy' | 'sent' | 'unreachable' | 'tooMany'>('open');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setState('busy');
        void askReset(email).then((outcome) => setState(outcome.ok ? 'sent' : outcome.why === 'tooMany' ? 'tooMany' : 'unreachable'));
      }}
    >
      {state === 'sent' ? (
        <p role="status">{say('forgottenSent')}</p>
      ) : (
        <>
          <p>{say('forgottenHelp')}</p>
          {(state === 'unreachable' || state === 'tooMany') && (
            <p role="alert" className={styles.trouble}>
              {say(state)}
            </p>
          )}
          <TextInput
            label={say('email')}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PushButton type="submit" look="strong" disabled={state === 'busy'}>
            {say('forgottenSend')}
          </PushButton>
        </>
      )}
      <div className={styles.ways}>
        <PushButton look="quiet" onClick={onBack}>
          {say('back')}
        </PushButton>
      </div>
    </form>
  );
}
