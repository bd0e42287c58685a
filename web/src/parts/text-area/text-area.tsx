import { useId } from 'react';
import styles from './text-area.module.css';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly rows?: number;
  readonly maxLength: number;
  readonly onChange: (text: string) => void;
}

/** Some lines of text, with their label. */
export function TextArea({ label, hint, value, rows = 3, maxLength, onChange }: Props) {
  const id = useId();
  return (
    <span className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={rows}
        maxLength={maxLength}
        value={value}
        aria-describedby={hint ? `${id}hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {hint && <small id={`${id}hint`}>{hint}</small>}
    </span>
  );
}
