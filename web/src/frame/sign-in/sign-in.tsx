import { PasswordInput, TextInput } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { namedPlace } from '../../api/account.ts';
import { useSession } from '../../api/use-session.ts';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { useWords } from '../../words/language.ts';
import { signInWords } from '../../words/sign-in.ts';
import { Brand } from '../shell/brand.tsx';
import { type Answer, signInWithPasskey, signInWithPassword, signInWithSso, verifyCode } from './auth.ts';
import { Code } from './code.tsx';
import { Forgotten } from './forgotten.tsx';
import styles from './sign-in.module.css';

const titles = { first: 'title', code: 'codeTitle', backup: 'backupTitle', forgotten: 'forgottenTitle' } as const;

/** Why single sign-on has sent someone back. */
const knownFailures = {
  not_invited: 'sso_not_invited',
  account_closed: 'sso_account_closed',
  linked_already: 'sso_linked_already',
  access_denied: 'sso_access_denied',
  email_not_verified: 'sso_unproven',
  account_not_linked: 'sso_unproven',
  email_not_found: 'sso_no_email',
  state_mismatch: 'sso_again',
  state_not_found: 'sso_again',
  no_code: 'sso_again',
  oauth_provider_not_found: 'ssoDown',
  invalid_code: 'sso_refused',
  unable_to_get_user_info: 'sso_untrusted',
  issuer_mismatch: 'sso_untrusted',
  nonce_binding_missing: 'sso_untrusted',
} as const;

const failureOf = (code: unknown) => Object.entries(knownFailures).find(([known]) => known === code)?.[1] ?? 'sso_failed';

/** E-mail and password, a passkey, the company's own sign-in; then the code of the second factor where it is on. */
export function Page() {
  const say = useWords(signInWords);
  const navigate = useNavigate();
  const session = useSession();
  const { error: failed } = useSearch({ strict: false }) as { readonly error?: unknown };
  const [step, setStep] = useState<'first' | 'code' | 'backup' | 'forgotten'>('first');
  const [trouble, setTrouble] = useState<Extract<Answer, { ok: false }>['why'] | null>(null);
  const cameBack = failed === undefined ? null : failureOf(failed);
  const place = namedPlace();
  const [busy, setBusy] = useState(false);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const attempt = async (answer: Promise<Answer>): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    const result = await answer;
    setBusy(false);
    if (!result.ok) setTrouble(result.why);
    else if (result.next === 'code') setStep('code');
    else void navigate({ to: '/', reloadDocument: true });
  };
  return (
    <div className={styles.page}>
      <div className={styles.sheet}>
        <Brand />
        <h1>{say(titles[step])}</h1>
        {cameBack && !trouble && step === 'first' && (
          <p role="alert" className={styles.trouble}>
            {say(cameBack)}
          </p>
        )}
        {trouble && (
          <p role="alert" className={styles.trouble}>
            {say(trouble)}
          </p>
        )}
        {step === 'first' ? (
          <>
            <form
              className={styles.form}
              onSubmit={(event) => {
                event.preventDefault();
                void attempt(signInWithPassword(email, password));
              }}
            >
              <TextInput
                label={say('email')}
                type="email"
                name="email"
                autoComplete="username webauthn"
                required
                withAsterisk={false}
                value={email}
                onChange={(event) => setEmail(event.currentTarget.value)}
              />
              <PasswordInput
                label={say('password')}
                name="password"
                autoComplete="current-password"
                required
                withAsterisk={false}
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
                visibilityToggleButtonProps={{ 'aria-label': say('showPassword') }}
              />
              <PushButton type="submit" look="strong" disabled={busy}>
                {say('signIn')}
              </PushButton>
            </form>
            <p className={styles.or}>
              <span>{say('or')}</span>
            </p>
            <div className={styles.form}>
              {place === null ? (
                <PushButton disabled={busy} onClick={() => void attempt(signInWithPasskey())}>
                  {say('passkey')}
                </PushButton>
              ) : (
                <p className={styles.guest}>
                  {say('passkeyHost')} <a href={place}>{say('passkeyGo')}</a>
                </p>
              )}
              {session.singleSignOn !== null && (
                <PushButton disabled={busy} onClick={() => void attempt(signInWithSso())}>
                  {say('sso', { name: session.singleSignOn })}
                </PushButton>
              )}
            </div>
            {session.mail && (
              <p className={styles.guest}>
                <PushButton look="quiet" onClick={() => setStep('forgotten')}>
                  {say('forgotten')}
                </PushButton>
              </p>
            )}
            {session.sample && session.needsOwner && (
              <p className={styles.guest}>
                <Link to="/">{say('asGuest')}</Link>
              </p>
            )}
            {session.needsOwner && <p className={styles.guest}>{say('needsOwner')}</p>}
          </>
        ) : step === 'forgotten' ? (
          <Forgotten email={email} onBack={() => setStep('first')} />
        ) : (
          <Code
            isBackup={step === 'backup'}
            busy={busy}
            onCode={(code) => void attempt(verifyCode(code, step === 'backup' ? 'backup' : 'totp'))}
            onOther={() => {
              setTrouble(null);
              setStep(step === 'backup' ? 'code' : 'backup');
            }}
            onBack={() => setStep('first')}
          />
        )}
      </div>
    </div>
  );
}
