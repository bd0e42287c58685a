import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import styles from './trust.module.css';

interface Props {
  /** Up to when the data reach: an instant. */
  readonly watermark: string | null;
  /** Usable rows over rows that should have counted. */
  readonly coverage: number;
  readonly stale?: boolean;
}

/** From when the data are and how many of them can be used; amber when late. */
export function Trust({ watermark, coverage, stale = false }: Props) {
  const say = useWords(partsWords);
  const format = useFormat();
  return (
    <span className={styles.trust} data-stale={stale || coverage < 0.9 || undefined}>
      {watermark && say('updated', { day: format.day(watermark.slice(0, 10)) })}
      {watermark && ' · '}
      {say('usable', { share: format.share(coverage) })}
    </span>
  );
}
