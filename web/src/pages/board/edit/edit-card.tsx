import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { useFormat } from '../../../words/format.ts';
import { useWords } from '../../../words/language.ts';
import { ownBoardWords } from '../../../words/own-board.ts';
import { partsWords } from '../../../words/parts.ts';
import { useAbsence } from '../own/absent-card.tsx';
import type { Place } from '../own/places.ts';
import styles from './edit-card.module.css';
import type { Sorting } from './use-sorting.ts';

interface Props {
  readonly place: Place;
  readonly index: number;
  readonly count: number;
  readonly sorting: Sorting;
  readonly onRemove: () => void;
}

/** A card while its board is put together: what it is, and how to move it (by its handle or by buttons) or take it away. */
export function EditCard({ place, index, count, sorting, onRemove }: Props) {
  const say = useWords(ownBoardWords);
  const parts = useWords(partsWords);
  const format = useFormat();
  const absence = useAbsence();
  const { key, name, card } = place;
  return (
    <li className={styles.card} data-place={key} data-held={sorting.held === key || undefined}>
      <button
        type="button"
        className={styles.handle}
        aria-label={say('order', { name, place: index + 1, count })}
        aria-describedby="order-help"
        {...sorting.handle(key)}
      >
        <svg width="12" height="18" viewBox="0 0 12 18" aria-hidden="true" fill="currentColor">
          <path d="M2 2h2.5v2.5H2zM7.5 2H10v2.5H7.5zM2 7.75h2.5v2.5H2zM7.5 7.75H10v2.5H7.5zM2 13.5h2.5V16H2zM7.5 13.5H10V16H7.5z" />
        </svg>
      </button>
      <div className={styles.what}>
        <h2>{name}</h2>
        {place.absence ? (
          <p className={styles.why}>{absence(place.absence)}</p>
        ) : (
          <p className={styles.value}>
            {card === null ? '…' : card.now.value === null ? parts('no_data') : format.value(card.now.value, card.unit)}
            {card && <small>{format.period(card.now.period, card.grain)}</small>}
          </p>
        )}
      </div>
      <div className={styles.ways}>
        <PushButton look="quiet" disabled={index === 0} aria-label={say('earlier', { name })} onClick={() => sorting.move(key, index - 1)}>
          <Arrow path="M8 2L3.5 6 8 10" />
        </PushButton>
        <PushButton
          look="quiet"
          disabled={index === count - 1}
          aria-label={say('later', { name })}
          onClick={() => sorting.move(key, index + 1)}
        >
          <Arrow path="M4 2l4.5 4L4 10" />
        </PushButton>
        <PushButton look="quiet" aria-label={say('remove', { name })} className={styles.remove} onClick={onRemove}>
          <Arrow path="M2.5 2.5l7 7M9.5 2.5l-7 7" />
        </PushButton>
      </div>
    </li>
  );
}

const Arrow = ({ path }: { readonly path: string }) => (
  <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.6">
    <path d={path} />
  </svg>
);
