import { type ReactNode, useEffect, useRef, useState } from 'react';
import { PushButton } from '../push-button/push-button.tsx';
import styles from './confirm-button.module.css';

interface Props {
  readonly children: ReactNode;
  /** What the second press does, in full: `Eliminar la cuenta`. */
  readonly sure: string;
  /** `¿Seguro?` */
  readonly question: string;
  /** `No, dejarlo` */
  readonly keep: string;
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
}

/** For what cannot be undone: pressed once it asks, in its own place. Escape and the other button leave things as they are. */
export function ConfirmButton({ children, sure, question, keep, disabled = false, onConfirm }: Props) {
  const [asking, setAsking] = useState(false);
  const back = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (asking) back.current?.focus();
    else if (wasAsking.current) first.current?.focus();
    wasAsking.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <PushButton ref={first} look="quiet" disabled={disabled} onClick={() => setAsking(true)}>
        {children}
      </PushButton>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape beside the button that does the same
    <span
      className={styles.asking}
      onKeyDown={({ key }) => {
        if (key === 'Escape') setAsking(false);
      }}
    >
      <span role="status">{question}</span>
      <PushButton
        className={styles.sure}
        onClick={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {sure}
      </PushButton>
      <PushButton ref={back} onClick={() => setAsking(false)}>
        {keep}
      </PushButton>
    </span>
  );
}
