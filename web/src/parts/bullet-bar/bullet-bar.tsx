import styles from './bullet-bar.module.css';

interface Props {
  readonly value: number;
  readonly target: number;
  /** Where the value should be by now. */
  readonly pace?: number | null;
}

/** Value against target: the bar begins at zero, the tick is the target, the thin one where it should be by now. Words stand beside it. */
export function BulletBar({ value, target, pace = null }: Props) {
  const most = Math.max(value, target, pace ?? 0) * 1.08 || 1;
  const at = (amount: number): number => (Math.max(0, amount) / most) * 240;
  return (
    <svg className={styles.bullet} viewBox="0 0 240 12" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.ground} y="3" width="240" height="6" />
      <rect className={styles.value} y="3" width={at(value)} height="6" />
      {pace !== null && <rect className={styles.pace} x={at(pace) - 0.5} y="2" width="1" height="8" />}
      <rect className={styles.target} x={at(target) - 1} y="0" width="2" height="12" />
    </svg>
  );
}
