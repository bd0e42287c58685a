import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { changePassword, type Refusal } from '../../../api/account.ts';
import { useSession } from '../../../api/use-session.ts';
import { FormEnd } from '../../../parts/form-end/form-end.tsx';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { accountWords } from '../../../words/account.ts';
import { useWords } from '../../../words/language.ts';
import styles from '../settings-page.module.css';

/** Another password; all other sessions end. */
export function Password() {
  const say = useWords(accountWords);
  const { email } = useSession();
  const [now, setNow] = useState('');
  const [next, setNext] = useState('');
  const [state, setState] = useState<'open' | 'busy' | 'done' | Refusal>('open');
  const isTold = state === 'open' || state === 'busy' || state === 'done';
  const eye = { 'aria-label': say('showPassword') };
  return (
    <PageSection title={say('password')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setState('busy');
          void changePassword(now, next).then((outcome) => {
            setState(outcome.ok ? 'done' : outcome.why);
            if (!outcome.ok) return;
            setNow('');
            setNext('');
          });
        }}
      >
        {/* So that password managers know whose it is. */}
        <input type="text" autoComplete="username" value={email ?? ''} readOnly hidden />
        <div className={styles.fields}>
          <PasswordInput
            label={say('passwordNow')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={now}
            onChange={(event) => setNow(event.currentTarget.value)}
            visibilityToggleButtonProps={eye}
          />
          <PasswordInput
            label={say('passwordNew')}
            description={say('passwordHelp')}
            inputWrapperOrder={['label', 'input', 'description']}
            autoComplete="new-password"
            required
            withAsterisk={false}
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
            visibilityToggleButtonProps={eye}
          />
        </div>
        <FormEnd
          label={say('passwordChange')}
          busy={state === 'busy'}
          error={isTold ? null : say(`wrong_${state}`)}
          done={state === 'done' ? say('passwordChanged') : null}
        />
      </form>
    </PageSection>
  );
}
