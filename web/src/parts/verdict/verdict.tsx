import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import styles from './verdict.module.css';

export type Judgement =
  | 'better'
  | 'worse'
  | 'steady'
  | 'noise'
  | 'informative'
  | 'activity'
  | 'unknown'
  | 'rises'
  | 'falls'
  | 'reached'
  | 'missed';

const shapes: Readonly<Partial<Record<Judgement, string>>> = {
  better: 'M1 6.5l3.3 3.5L11 2.5',
  worse: 'M2 2l8 8M10 2l-8 8',
  reached: 'M1 6.5l3.3 3.5L11 2.5',
  missed: 'M2 2l8 8M10 2l-8 8',
  steady: 'M1 4h10M1 8h10',
  noise: 'M1 6q1.25-3.5 2.5 0t2.5 0 2.5 0 2.5 0',
};

/** Word, shape and colour, in that order: any one of them is enough to read it. Only better and worse, on and off target have a colour. */
export function Verdict({ is }: { readonly is: Judgement }) {
  const say = useWords(partsWords);
  const shape = shapes[is];
  return (
    <span className={styles.verdict} data-is={is}>
      {say(is)}
      {shape && (
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.75">
          <path d={shape} />
        </svg>
      )}
    </span>
  );
}
