import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import type { Column, SortedBy } from './column.ts';
import styles from './data-table.module.css';
import { isNumber, writeCell } from './write-cell.ts';

interface Props<Row> {
  /** Names the table for whoever cannot see it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly count: number;
  /** Undefined: not fetched yet. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly rowKey: (row: Row, index: number) => string;
  readonly sortedBy: SortedBy | null;
  readonly onSort: (key: string) => void;
  /** Says which rows are in sight, when scrolling comes to rest. */
  readonly onSight?: ((first: number, last: number) => void) | undefined;
  readonly height: number;
}

const rowHeight = 32;

/** Rows of which only those in sight are drawn, so that 100,000 of them scroll. */
export function VirtualTable<Row>({ caption, columns, count, rowAt, rowKey, sortedBy, onSort, onSight, height }: Props<Row>) {
  const say = useWords(partsWords);
  const format = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: { width: 0, height },
  });
  const shown = virtual.getVirtualItems();
  const first = shown[0];
  const last = shown.at(-1);
  const before = first?.start ?? 0;
  const after = virtual.getTotalSize() - (last?.end ?? 0);
  const { isScrolling } = virtual;
  useEffect(() => {
    if (!isScrolling && first && last) onSight?.(first.index, last.index);
  }, [isScrolling, first, last, onSight]);
  const write = (column: Column<Row>, row: Row): ReactNode =>
    column.show ? column.show(row) : writeCell(column.value(row), column.kind, format);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section ref={scroller} className={styles.scroller} style={{ maxHeight: height }} aria-label={caption} tabIndex={0}>
      <table className={styles.table} aria-rowcount={count + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ key, label, kind, width, sortable = true }) => {
              const order = sortedBy?.key !== key ? null : sortedBy.descending ? 'descending' : 'ascending';
              return (
                <th
                  key={key}
                  scope="col"
                  aria-sort={order ?? undefined}
                  data-number={isNumber(kind) || undefined}
                  style={width ? { width } : undefined}
                >
                  {sortable ? (
                    <button type="button" onClick={() => onSort(key)} title={say('sortBy', { column: label })}>
                      {label}
                      <span aria-hidden="true">{order === null ? '' : order === 'ascending' ? ' ↑' : ' ↓'}</span>
                    </button>
                  ) : (
                    label
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {before > 0 && (
            <tr>
              <td colSpan={columns.length} className={styles.space} style={{ height: before }} />
            </tr>
          )}
          {shown.map(({ index }) => {
            const row = rowAt(index);
            return (
              <tr key={row === undefined ? index : rowKey(row, index)} aria-rowindex={index + 2}>
                {columns.map((column) => (
                  <td key={column.key} data-number={isNumber(column.kind) || undefined}>
                    {row === undefined ? <span className={styles.waiting}>…</span> : write(column, row)}
                  </td>
                ))}
              </tr>
            );
          })}
          {after > 0 && (
            <tr>
              <td colSpan={columns.length} className={styles.space} style={{ height: after }} />
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
