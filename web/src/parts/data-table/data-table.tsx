import { type ColumnDef, createSortedRowModel, rowSortingFeature, type SortFn, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useMemo, useRef } from 'react';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import { PushButton } from '../push-button/push-button.tsx';
import { saveCsv } from './csv.ts';
import styles from './data-table.module.css';
import { saveXlsx } from './xlsx.ts';

export type CellValue = string | number | boolean | null;

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** `text`, `day`, `moment`, or the unit of a number (`count`, `money`, `rate`, `days`…): how it is written, sorted, exported. */
  readonly kind: string;
  readonly value: (row: Row) => CellValue;
  /** Instead of the value as its kind is written. */
  readonly show?: (row: Row) => ReactNode;
  /** In pixels. Default by kind. */
  readonly width?: number;
}

interface Props<Row> {
  /** Names the table for whoever cannot see it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string;
  /** Of the file that is exported, without its ending; null: nothing is exported. */
  readonly exportName?: string | null;
  readonly height?: number;
}

const texts = new Set(['text', 'day', 'moment']);
const rowHeight = 32;

// biome-ignore lint/suspicious/noExplicitAny: the table does not know its rows' type where features are registered
type AnyRow = any;
const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** Records in rows: sorted by a click on a heading, only what is seen is drawn, so that 100,000 rows scroll. */
export function DataTable<Row>({ caption, columns, rows, rowKey, exportName = null, height = 420 }: Props<Row>) {
  const say = useWords(partsWords);
  const format = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const write = (column: Column<Row>, row: Row): ReactNode => {
    if (column.show) return column.show(row);
    const value = column.value(row);
    if (value === null || value === '') return '–';
    if (typeof value === 'number') return format.column(value, column.kind);
    if (typeof value === 'boolean') return value ? '✓' : '–';
    if (column.kind === 'day') return format.day(value);
    if (column.kind === 'moment') return format.moment(value);
    return value;
  };
  const definitions = useMemo(() => {
    const byWords: SortFn<typeof features, AnyRow> = (left, right, id) =>
      format.collator.compare(String(left.getValue(id) ?? ''), String(right.getValue(id) ?? ''));
    const byNumber: SortFn<typeof features, AnyRow> = (left, right, id) =>
      Number(left.getValue(id) ?? Number.NEGATIVE_INFINITY) - Number(right.getValue(id) ?? Number.NEGATIVE_INFINITY);
    return columns.map(
      (column): ColumnDef<typeof features, AnyRow> => ({
        id: column.key,
        accessorFn: (row: Row) => column.value(row),
        header: column.label,
        sortFn: texts.has(column.kind) ? byWords : byNumber,
        sortDescFirst: !texts.has(column.kind),
      }),
    );
  }, [columns, format]);
  const table = useTable({
    features,
    columns: definitions,
    data: rows as Row[],
    getRowId: (row: Row, index: number) => rowKey(row, index),
  });
  const sorted = table.getRowModel().rows;
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: { width: 0, height },
  });
  const shown = virtual.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const exported = () => ({
    columns: columns.map(({ label, kind }) => ({ label, kind })),
    rows: sorted.map((row) => columns.map((column) => column.value(row.original))),
  });
  return (
    <div className={styles.whole}>
      <div className={styles.head}>
        <span>{say('rows', { count: rows.length })}</span>
        {exportName !== null && (
          <span className={styles.exports}>
            <PushButton look="quiet" onClick={() => saveCsv(exportName, exported(), format.writer.locale)}>
              {say('exportCsv')}
            </PushButton>
            <PushButton look="quiet" onClick={() => void saveXlsx(exportName, exported())}>
              {say('exportXlsx')}
            </PushButton>
          </span>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section ref={scroller} className={styles.scroller} style={{ maxHeight: height }} aria-label={caption} tabIndex={0}>
        <table className={styles.table} aria-rowcount={rows.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              {table.getHeaderGroups()[0]?.headers.map((header, index) => {
                const column = columns[index];
                const order = header.column.getIsSorted();
                return (
                  <th
                    key={header.id}
                    scope="col"
                    aria-sort={order === 'asc' ? 'ascending' : order === 'desc' ? 'descending' : undefined}
                    data-number={!texts.has(column?.kind ?? 'text') || undefined}
                    style={column?.width ? { width: column.width } : undefined}
                  >
                    <button
                      type="button"
                      onClick={header.column.getToggleSortingHandler()}
                      title={say('sortBy', { column: column?.label ?? '' })}
                    >
                      {column?.label}
                      <span aria-hidden="true">{order === 'asc' ? ' ↑' : order === 'desc' ? ' ↓' : ''}</span>
                    </button>
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
              const row = sorted[index];
              if (!row) return null;
              return (
                <tr key={row.id} aria-rowindex={index + 2}>
                  {columns.map((column) => (
                    <td key={column.key} data-number={!texts.has(column.kind) || undefined}>
                      {write(column, row.original)}
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
    </div>
  );
}
