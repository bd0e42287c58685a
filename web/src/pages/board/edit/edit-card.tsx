import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { SelectField } from '../../../parts/select-field/select-field.tsx';
import { useFormat } from '../../../words/format.ts';
import { useWords } from '../../../words/language.ts';
import { ownBoardWords } from '../../../words/own-board.ts';
import { partsWords } from '../../../words/parts.ts';
import type { StoredCard } from '../chosen.ts';
import { useAbsence } from '../own/absent-card.tsx';
import type { Place } from '../own/places.ts';
import styles from './edit-card.module.css';
import type { Sorting } from './use-sorting.ts';

interface Props {
  readonly place: Place;
  readonly index: number;
  readonly count: number;
  readonly sorting: Sorting;
  /** As the catalogue has it; absent: it is not in there. */
  readonly kpi: OperationOutput<'kpis'>['kpis'][number] | undefined;
  readonly onChange: (to: Partial<StoredCard>) => void;
  readonly onRemove: () => void;
}

const widths = [1, 2, 3, 4] as const;

/** A card while its board is put together: what it is, how wide, by which variant, and how to move it (by its handle or by buttons) or take it away. */
export function EditCard({ place, index, count, sorting, kpi, onChange, onRemove }: Props) {
  const say = useWords(ownBoardWords);
  const parts = useWords(partsWords);
  const format = useFormat();
  const absence = useAbsence();
  const { key, name, card, stored, absence: absent } = place;
  const instead = absent?.why === 'retired' ? absent.retired.replaced_by : null;
  return (
    <li className={styles.card} data-place={key} data-width={stored.width} data-held={sorting.held === key || undefined}>
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
        {absent ? (
          <p className={styles.why}>{absence(absent)}</p>
        ) : (
          <p className={styles.value}>
            {card === null ? '…' : card.now.value === null ? parts('no_data') : format.value(card.now.value, card.unit)}
            {card && <small>{format.period(card.now.period, card.grain)}</small>}
          </p>
        )}
        {instead && (
          <PushButton onClick={() => onChange({ kpi: instead.id, variant: null })}>{say('swap', { name: instead.name })}</PushButton>
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
      {!absent && (
        <div className={styles.shape}>
          <SelectField
            label={say('width', { name })}
            hideLabel
            value={String(stored.width)}
            options={widths.map((width) => ({ value: String(width), label: say(`width_${width}`) }))}
            onChange={(width) => onChange({ width: Number(width) })}
          />
          {kpi && kpi.variants.length > 1 && (
            <SelectField
              label={say('variant', { name })}
              hideLabel
              value={stored.variant ?? ''}
              options={[
                { value: '', label: say('inForce') },
                ...kpi.variants.map((variant) => ({ value: variant, label: kpi.variant_labels[variant] ?? variant })),
              ]}
              onChange={(variant) => onChange({ variant: variant === '' ? null : variant })}
            />
          )}
        </div>
      )}
    </li>
  );
}

const Arrow = ({ path }: { readonly path: string }) => (
  <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.6">
    <path d={path} />
  </svg>
);
