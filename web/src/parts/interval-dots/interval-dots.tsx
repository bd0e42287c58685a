import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import styles from './interval-dots.module.css';

interface Row {
  readonly name: string;
  readonly value: number;
  readonly ci: readonly [number, number] | null;
  readonly n: number;
  /** Too few cases to judge by: the dot is hollow. */
  readonly unsure: boolean;
}

interface Props {
  readonly unit: string;
  readonly rows: readonly Row[];
  /** The value of all together: a line. */
  readonly whole: number | null;
}

/** Values beside each other, each a point on its 95 % interval: text with a picture. */
export function IntervalDots({ unit, rows, whole }: Props) {
  const say = useWords(partsWords);
  const format = useFormat();
  const alike = format.alike(
    rows.map(({ value }) => value),
    unit,
    'always',
  );
  const ends = rows.flatMap(({ value, ci }) => [value, ...(ci ?? [])]).concat(whole ?? []);
  const low = Math.min(...ends, ['rate', 'money', 'count', 'days'].includes(unit) ? 0 : Number.POSITIVE_INFINITY);
  const high = Math.max(...ends);
  const at = (value: number): number => ((value - low) / (high - low || 1)) * 100;
  return (
    <ol className={styles.rows}>
      {rows.map(({ name, value, ci, n, unsure }) => (
        <li key={name} className={styles.row}>
          <span className={styles.name}>{name}</span>
          <span className={styles.track}>
            {whole !== null && <i className={styles.whole} style={{ left: `${at(whole)}%` }} />}
            {ci && <i className={styles.interval} style={{ left: `${at(ci[0])}%`, width: `${at(ci[1]) - at(ci[0])}%` }} />}
            <i className={unsure ? styles.hollow : styles.dot} style={{ left: `${at(value)}%` }} />
          </span>
          <b className={styles.value}>{alike.value(value)}</b>
          <small className={styles.n}>{say('sample', { n: format.number(n, 0) })}</small>
        </li>
      ))}
    </ol>
  );
}
