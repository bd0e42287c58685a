import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import styles from './interval.module.css';

interface Props {
  readonly n: number;
  readonly ci: readonly [number, number] | null;
  readonly unit: string;
  /** What to mind of it: a small sample, a cohort not mature. */
  readonly chips?: readonly string[];
}

/** How sure a figure is: the rows behind it, its 95 % interval, and a chip for what to mind. */
export function Interval({ n, ci, unit, chips = [] }: Props) {
  const say = useWords(partsWords);
  const format = useFormat();
  const bound = (value: number): string => {
    const { figure } = format.figure(value, unit);
    return figure;
  };
  return (
    <span className={styles.interval}>
      <span className={styles.n}>
        {say('sample', { n: format.number(n, 0) })}
        {ci && (
          <span title={say('intervalLong', { from: format.value(ci[0], unit), to: format.value(ci[1], unit) })}>
            {' · '}
            {say('interval', { range: format.range(ci, bound, '–') })}
          </span>
        )}
      </span>
      {chips.map((chip) => (
        <span key={chip} className={styles.chip}>
          {chip}
        </span>
      ))}
    </span>
  );
}
