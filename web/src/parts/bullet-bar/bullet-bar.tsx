import styles from './bullet-bar.module.css';

interface Props {
  readonly value: number;
  readonly target: number;
  /** Where the value should be by now. */
  readonly pace?: number | null;
  /** Between which it should lie, instead of reaching `target`. */
  readonly band?: readonly [number, number] | null;
}

/** Value against target: the bar begins at zero (or at what is below), the tick is the target, the thin one where it should be by now. Words stand beside it. */
export function BulletBar({ value, target, pace = null, band = null }: Props) {
  const marks = [value, target, pace ?? 0, ...(band ?? []), 0];
  const [least, most] = [Math.min(...marks), Math.max(...marks)];
  const span = (most - least) * 1.08 || 1;
  const at = (amount: number): number => ((amount - least) / span) * 240;
  const [from, to] = [Math.min(at(0), at(value)), Math.max(at(0), at(value))];
  return (
    <svg className={styles.bullet} viewBox="0 0 240 12" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.ground} y="3" width="240" height="6" />
      {band && <rect className={styles.band} x={at(band[0])} y="1" width={Math.max(2, at(band[1]) - at(band[0]))} height="10" />}
      <rect className={styles.value} x={from} y="3" width={Math.max(0, to - from)} height="6" />
      {pace !== null && <rect className={styles.pace} x={at(pace) - 0.75} y="1" width="1.5" height="10" />}
      {!band && <rect className={styles.target} x={at(target) - 1} y="0" width="2" height="12" />}
    </svg>
  );
}
