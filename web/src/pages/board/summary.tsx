import { Link } from '@tanstack/react-router';
import type { Card } from '../../parts/kpi-card/card.ts';
import { boardWords } from '../../words/board.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import styles from './summary.module.css';
import { summaryOf } from './summary-says.ts';

/** The page begins with a sentence: what is better, what is worse, and how much of the rest is noise. */
export function Summary({ cards }: { readonly cards: readonly Card[] }) {
  const say = useWords(boardWords);
  const format = useFormat();
  const { sentence, told } = summaryOf(cards, say, format.list);
  return (
    <div className={styles.summary}>
      {/* Names of KPIs lead to them. */}
      <h1>
        {sentence.map(({ text, kpi }) =>
          kpi === null ? (
            text
          ) : (
            <Link key={kpi} to="/kpis/$id" params={{ id: kpi }} className={styles.link}>
              {text}
            </Link>
          ),
        )}
      </h1>
      <p>{told}</p>
    </div>
  );
}
