import { type ColumnDef, createSortedRowModel, rowSortingFeature, type SortFn, tableFeatures, useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useMedia } from '../../look/use-media.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import { ExportMenu } from '../exports/export-menu.tsx';
import { type Column, exportedRows } from './column.ts';
import styles from './data-table.module.css';
import { StackedRows } from './stacked-rows.tsx';
import { VirtualTable } from './virtual-table.tsx';
import { isNumber } from './write-cell.ts';

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

// biome-ignore lint/suspicious/noExplicitAny: the table does not know its rows' type where features are registered
type AnyRow = any;
const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** Records in rows, all of them here: sorted by a click on a heading, only what is seen is drawn. On a telephone they stand one below the other. */
export function DataTable<Row>({ caption, columns, rows, rowKey, exportName = null, height = 420 }: Props<Row>) {
  const say = useWords(partsWords);
  const format = useFormat();
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
        sortFn: isNumber(column.kind) ? byNumber : byWords,
        sortDescFirst: isNumber(column.kind),
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
  const heads = table.getHeaderGroups()[0]?.headers ?? [];
  const isNarrow = useMedia('(max-width: 719px)');
  const by = heads.find(({ column }) => column.getIsSorted() !== false)?.column;
  const sortedBy = by ? { key: by.id, descending: by.getIsSorted() === 'desc' } : null;
  return (
    <div className={styles.whole}>
      <div className={styles.head}>
        <span>{say('rows', { count: rows.length, n: format.number(rows.length, 0) })}</span>
        {exportName !== null && (
          <ExportMenu
            name={exportName}
            table={() =>
              exportedRows(
                columns,
                sorted.map(({ original }): Row => original),
              )
            }
          />
        )}
      </div>
      {isNarrow ? (
        <StackedRows<Row>
          caption={caption}
          columns={columns}
          rows={sorted.map(({ original }): Row => original)}
          rowKey={rowKey}
          sortedBy={sortedBy}
          onSort={(order) =>
            order ? heads.find(({ id }) => id === order.key)?.column.toggleSorting(order.descending) : by?.clearSorting()
          }
        />
      ) : (
        <VirtualTable<Row>
          caption={caption}
          columns={columns}
          count={sorted.length}
          rowAt={(index) => sorted[index]?.original}
          rowKey={rowKey}
          sortedBy={sortedBy}
          onSort={(key) => heads.find(({ id }) => id === key)?.column.toggleSorting()}
          height={height}
        />
      )}
    </div>
  );
}
