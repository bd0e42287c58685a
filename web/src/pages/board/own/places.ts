import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import type { Card } from '../../../parts/kpi-card/card.ts';
import type { StoredCard } from '../chosen.ts';

type Kpi = Pick<OperationOutput<'kpis'>['kpis'][number], 'id' | 'name' | 'retired'>;
export type Retired = NonNullable<Kpi['retired']>;
type Answer = Pick<OperationOutput<'board'>, 'cards' | 'missing' | 'unfiltered' | 'failed'>;

/** Why there is no figure where one should stand. */
export type Absence =
  | { readonly why: 'unknown' | 'unfiltered' | 'noData' | 'twice' }
  | { readonly why: 'missing'; readonly missing: readonly string[] }
  | { readonly why: 'failed'; readonly code: string }
  | { readonly why: 'retired'; readonly retired: Retired };

/** A place of a board: its card; why there is none; or, while it is asked for, neither. */
export interface Place {
  readonly key: string;
  readonly stored: StoredCard;
  /** As the catalogue has it; of one that is not there, its id. */
  readonly name: string;
  readonly card: Card | null;
  readonly absence: Absence | null;
}

/** What can be asked for: each KPI of the catalogue that is in use, once, in an order that does not depend on the board's, so that sorting asks nothing anew. */
export function askable(cards: readonly StoredCard[], kpis: readonly Pick<Kpi, 'id' | 'retired'>[]): readonly StoredCard[] {
  const known = new Set(kpis.flatMap(({ id, retired }) => (retired === null ? [id] : [])));
  const first = new Map<string, StoredCard>();
  for (const card of cards) if (known.has(card.kpi) && !first.has(card.kpi)) first.set(card.kpi, card);
  return [...first.values()].toSorted((one, other) => (one.kpi < other.kpi ? -1 : 1));
}

/**
 * @param answer to what is askable; null: not there yet
 * @param isOld whether it is the answer to a former question: what is not in it may still come
 */
export function placesOf(cards: readonly StoredCard[], kpis: readonly Kpi[], answer: Answer | null, isOld = false): readonly Place[] {
  const named = new Map(kpis.map((kpi) => [kpi.id, kpi]));
  const shown = new Map((answer?.cards ?? []).map((card) => [card.id, card]));
  const seen = new Set<string>();
  return cards.map((stored) => {
    const { kpi, variant } = stored;
    const found = named.get(kpi);
    const isTwice = seen.has(kpi);
    seen.add(kpi);
    const place = { key: isTwice ? `${kpi} ${variant}` : kpi, stored, name: found?.name ?? kpi, card: null, absence: null };
    if (found === undefined) return { ...place, absence: { why: 'unknown' } };
    if (isTwice) return { ...place, absence: { why: 'twice' } };
    if (found.retired !== null) return { ...place, absence: { why: 'retired', retired: found.retired } };
    if (answer === null) return place;
    const card = shown.get(kpi);
    if (card) return { ...place, card };
    const absence = absenceOf(kpi, answer);
    return isOld && absence.why === 'noData' ? place : { ...place, absence };
  });
}

function absenceOf(kpi: string, { missing, unfiltered, failed }: Answer): Absence {
  const lacking = missing.find(({ id }) => id === kpi);
  if (lacking) return { why: 'missing', missing: lacking.missing };
  const failure = failed.find(({ id }) => id === kpi);
  if (failure) return { why: 'failed', code: failure.code };
  return { why: unfiltered.some(({ id }) => id === kpi) ? 'unfiltered' : 'noData' };
}
