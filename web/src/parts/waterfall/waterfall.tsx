import { useFormat } from '../../words/format.ts';
import styles from './waterfall.module.css';

export interface Step {
  readonly name: string;
  readonly effect: number;
}

interface Props {
  readonly unit: string;
  /** The direction in which the KPI is better, for the colours. */
  readonly direction: string;
  readonly before: { readonly name: string; readonly value: number };
  readonly after: { readonly name: string; readonly value: number };
  /** In the order shown; with `before` they sum to `after`. */
  readonly steps: readonly Step[];
}

/** From one value to another, step by step, as text with bars: totals are points, for the scale is cut. */
export function Waterfall({ unit, direction, before, after, steps }: Props) {
  const format = useFormat();
  const alike = format.alike([before.value, after.value, ...steps.map(({ effect }) => effect)], unit, 'always');
  const levels = [before.value];
  for (const { effect } of steps) levels.push((levels.at(-1) ?? 0) + effect);
  const low = Math.min(...levels, after.value);
  const high = Math.max(...levels, after.value);
  const span = high - low || 1;
  const at = (value: number): number => ((value - low) / span) * 100;
  const total = ({ name, value }: Props['before']) => (
    <li className={styles.row}>
      <span className={styles.name}>{name}</span>
      <span className={styles.track}>
        <i className={styles.point} style={{ left: `${at(value)}%` }} />
      </span>
      <b className={styles.value}>{alike.value(value)}</b>
    </li>
  );
  return (
    <ol className={styles.waterfall}>
      {total(before)}
      {steps.map(({ name, effect }, index) => {
        const start = levels[index] ?? 0;
        const end = start + effect;
        const tone =
          direction === 'none' || direction === 'band' || effect === 0 ? 'plain' : effect > 0 === (direction === 'up') ? 'good' : 'bad';
        return (
          <li key={name} className={styles.row}>
            <span className={styles.name}>{name}</span>
            <span className={styles.track}>
              <i
                className={styles.bar}
                data-tone={tone}
                style={{ left: `${at(Math.min(start, end))}%`, width: `${Math.max(0.4, (Math.abs(effect) / span) * 100)}%` }}
              />
            </span>
            <span className={styles.value}>{alike.difference(effect)}</span>
          </li>
        );
      })}
      {total(after)}
    </ol>
  );
}
