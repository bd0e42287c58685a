import { useMemo } from 'react';
import type { OperationInput, OperationOutput } from '../../../../src/app/api/client-types.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useFieldName } from '../../words/fields.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import { useValueName } from '../../words/values.ts';
import { type CellValue, type Column, DataTable } from '../data-table/data-table.tsx';
import { Skeleton, TroubleNotice, Updating } from '../state-notice/state-notice.tsx';
import styles from './records-table.module.css';

type Found = OperationOutput<'records'>['records'][number];

interface Props {
  readonly kpi: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly where: NonNullable<OperationInput<'records'>['where']>;
  readonly variant?: string;
  /** Of a rate: those that count (the usual), or all of which they are a part. */
  readonly part?: 'numerator' | 'denominator';
  readonly height?: number;
}

const limit = 1000;
/** Fields that people look for first, in this order. */
const first = ['id', 'name', 'subject', 'company', 'stage', 'status', 'amount', 'currency', 'created_at', 'ordered_at', 'closed_at'];
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

/** The records that a figure counts: as many as it says. */
export function RecordsTable({ kpi, name, from, to, where, variant, part, height = 420 }: Props) {
  const say = useWords(partsWords);
  const fieldName = useFieldName();
  const valueName = useValueName();
  const { data, error, refetch, isPlaceholderData } = useOperation('records', {
    kpi,
    from,
    to,
    where,
    limit,
    ...(variant ? { variant } : {}),
    ...(part ? { part } : {}),
  });
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
        value: (record) => {
          const value = plainOf(record[field]);
          return typeof value === 'string' ? valueName(value) : value;
        },
      }));
  }, [data, fieldName, valueName]);
  if (error && !data) return <TroubleNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={height} />;
  return (
    <Updating active={isPlaceholderData}>
      <p className={styles.count}>
        {say('recordsCount', { count: data.total })}{' '}
        {data.total > data.records.length && say('recordsShown', { count: data.records.length })}
      </p>
      {data.records.length > 0 && (
        <DataTable
          caption={say('recordsOf', { kpi: name })}
          columns={columns}
          rows={data.records}
          rowKey={({ source, id }) => `${source} ${id}`}
          exportName={`${kpi} ${from} ${to}`}
          height={height}
        />
      )}
    </Updating>
  );
}
