import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import styles from './trust.module.css';
import { useDaysLate } from './use-days-late.ts';

interface Props {
  /** Up to when the data reach: an instant. */
  readonly watermark: string | null;
  /** Usable rows over rows that should have counted. */
  readonly coverage: number;
}

/** From when the data are and how many of them can be used; amber when late. */
export function Trust({ watermark, coverage }: Props) {
  const say = useWords(partsWords);
  const format = useFormat();
  const day = watermark?.slice(0, 10) ?? null;
  const late = useDaysLate(day);
  return (
    <span className={styles.trust} data-stale={late > 0 || coverage < 0.9 || undefined}>
      {day && (
        <>
          <span>{say(late > 0 ? 'updatedLate' : 'updated', { day: format.day(day), age: format.age(late) })} ·</span>{' '}
        </>
      )}
      <span>{say('usable', { share: format.share(coverage) })}</span>
    </span>
  );
}
