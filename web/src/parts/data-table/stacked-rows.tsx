import { type ReactNode, useId, useState } from 'react';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import { PushButton } from '../push-button/push-button.tsx';
import { SelectField } from '../select-field/select-field.tsx';
import type { Column, SortedBy } from './column.ts';
import styles from './stacked-rows.module.css';
import { isNumber, writeCell } from './write-cell.ts';

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string;
  readonly sortedBy: SortedBy | null;
  /** Null: as they came. */
  readonly onSort: (by: SortedBy | null) => void;
}

/** How an order is called, upwards and downwards. */
const wordsOf = (kind: string) =>
  isNumber(kind)
    ? (['leastFirst', 'mostFirst'] as const)
    : kind === 'day' || kind === 'moment'
      ? (['oldestFirst', 'newestFirst'] as const)
      : (['fromA', 'fromZ'] as const);

/** As many at once as a thumb scrolls past. */
const some = 10;

/** A table's rows one below the other, each with its columns by name: for a telephone, where a table would scroll both ways. */
export function StackedRows<Row>({ caption, columns, rows, rowKey, sortedBy, onSort }: Props<Row>) {
  const say = useWords(partsWords);
  const format = useFormat();
  const id = useId();
  const [shown, setShown] = useState(some);
  const [first, ...others] = columns;
  const write = (column: Column<Row>, row: Row): ReactNode =>
    column.show ? column.show(row) : writeCell(column.value(row), column.kind, format);
  const orders = columns
    .filter(({ sortable = true }) => sortable)
    .flatMap(({ key, label, kind }) =>
      // What is asked of a number first is where it is largest.
      (isNumber(kind) ? [true, false] : [false, true]).map((descending) => ({
        value: `${descending ? '-' : '+'}${key}`,
        label: `${label}, ${say(wordsOf(kind)[descending ? 1 : 0])}`,
      })),
    );
  return (
    <>
      <div className={styles.order}>
        <SelectField
          label={say('order')}
          value={sortedBy === null ? '' : `${sortedBy.descending ? '-' : '+'}${sortedBy.key}`}
          options={[{ value: '', label: say('asTheyCome') }, ...orders]}
          onChange={(value) => onSort(value === '' ? null : { key: value.slice(1), descending: value.startsWith('-') })}
        />
      </div>
      <ol className={styles.rows} aria-label={caption}>
        {rows.slice(0, shown).map((row, index) => {
          const key = rowKey(row, index);
          return (
            <li key={key} aria-labelledby={`${id}-${index}`} className={styles.row}>
              <p id={`${id}-${index}`} className={styles.name}>
                {first && write(first, row)}
              </p>
              <dl className={styles.facts}>
                {others.flatMap((column) =>
                  // What is not known says nothing here: its place is needed.
                  column.value(row) == null
                    ? []
                    : [
                        <div key={column.key} data-wide={!isNumber(column.kind) || undefined}>
                          <dt>{column.label}</dt>
                          <dd>{write(column, row)}</dd>
                        </div>,
                      ],
                )}
              </dl>
            </li>
          );
        })}
      </ol>
      {rows.length > shown && (
        <PushButton className={styles.more} onClick={() => setShown(shown + some)}>
          {say('moreRows', { count: Math.min(some, rows.length - shown) })}
        </PushButton>
      )}
    </>
  );
}
