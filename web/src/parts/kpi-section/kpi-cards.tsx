import type { Card } from '../kpi-card/card.ts';
import { KpiCard } from '../kpi-card/kpi-card.tsx';
import styles from './kpi-section.module.css';

interface Props {
  readonly cards: readonly Card[];
  readonly onRecords?: ((card: Card) => void) | undefined;
}

/** KPIs on their sheets, four in a row at most, their parts in line. */
export function KpiCards({ cards, onRecords }: Props) {
  return (
    <div className={styles.cards} data-count={Math.min(4, cards.length)}>
      {cards.map((card) => (
        <KpiCard key={card.id} card={card} onRecords={onRecords} />
      ))}
    </div>
  );
}
