import type { ErrorComponentProps } from '@tanstack/react-router';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { frameWords } from '../../words/frame.ts';
import { useWords } from '../../words/language.ts';
import styles from './trouble.module.css';

/** A page that broke while being drawn: the frame stays. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const say = useWords(frameWords);
  return (
    <div className={styles.trouble} role="alert">
      <h1>{say('failed')}</h1>
      <p className={styles.text}>{say('failedBody')}</p>
      <code className={styles.detail}>{error instanceof Error ? error.message : String(error)}</code>
      <PushButton onClick={reset}>{say('retry')}</PushButton>
    </div>
  );
}
