import type { Card } from '../../parts/kpi-card/card.ts';

/** As many cards as can be read from the other end of a room. */
const most = 6;

/**
 * What may hang on a wall: nothing about the company's people, and nothing that is shown by one of its groups, which may bear somebody's name.
 * What has no value has nothing to say there.
 */
export const isForAll = ({ area, group, now }: Pick<Card, 'area' | 'group' | 'now'>): boolean =>
  area !== 'people' && group === null && now.value !== null;

/** In groups of about the same size, in order. */
export function groupsOf<T>(all: readonly T[], size = most): readonly (readonly T[])[] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, index) =>
    all.slice(Math.round((index * all.length) / count), Math.round(((index + 1) * all.length) / count)),
  );
}

/** The last day that every figure shown knows of. */
export function knownUntil(cards: readonly Pick<Card, 'now'>[]): string | null {
  const days = cards.flatMap(({ now }) => (now.watermark === null ? [] : [now.watermark.slice(0, 10)]));
  return days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first));
}
