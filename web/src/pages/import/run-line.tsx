import type { RunProgress } from '../../api/use-run.ts';
import { importWords } from '../../words/import.ts';
import { useWords } from '../../words/language.ts';
import styles from './import-page.module.css';

const known = ['landing', 'reading', 'checking', 'deriving'] as const;

/** How far a load or its trial is. */
export function RunLine({ progress, fallback }: { readonly progress: RunProgress | null; readonly fallback: string }) {
  const say = useWords(importWords);
  const step = known.find((one) => one === progress?.step);
  return (
    <div>
      <p>{step ? say(`step_${step}`, { what: progress?.what ?? '' }) : fallback}</p>
      <progress className={styles.progress} aria-label={fallback} {...(progress?.share == null ? {} : { value: progress.share })} />
    </div>
  );
}
