import { useQueries } from '@tanstack/react-query';
import type { OperationInput, OperationOutput } from '../../../../src/app/api/client-types.ts';
import { call } from '../../api/call.ts';
import { ApiError } from '../../api/error.ts';
import { keyOf, useOperation } from '../../api/use-operation.ts';
import type { Cell } from './facts.ts';

/** Errors of a filter that does not reach some of the KPIs. */
const beyond = new Set(['unknown_dimension', 'segment_unreachable']);
const isBeyond = (error: Error | null): boolean => error instanceof ApiError && beyond.has(error.code);

interface Figures {
  /** Null: not there yet. */
  readonly cells: readonly Cell[] | null;
  /** KPIs that the filter does not reach. */
  readonly unreached: readonly string[];
  readonly error: Error | null;
  readonly isUpdating: boolean;
  readonly refetch: () => void;
}

const cellsOf = (answer: OperationOutput<'query'> | undefined): readonly Cell[] => (answer && 'cells' in answer ? answer.cells : []);

/** Several KPIs in one question; where the filter does not reach one of them, each by itself, so that the others still stand. */
export function useFigures(
  kpis: readonly string[],
  asked: Omit<OperationInput<'query'>, 'kpis'>,
  { enabled }: { readonly enabled: boolean },
): Figures {
  const together = useOperation('query', { ...asked, kpis: [...kpis] }, { enabled });
  const apart = isBeyond(together.error);
  const each = useQueries({
    queries: kpis.map((kpi) => {
      const input = { ...asked, kpis: [kpi] };
      return {
        queryKey: keyOf('query', input),
        queryFn: ({ signal }: { readonly signal: AbortSignal }) => call('query', input, { signal }),
        enabled: enabled && apart,
      };
    }),
  });
  if (!apart)
    return {
      cells: together.data ? cellsOf(together.data) : null,
      unreached: [],
      error: together.error,
      isUpdating: together.isPlaceholderData,
      refetch: () => void together.refetch(),
    };
  return {
    cells: each.some(({ isPending }) => isPending) ? null : each.flatMap(({ data }) => cellsOf(data)),
    unreached: kpis.filter((_, index) => isBeyond(each[index]?.error ?? null)),
    error: each.find(({ error }) => error !== null && !isBeyond(error))?.error ?? null,
    isUpdating: false,
    refetch: () => {
      for (const one of each) void one.refetch();
    },
  };
}
