import { useMemo } from 'react';
import type { Card } from '../kpi-card/card.ts';
import { KpiCard } from '../kpi-card/kpi-card.tsx';
import { useMarks } from '../kpi-card/use-marks.ts';
import styles from './kpi-section.module.css';

interface Props {
  readonly cards: readonly Card[];
  readonly onRecords?: ((card: Card) => void) | undefined;
}

/** KPIs on their sheets, four in a row at most, their parts in line. */
export function KpiCards({ cards, onRecords }: Props) {
  const marks = useMarks(useMemo(() => cards.map(({ id }) => id), [cards]));
  return (
    <div className={styles.cards} data-count={Math.min(4, cards.length)}>
      {cards.map((card) => (
        <KpiCard key={card.id} card={card} onRecords={onRecords} marks={marks.get(card.id)} />
      ))}
    </div>
  );
}
