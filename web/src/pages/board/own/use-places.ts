import { useMemo } from 'react';
import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { useView } from '../../../frame/view.ts';
import { useLanguage } from '../../../words/language.ts';
import { askedOf } from '../asked.ts';
import type { StoredCard } from '../chosen.ts';
import { askable, type Place, placesOf } from './places.ts';

interface Shown {
  readonly places: readonly Place[];
  readonly answer: OperationOutput<'board'> | null;
  readonly kpis: OperationOutput<'kpis'>['kpis'];
  /** Whether every place has its card or says why not. */
  readonly isWhole: boolean;
  /** Old values stay while new ones come. */
  readonly isUpdating: boolean;
  readonly error: Error | null;
  /** Whether the last attempt to ask again did not reach the server. */
  readonly isCut: boolean;
  /** When the values came, in milliseconds; 0: not yet. */
  readonly at: number;
  readonly refetch: () => void;
}

const none: readonly never[] = [];

/** The places of a board with what stands in them. @param every how often to ask again, in milliseconds; absent: when the data change */
export function usePlaces(cards: readonly StoredCard[], every?: number): Shown {
  const { language } = useLanguage();
  const { view } = useView();
  const list = useOperation('kpis', { language });
  const kpis = list.data?.kpis ?? none;
  const asked = useMemo(() => askable(cards, kpis), [cards, kpis]);
  const variants = Object.fromEntries(asked.flatMap(({ kpi, variant }) => (variant === null ? [] : [[kpi, variant]])));
  const { data, error, isPlaceholderData, refetch, dataUpdatedAt, failureCount, fetchStatus } = useOperation(
    'board',
    { ...askedOf(view), kpis: asked.map(({ kpi }) => kpi), variants },
    // Without any it would be every KPI.
    { enabled: asked.length > 0, ...(every === undefined ? {} : { every }) },
  );
  const answer = asked.length > 0 ? (data ?? null) : null;
  const places = useMemo(
    () => (list.data ? placesOf(cards, list.data.kpis, answer, isPlaceholderData) : none),
    [cards, list.data, answer, isPlaceholderData],
  );
  return {
    places,
    answer,
    kpis,
    isWhole: list.data !== undefined && (answer !== null || asked.length === 0),
    isUpdating: isPlaceholderData,
    error: list.error ?? error,
    isCut: error !== null || failureCount > 0 || fetchStatus === 'paused',
    at: dataUpdatedAt,
    refetch: () => {
      if (list.error) void list.refetch();
      void refetch();
    },
  };
}
