import { PasswordInput, PinInput, TextInput } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../api/use-session.ts';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { useWords } from '../../words/language.ts';
import { signInWords } from '../../words/sign-in.ts';
import { Brand } from '../shell/brand.tsx';
import { type Answer, signInWithPasskey, signInWithPassword, signInWithSso, verifyCode } from './auth.ts';
import styles from './sign-in.module.css';

/** E-mail and password, a passkey, the company's own sign-in; then the code of the second factor where it is on. */
export function Page() {
  const say = useWords(signInWords);
  const navigate = useNavigate();
  const session = useSession();
  const [step, setStep] = useState<'first' | 'code'>('first');
  const [trouble, setTrouble] = useState<Extract<Answer, { ok: false }>['why'] | null>(null);
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
        <h1>{step === 'first' ? say('title') : say('codeTitle')}</h1>
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
              <PushButton disabled={busy} onClick={() => void attempt(signInWithPasskey())}>
                {say('passkey')}
              </PushButton>
              {session.singleSignOn !== null && (
                <PushButton disabled={busy} onClick={() => void attempt(signInWithSso(email))}>
                  {say('sso', { name: session.singleSignOn })}
                </PushButton>
              )}
            </div>
            {session.sample && (
              <p className={styles.guest}>
                <Link to="/">{say('asGuest')}</Link>
              </p>
            )}
            {session.needsOwner && <p className={styles.guest}>{say('needsOwner')}</p>}
          </>
        ) : (
          <>
            <p>{say('codeHelp')}</p>
            <PinInput
              length={6}
              type="number"
              oneTimeCode
              autoFocus
              ariaLabel={say('code')}
              onComplete={(code) => void attempt(verifyCode(code))}
            />
            <PushButton look="quiet" onClick={() => setStep('first')}>
              {say('back')}
            </PushButton>
          </>
        )}
      </div>
    </div>
  );
}
