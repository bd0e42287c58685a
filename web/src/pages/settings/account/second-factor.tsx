import { PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import {
  beginSecondFactor,
  confirmSecondFactor,
  type Enrolment,
  endSecondFactor,
  newBackupCodes,
  type Outcome,
  type Refusal,
} from '../../../api/account.ts';
import { keyOf } from '../../../api/use-operation.ts';
import { useSession } from '../../../api/use-session.ts';
import { CopyField } from '../../../parts/copy-field/copy-field.tsx';
import { FormEnd } from '../../../parts/form-end/form-end.tsx';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { Skeleton } from '../../../parts/state-notice/state-notice.tsx';
import { accountWords } from '../../../words/account.ts';
import { useWords } from '../../../words/language.ts';
import styles from '../settings-page.module.css';
import own from './second-factor.module.css';

const QrCode = lazy(() => import('./qr-code.tsx').then(({ QrCode: it }) => ({ default: it })));

/** A code of an application at each sign-in: turned on by scanning a picture and giving a first code. */
export function SecondFactor() {
  const say = useWords(accountWords);
  const { twoFactor } = useSession();
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [code, setCode] = useState('');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<Refusal | null>(null);
  const attempt = async <T,>(asked: Promise<Outcome<T>>, then: (value: T) => void): Promise<void> => {
    setBusy(true);
    setWhy(null);
    const outcome = await asked;
    setBusy(false);
    if (!outcome.ok) return setWhy(outcome.why);
    then(outcome.value);
    await client.invalidateQueries({ queryKey: keyOf('session') });
  };
  const secret = enrolment ? (new URL(enrolment.uri).searchParams.get('secret') ?? '') : '';
  const error = why && say(`wrong_${why}`);
  if (codes) {
    return (
      <PageSection title={say('backupCodes')}>
        <div className={styles.form}>
          <p>{say('backupCodesHelp')}</p>
          <ul className={own.codes} aria-label={say('backupCodes')}>
            {codes.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <div className={styles.buttons}>
            <PushButton onClick={() => void navigator.clipboard.writeText(codes.join('\n'))}>{say('copy')}</PushButton>
            <PushButton look="strong" onClick={() => setCodes(null)}>
              {say('backupCodesDone')}
            </PushButton>
          </div>
        </div>
      </PageSection>
    );
  }
  if (enrolment) {
    return (
      <PageSection title={say('factor')}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            void attempt(confirmSecondFactor(code.trim()), () => {
              setCodes(enrolment.backupCodes);
              setEnrolment(null);
              setCode('');
            });
          }}
        >
          <div className={own.enrol}>
            <Suspense fallback={<Skeleton height={200} />}>
              <QrCode text={enrolment.uri} label={say('factorPicture')} />
            </Suspense>
            <div className={styles.form}>
              <p>{say('factorScan')}</p>
              <CopyField label={say('factorByHand')} value={secret} copy={say('copy')} copied={say('copied')} />
              <a href={enrolment.uri}>{say('factorOpen')}</a>
              <TextInput
                label={say('factorCode')}
                inputMode="numeric"
                autoComplete="one-time-code"
                pattern="[0-9 ]{6,7}"
                required
                withAsterisk={false}
                value={code}
                onChange={(event) => setCode(event.currentTarget.value)}
              />
            </div>
          </div>
          <FormEnd label={say('factorConfirm')} busy={busy} error={error} />
        </form>
      </PageSection>
    );
  }
  return (
    <PageSection title={say('factor')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (twoFactor) void attempt(newBackupCodes(password), setCodes);
          else void attempt(beginSecondFactor(password), setEnrolment);
          setPassword('');
        }}
      >
        <p>{say(twoFactor ? 'factorOn' : 'factorOff')}</p>
        <div className={styles.fields}>
          <PasswordInput
            label={say('passwordNow')}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': say('showPassword') }}
          />
        </div>
        <FormEnd label={say(twoFactor ? 'backupCodesNew' : 'factorBegin')} busy={busy} error={error}>
          {twoFactor && (
            <PushButton
              disabled={busy}
              onClick={() => {
                void attempt(endSecondFactor(password), () => undefined);
                setPassword('');
              }}
            >
              {say('factorEnd')}
            </PushButton>
          )}
        </FormEnd>
      </form>
    </PageSection>
  );
}
