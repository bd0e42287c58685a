import { useId, useState } from 'react';
import { PushButton } from '../push-button/push-button.tsx';
import styles from './copy-field.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly copy: string;
  readonly copied: string;
}

/** A text to take elsewhere: a link, a secret. Selected whole by a click. */
export function CopyField({ label, value, copy, copied }: Props) {
  const id = useId();
  const [done, setDone] = useState(false);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.row}>
        <input id={id} readOnly value={value} spellCheck={false} onFocus={(event) => event.currentTarget.select()} />
        <PushButton onClick={() => void navigator.clipboard.writeText(value).then(() => setDone(true))}>{done ? copied : copy}</PushButton>
      </div>
    </div>
  );
}
