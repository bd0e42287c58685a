import type { ReactNode } from 'react';
import { PushButton } from '../push-button/push-button.tsx';
import { adviceOf, TroubleText } from '../trouble-text/trouble-text.tsx';
import styles from './form-end.module.css';

interface Props {
  /** On the button. */
  readonly label: string;
  readonly busy: boolean;
  /** Nothing has been changed yet: the button does not call for attention. */
  readonly quiet?: boolean;
  readonly disabled?: boolean;
  /** Of the last attempt, in its own words. */
  readonly error?: Error | string | null;
  /** What it came to, said aloud too. */
  readonly done?: string | null;
  /** Other buttons beside it. */
  readonly children?: ReactNode;
}

/** The end of a form: its button, and what became of it. */
export function FormEnd({ label, busy, quiet = false, disabled = false, error = null, done = null, children }: Props) {
  const { expected, fix } = adviceOf(typeof error === 'string' ? null : error);
  return (
    <div className={styles.end}>
      {error && (
        <div role="alert" className={styles.trouble}>
          <p>{typeof error === 'string' ? error : <TroubleText error={error} />}</p>
          {expected && <p>{expected}</p>}
          {fix && <p>{fix}</p>}
        </div>
      )}
      <div className={styles.row}>
        <PushButton type="submit" look={quiet ? 'plain' : 'strong'} disabled={busy || disabled} aria-busy={busy}>
          {label}
        </PushButton>
        {children}
        <span role="status" className={styles.done}>
          {!error && done}
        </span>
      </div>
    </div>
  );
}
