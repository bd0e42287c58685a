import { useDeferredValue, useMemo, useState } from 'react';
import type { OperationInput, OperationOutput } from '../../../../src/app/api/client-types.ts';
import { useFieldName } from '../../words/fields.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import { useValueName } from '../../words/values.ts';
import { Choice } from '../choice/choice.tsx';
import { type Column, exportedRows, type SortedBy } from '../data-table/column.ts';
import { nextSort } from '../data-table/sorted.ts';
import { VirtualTable } from '../data-table/virtual-table.tsx';
import type { CellValue } from '../data-table/write-cell.ts';
import { ExportMenu } from '../exports/export-menu.tsx';
import { Skeleton, TroubleNotice, Updating } from '../state-notice/state-notice.tsx';
import styles from './records-table.module.css';
import { mostExported, useRecordPages } from './use-record-pages.ts';

type Part = 'numerator' | 'denominator';
type Found = OperationOutput<'records'>['records'][number];

interface Props {
  readonly kpi: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly where: NonNullable<OperationInput<'records'>['where']>;
  readonly variant?: string;
  /** Of a rate: those that count (the usual), or all of which they are a part. Absent: whoever looks chooses. */
  readonly part?: Part;
  readonly height?: number;
}

/** Fields that people look for first, in this order. */
const first = [
  ...['id', 'name', 'subject', 'company', 'stage', 'status', 'amount', 'currency', 'score', 'comment'],
  ...['created_at', 'ordered_at', 'closed_at', 'responded_at'],
];
const hidden = new Set(['entity', 'source', 'email', 'phone']);

/** Amounts are in each record's own currency, which stands in a column beside: without a sign. */
const kindOf = (field: string, value: CellValue): string => {
  if (typeof value === 'number')
    return /amount|margin|price|cost|total|revenue/.test(field) ? 'amount' : field === 'probability' ? 'rate' : 'count';
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return 'day';
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return 'moment';
  return 'text';
};

const plainOf = (value: unknown): CellValue =>
  Array.isArray(value)
    ? value.join(', ')
    : typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : null;

/** The records that a figure counts: as many as it says. Only those in sight are fetched. */
export function RecordsTable({ kpi, name, from, to, where, variant, part: given, height = 420 }: Props) {
  const say = useWords(partsWords);
  const fieldName = useFieldName();
  const valueName = useValueName();
  const format = useFormat();
  const [sortedBy, setSortedBy] = useState<SortedBy | null>(null);
  const [chosen, setChosen] = useState<Part>('numerator');
  const part = given ?? chosen;
  const asked = { kpi, from, to, where, part, ...(variant ? { variant } : {}) };
  const { base, total, rowAt, onSight, all, pageError } = useRecordPages(asked, sortedBy);
  const { data, error, refetch, isPlaceholderData } = base;
  // Five hundred cells are drawn when what stands above them is there, a piece at a time.
  const isDrawn = useDeferredValue(data !== undefined, false);
  const columns = useMemo((): readonly Column<Found>[] => {
    const samples = new Map<string, CellValue>();
    for (const record of data?.records ?? []) {
      for (const [field, value] of Object.entries(record)) {
        if (!hidden.has(field) && !field.endsWith('_id') && !samples.has(field)) samples.set(field, plainOf(value));
      }
    }
    const place = (field: string): number => (first.includes(field) ? first.indexOf(field) : first.length);
    return [...samples]
      .toSorted(([left], [right]) => place(left) - place(right))
      .map(([field, sample]) => ({
        key: field,
        label: fieldName(field),
        kind: kindOf(field, sample),
        // The server sorts by nothing that it masks: the order would tell.
        sortable: !(typeof sample === 'string' && /^(Persona|•••) [0-9a-f]{6,}$/.test(sample)),
        value: (record) => {
          const value = plainOf(record[field]);
          return typeof value === 'string' ? valueName(value) : value;
        },
      }));
  }, [data, fieldName, valueName]);
  if (error && !data) return <TroubleNotice error={error} onRetry={() => void refetch()} />;
  if (!data || !isDrawn) return <Skeleton height={height} />;
  return (
    <Updating active={isPlaceholderData}>
      {given === undefined && data.parts.length > 1 && (
        <Choice
          label={say('recordsPart')}
          value={part}
          options={data.parts.map((value) => ({ value, label: say(`recordsPart_${value}`) }))}
          onChange={(value) => {
            setChosen(value);
            setSortedBy(null);
          }}
        />
      )}
      <div className={styles.head}>
        <p>
          {say(part === 'numerator' ? 'recordsCount' : 'recordsBase', { count: total, n: format.number(total, 0) })}{' '}
          {total > mostExported && say('recordsExported', { n: format.number(mostExported, 0) })}
        </p>
        {total > 0 && (
          <ExportMenu
            name={say('recordsOf', { kpi: name })}
            period={format.period({ start: from, end: to }, 'total')}
            table={async () => exportedRows(columns, await all())}
          />
        )}
      </div>
      {pageError && <TroubleNotice error={pageError} onRetry={() => setSortedBy(null)} />}
      {total > 0 && (
        <VirtualTable<Found>
          caption={say('recordsOf', { kpi: name })}
          columns={columns}
          count={total}
          rowAt={rowAt}
          rowKey={({ source, id }) => `${source} ${id}`}
          sortedBy={sortedBy}
          onSort={(key) => setSortedBy(nextSort(columns, sortedBy, key))}
          onSight={onSight}
          height={height}
        />
      )}
    </Updating>
  );
}
