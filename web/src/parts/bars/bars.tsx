import styles from './bars.module.css';

export interface BarRow {
  readonly name: string;
  /** How long the bar is, against the longest. */
  readonly size: number;
  /** Written at its end, and less loudly after it. */
  readonly value: string;
  readonly note?: string;
  /** What stands apart from the rest: unknown, other. */
  readonly muted?: boolean;
  /** What asks for something to be done; the name says what. */
  readonly warn?: boolean;
  /** Where the name leads. */
  readonly onClick?: () => void;
}

/** Parts beside each other as text with bars. Stands in a `ChartFrame`. */
export function Bars({ rows }: { readonly rows: readonly BarRow[] }) {
  const most = Math.max(...rows.map(({ size }) => size), Number.MIN_VALUE);
  return (
    <ol className={styles.bars}>
      {rows.map(({ name, size, value, note, muted = false, warn = false, onClick }) => (
        <li key={name} className={styles.row}>
          <span className={styles.name} title={name}>
            {onClick ? (
              <button type="button" className={styles.open} onClick={onClick}>
                {name}
              </button>
            ) : (
              name
            )}
          </span>
          <span className={styles.track}>
            <i
              className={styles.bar}
              data-muted={muted || undefined}
              data-warn={warn || undefined}
              style={{ width: `${(Math.max(0, size) / most) * 100}%` }}
            />
          </span>
          <b className={styles.value}>{value}</b>
          <small className={styles.note}>{note}</small>
        </li>
      ))}
    </ol>
  );
}
