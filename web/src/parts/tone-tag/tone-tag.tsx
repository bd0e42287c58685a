import { useWords } from '../../words/language.ts';
import { toneWords } from '../../words/tone.ts';
import styles from './tone-tag.module.css';

export type Tone = 'bad' | 'warning' | 'good' | 'neutral';

/** How pressing something is, as a word on its colour. */
export function ToneTag({ is }: { readonly is: Tone }) {
  const say = useWords(toneWords);
  return (
    <span className={styles.tag} data-is={is}>
      {say(is)}
    </span>
  );
}
