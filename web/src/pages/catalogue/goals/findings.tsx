import { goalsWords } from '../../../words/goals.ts';
import { useWords } from '../../../words/language.ts';
import styles from './findings.module.css';
import type { Advice } from './wish.ts';

/** What is wrong with the set of KPIs chosen, the grave first; or that nothing is. */
export function Findings({ findings, isSound }: { readonly findings: Advice['findings']; readonly isSound: boolean }) {
  const say = useWords(goalsWords);
  if (findings.length === 0) return isSound ? <p className={styles.sound}>{say('sound')}</p> : null;
  return (
    <section className={styles.findings} aria-label={say('findings')}>
      <b>{say('findings')}</b>
      <ul>
        {findings.map(({ code, kpis, severity, message, why }) => (
          <li key={`${code}${kpis.join()}`} data-severity={severity}>
            {message} {why && <span className={styles.why}>{why}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
