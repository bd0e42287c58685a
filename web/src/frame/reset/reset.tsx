import { PasswordInput } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { type Refusal, resetPassword } from '../../api/account.ts';
import { FormEnd } from '../../parts/form-end/form-end.tsx';
import { accountWords } from '../../words/account.ts';
import { useWords } from '../../words/language.ts';
import { signInWords } from '../../words/sign-in.ts';
import { Brand } from '../shell/brand.tsx';
import styles from '../sign-in/sign-in.module.css';

/** Sets a new password by a link; its token stands behind the `#`. */
export function Page() {
  const say = useWords(signInWords);
  const sayWhy = useWords(accountWords);
  const { hash: token } = useLocation();
  const [password, setPassword] = useState('');
  const [state, setState] = useState<'open' | 'busy' | 'done' | Refusal>(token.length < 20 ? 'token' : 'open');
  const isTold = state === 'open' || state === 'busy' || state === 'done';
  return (
    <div className={styles.page}>
      <div className={styles.sheet}>
        <Brand />
        <h1>{say('reset')}</h1>
        {state === 'done' ? (
          <>
            <p role="status">{say('resetDone')}</p>
            <Link to="/sign-in">{say('toSignIn')}</Link>
          </>
        ) : (
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              setState('busy');
              void resetPassword(token, password).then((outcome) => setState(outcome.ok ? 'done' : outcome.why));
            }}
          >
            <p>{say('resetHelp')}</p>
            <PasswordInput
              label={say('password')}
              description={say('passwordHelp')}
              name="password"
              autoComplete="new-password"
              required
              withAsterisk={false}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': say('showPassword') }}
            />
            <FormEnd label={say('resetSend')} busy={state === 'busy'} error={isTold ? null : sayWhy(`wrong_${state}`)} />
          </form>
        )}
      </div>
    </div>
  );
}
