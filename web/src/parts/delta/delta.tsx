import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import styles from './delta.module.css';

interface Props {
  readonly change: number | null;
  /** Null where what was is zero. */
  readonly relative: number | null;
  readonly unit: string;
  /** What is compared with, by name; null: nothing. */
  readonly base: string | null;
  /** Whether the value itself is known. */
  readonly known?: boolean;
}

/** A change: in the unit and relative, of a rate in percentage points, with its base named. Without a base it says so, never ∞. */
export function Delta({ change, relative, unit, base, known = true }: Props) {
  const say = useWords(partsWords);
  const format = useFormat();
  if (base === null) return <span className={styles.delta}>{say('noComparison')}</span>;
  if (change === null) return <span className={styles.delta}>{known ? say('noBase') : '–'}</span>;
  const isRate = unit === 'rate';
  const written = format.difference(change, unit);
  // What is written as nothing has no direction.
  const isSeen = /[1-9]/.test(written);
  return (
    <span className={styles.delta}>
      <span aria-hidden="true">{!isSeen ? '=' : change > 0 ? '▲' : '▼'}</span> {written}
      {!isRate && isSeen && <> · {relative === null ? say('noBase') : format.change(change, relative, unit)}</>}{' '}
      <span className={styles.base}>{say('versus', { period: base })}</span>
    </span>
  );
}
