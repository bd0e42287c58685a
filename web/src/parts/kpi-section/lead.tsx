import { useFormat } from '../../words/format.ts';
import { kpiSectionWords } from '../../words/kpi-section.ts';
import { useWords } from '../../words/language.ts';
import type { Card } from '../kpi-card/card.ts';
import styles from './kpi-section.module.css';

/** The page's name, and in a sentence what is better, what is worse, and that the rest is as usual. */
export function Lead({ title, cards }: { readonly title: string; readonly cards: readonly Card[] | null }) {
  const say = useWords(kpiSectionWords);
  const format = useFormat();
  const told = (verdict: 'better' | 'worse'): string[] => {
    const names = (cards ?? []).filter((card) => card.verdict === verdict).map(({ name }) => `«${name}»`);
    return names.length === 0 ? [] : [say(verdict, { count: names.length, list: format.list(names) })];
  };
  const moved = [...told('worse'), ...told('better')];
  return (
    <header>
      <h1>{title}</h1>
      {cards !== null && cards.length > 0 && (
        <p className={styles.lead}>{moved.length === 0 ? say('allUsual') : [...moved, say('restUsual')].join(' ')}</p>
      )}
    </header>
  );
}
