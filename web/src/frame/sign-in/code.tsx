import { PinInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { useWords } from '../../words/language.ts';
import { signInWords } from '../../words/sign-in.ts';
import styles from './sign-in.module.css';

interface Props {
  /** One of the codes kept for when the application is not there. */
  readonly isBackup: boolean;
  readonly busy: boolean;
  readonly onCode: (code: string) => void;
  readonly onOther: () => void;
  readonly onBack: () => void;
}

/** The second factor: six figures of the application, sent when the last is there, or a backup code. */
export function Code({ isBackup, busy, onCode, onOther, onBack }: Props) {
  const say = useWords(signInWords);
  const [code, setCode] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onCode(code);
      }}
    >
      <p>{say(isBackup ? 'backupHelp' : 'codeHelp')}</p>
      {isBackup ? (
        <TextInput
          label={say('backupCode')}
          autoComplete="off"
          spellCheck={false}
          required
          withAsterisk={false}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      ) : (
        <PinInput
          length={6}
          type="number"
          oneTimeCode
          autoFocus
          ariaLabel={say('code')}
          value={code}
          onChange={setCode}
          onComplete={onCode}
        />
      )}
      <PushButton type="submit" look="strong" disabled={busy || code.trim().length < 6}>
        {say('signIn')}
      </PushButton>
      <div className={styles.ways}>
        <PushButton look="quiet" onClick={onOther}>
          {say(isBackup ? 'useCode' : 'useBackup')}
        </PushButton>
        <PushButton look="quiet" onClick={onBack}>
          {say('back')}
        </PushButton>
      </div>
    </form>
  );
}
