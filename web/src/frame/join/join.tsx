import { PasswordInput, TextInput } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { peopleWords } from '../../../../src/i18n/people.ts';
import { call } from '../../api/call.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useSession } from '../../api/use-session.ts';
import { Choice } from '../../parts/choice/choice.tsx';
import { FormEnd } from '../../parts/form-end/form-end.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { signInWords } from '../../words/sign-in.ts';
import { Brand } from '../shell/brand.tsx';
import { type Answer, signInWithPassword, signInWithSso } from '../sign-in/auth.ts';
import styles from '../sign-in/sign-in.module.css';

const languages = [
  { value: 'es', label: 'Español' },
  { value: 'en', label: 'English' },
] as const;

/** Makes the account that a link is for: the owner's at the first run, or that of an invitation. The token stands behind the `#`. */
export function Page() {
  const say = useWords(signInWords);
  const { hash: token } = useLocation();
  return (
    <div className={styles.page}>
      <div className={styles.sheet}>
        <Brand />
        {token.length < 20 ? (
          <>
            <h1>{say('join')}</h1>
            <p role="alert" className={styles.trouble}>
              {say('linkMissing')}
            </p>
          </>
        ) : (
          <Invited token={token} />
        )}
      </div>
    </div>
  );
}

function Invited({ token }: { readonly token: string }) {
  const say = useWords(signInWords);
  const format = useFormat();
  const { language, choose } = useLanguage();
  const { data, error } = useOperation('invitation', { token });
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Error | null>(null);
  const session = useSession();
  const [trouble, setTrouble] = useState<Extract<Answer, { ok: false }>['why'] | null>(null);
  if (!data) {
    return (
      <>
        <h1>{say('join')}</h1>
        {error && <TroubleNotice error={error} />}
      </>
    );
  }
  const isOwner = data.email === null;
  const accept = async (): Promise<void> => {
    setBusy(true);
    setFailed(null);
    try {
      const made = await call('accept_invitation', { token, name, password, email: isOwner ? email : null }, { language });
      const signed = await signInWithPassword(made.email, password);
      if (signed.ok) await call('profile', { speaks: language }, { language }).catch(() => null);
      window.location.assign(!signed.ok ? '/sign-in' : isOwner ? '/start' : '/');
    } catch (thrown) {
      setFailed(thrown instanceof Error ? thrown : new Error(String(thrown)));
      setBusy(false);
    }
  };
  /** The invitation is for an address: whoever the company says has it needs no password of ours. */
  const bySso = async (): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    const answer = await signInWithSso();
    setBusy(false);
    if (!answer.ok) setTrouble(answer.why);
  };
  return (
    <>
      <h1>{say(isOwner ? 'joinOwner' : 'join')}</h1>
      <p>
        {isOwner
          ? say('joinOwnerHelp')
          : say('joinBy', {
              by: data.invitedBy,
              workspace: data.workspace,
              role: peopleWords(language).roles[data.role] ?? data.role,
            })}{' '}
        {!isOwner && say('joinGood', { day: format.moment(data.expiresAt) })}
      </p>
      <div>
        <Choice label={say('language')} value={language} options={languages} onChange={choose} />
      </div>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void accept();
        }}
      >
        <TextInput
          label={say('name')}
          name="name"
          autoComplete="name"
          required
          withAsterisk={false}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={say('email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          readOnly={!isOwner}
          value={data.email ?? email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
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
        <FormEnd label={say('joinSend')} busy={busy} error={failed} />
      </form>
      {!isOwner && session.singleSignOn !== null && (
        <>
          <p className={styles.or}>
            <span>{say('or')}</span>
          </p>
          <div className={styles.form}>
            <PushButton disabled={busy} onClick={() => void bySso()}>
              {say('sso', { name: session.singleSignOn })}
            </PushButton>
            {trouble && (
              <p role="alert" className={styles.trouble}>
                {say(trouble)}
              </p>
            )}
          </div>
        </>
      )}
    </>
  );
}
