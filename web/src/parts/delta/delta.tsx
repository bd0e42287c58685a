import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import styles from './delta.module.css';

interface Props {
  readonly compared: {
    /** What was. */
    readonly value: number | null;
    readonly change: number | null;
    /** Null where a share of what was says nothing. */
    readonly relative: number | null;
  } | null;
  readonly unit: string;
  /** What is compared with, by name; null: nothing. */
  readonly base: string | null;
}

/** A change: in the unit and as a share of what was; of rates and scores in points alone. With its base named; where it is nothing that is said, never ∞. */
export function Delta({ compared, unit, base }: Props) {
  const say = useWords(partsWords);
  const format = useFormat();
  if (base === null) return <span className={styles.delta}>{say('noComparison')}</span>;
  const { value: was = null, change = null, relative = null } = compared ?? {};
  if (change === null) return <span className={styles.delta}>{say('noBase')}</span>;
  const written = format.difference(change, unit);
  // Of rates and scores there is no share, of what was nothing none either; what was below zero is a base all the same.
  const share = !format.hasShares(unit)
    ? null
    : relative !== null
      ? format.change(change, relative, unit)
      : was === 0
        ? say('noBase')
        : null;
  // What is written as nothing has no direction.
  const isSeen = /[1-9]/.test(written);
  return (
    <span className={styles.delta}>
      <span aria-hidden="true">{!isSeen ? '=' : change > 0 ? '▲' : '▼'}</span> {written}
      {isSeen && share !== null && <> · {share}</>} <span className={styles.base}>{say('versus', { period: base })}</span>
    </span>
  );
}
