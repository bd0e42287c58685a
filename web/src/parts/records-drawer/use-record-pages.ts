import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { OperationInput, OperationOutput } from '../../../../src/app/api/client-types.ts';
import { call } from '../../api/call.ts';
import { keyOf, useOperation } from '../../api/use-operation.ts';
import { useLanguage } from '../../words/language.ts';
import type { SortedBy } from '../data-table/column.ts';
import { pagesIn } from './pages-in.ts';

type Found = OperationOutput<'records'>['records'][number];
export type RecordsAsked = Pick<OperationInput<'records'>, 'kpi' | 'from' | 'to' | 'where' | 'variant' | 'part'>;

/** Records asked for at once: some screens of them. */
const pageSize = 250;
/** When all are wanted, for a file: in as few questions as the server's memory likes. */
const exportSize = 10_000;
/** What a spreadsheet on a desk still opens. */
export const mostExported = 100_000;

/**
 * The records behind a figure, of which only those in sight are fetched.
 * @param sortedBy a field; null: as they come
 */
export function useRecordPages(asked: RecordsAsked, sortedBy: SortedBy | null) {
  const { language } = useLanguage();
  const client = useQueryClient();
  const [sight, setSight] = useState<readonly [first: number, last: number]>([0, 0]);
  // As they come: how many there are, and the fields that they have, whatever they are sorted by.
  const base = useOperation('records', { ...asked, limit: pageSize });
  const total = base.data?.total ?? 0;
  const sort = sortedBy === null ? {} : { sort: { field: sortedBy.key, descending: sortedBy.descending } };
  const inputOf = (page: number): OperationInput<'records'> => ({
    ...asked,
    ...sort,
    limit: pageSize,
    ...(page === 0 ? {} : { offset: page * pageSize }),
  });
  const keyOfPage = (page: number): readonly unknown[] => [...keyOf('records', inputOf(page)), language];
  const wanted = base.data ? pagesIn(sight, total, pageSize) : [];
  const pages = useQueries({
    queries: wanted.map((page) => ({
      queryKey: keyOfPage(page),
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => call('records', inputOf(page), { signal, language }),
    })),
  });
  const arrived = new Map(pages.map(({ data }, at) => [wanted[at], data]));
  const rowAt = (index: number): Found | undefined => {
    const page = Math.floor(index / pageSize);
    // What was seen before is shown at once, while it scrolls by.
    const answer = arrived.get(page) ?? client.getQueryData<OperationOutput<'records'>>(keyOfPage(page));
    return answer?.records[index - page * pageSize];
  };
  const onSight = useCallback(
    (first: number, last: number) => setSight((before) => (before[0] === first && before[1] === last ? before : [first, last])),
    [],
  );
  const all = async (): Promise<readonly Found[]> => {
    const found: Found[] = [];
    while (found.length < Math.min(total, mostExported)) {
      const { records } = await call('records', { ...asked, ...sort, limit: exportSize, offset: found.length }, { language });
      if (records.length === 0) break;
      found.push(...records);
    }
    return found.slice(0, mostExported);
  };
  return { base, total, rowAt, onSight, all, pageError: pages.find(({ error }) => error !== null)?.error ?? null };
}
