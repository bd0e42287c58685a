import { catalogueWords } from '../../../words/catalogue.ts';
import { useWords } from '../../../words/language.ts';
import styles from './computable.module.css';

/** Whether a KPI can be computed on the data at hand: a shape and a word. */
export function Computable({ is }: { readonly is: boolean }) {
  const say = useWords(catalogueWords);
  return (
    <span className={styles.state} data-is={is}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.75">
        {is ? <path d="M1 6.5l3.3 3.5L11 2.5" /> : <circle cx="6" cy="6" r="4.5" strokeDasharray="3 2" />}
      </svg>
      {say(is ? 'computable' : 'missing')}
    </span>
  );
}
