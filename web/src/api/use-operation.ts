import { keepPreviousData, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OperationId, OperationInput, OperationOutput } from '../../../src/app/api/client-types.ts';
import { useLanguage } from '../words/language.ts';
import { call } from './call.ts';
import { drawn } from './drawn.ts';

/** What stands first in the key of every answer, so that all can be asked anew at once. */
const root = 'cuadro';

/** @returns the key of an answer, of all answers of an operation, or of all there are */
export const keyOf = (id?: OperationId, input?: unknown): readonly unknown[] =>
  id === undefined ? [root] : input === undefined ? [root, id] : [root, id, input];

interface Options<Id extends OperationId> {
  /** False: not yet. */
  readonly enabled?: boolean;
  /** While another filter is asked for, the old answer stays (dimmed). Default true. */
  readonly keep?: boolean;
  /** True: what a page does not begin with. Of the page that is opened first it is asked for when that stands there. */
  readonly later?: boolean;
  /**
   * Ask again so many milliseconds after an answer, also while nobody looks at the page; null: no more. What has not been answered is not
   * asked for anew: a busy server would never come to its answer.
   */
  readonly every?: number | ((answer: OperationOutput<Id> | undefined) => number | null);
}

/** What a reading operation answers, in the language shown. A call that nobody waits for any more is cancelled. */
export function useOperation<Id extends OperationId>(
  id: Id,
  input: OperationInput<Id>,
  { enabled = true, keep = true, later = false, every }: Options<Id> = {},
): UseQueryResult<OperationOutput<Id>> {
  const { language } = useLanguage();
  return useQuery<OperationOutput<Id>>({
    queryKey: [...keyOf(id, input), language],
    queryFn: ({ signal }) => {
      const ask = (): Promise<OperationOutput<Id>> => call(id, input, { signal, language });
      return later ? drawn().then(ask) : ask();
    },
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    ...(every !== undefined && {
      refetchInterval: typeof every === 'number' ? every : ({ state }) => every(state.data) ?? false,
      refetchIntervalInBackground: true,
    }),
  });
}

/**
 * A writing operation; when it is done, every answer is asked anew, or only those that it changes.
 * @public
 */
export function useWrite<Id extends OperationId>(id: Id, only: readonly OperationId[] | null = null) {
  const client = useQueryClient();
  const { language } = useLanguage();
  return useMutation<OperationOutput<Id>, Error, OperationInput<Id>>({
    mutationFn: (input) => call(id, input, { language }),
    onSuccess: async () => {
      const keys = only === null ? [keyOf()] : only.map((changed) => keyOf(changed));
      await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
}
