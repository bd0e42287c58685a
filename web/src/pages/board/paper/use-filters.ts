import type { View } from '../../../frame/view.ts';
import { useFormat } from '../../../words/format.ts';
import { frameWords } from '../../../words/frame.ts';
import { useWords } from '../../../words/language.ts';
import { ownBoardWords } from '../../../words/own-board.ts';

/** What figures are filtered by, in words: each with its label. The period and the day are always said, the rest where it is set. */
export function useFilters({ grain, from, to, compare, segment, owner, asOf, currency }: View): readonly (readonly [string, string])[] {
  const say = useWords(frameWords);
  const own = useWords(ownBoardWords);
  const format = useFormat();
  const period = from && to ? format.period({ start: from, end: to }, 'total') : to ? `${say('to')} ${format.day(to)}` : say('periodAuto');
  const day = asOf ? format.day(asOf) : own('asOfToday', { day: format.momentDay(new Date().toISOString()) });
  return [
    [say('period'), grain ? `${period} · ${say('grain').toLowerCase()} ${say(`grain_${grain}`)}` : period],
    [say('compare'), say(`compare_${compare ?? 'previous'}`)],
    ...(segment === undefined ? [] : [[say('segment'), segment] as const]),
    ...(owner === undefined ? [] : [[say('owner'), owner.slice(owner.indexOf(':') + 1)] as const]),
    ...(currency === undefined ? [] : [[say('currency'), currency] as const]),
    [say('asOf'), day],
  ];
}
