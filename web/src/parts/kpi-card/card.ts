import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import type { Judgement } from '../verdict/verdict.tsx';

export type Card = OperationOutput<'board'>['cards'][number];

/** What a card says of its change. Informational KPIs have no better or worse; what cannot be judged is not. */
export function judgementOf({ verdict, move, nature, direction, compared, target }: Card): Judgement {
  if (compared?.against === 'target') {
    // What chance makes is no miss.
    if (target?.state === 'missed') return target.certain ? 'missed' : 'noise';
    return target?.state === 'reached' ? 'reached' : 'unknown';
  }
  if (verdict !== null) return verdict;
  if (move === 'noise') return 'noise';
  if (move === 'steady') return 'steady';
  if (nature === 'activity') return 'activity';
  if (move === 'unknown') return direction === 'none' ? 'informative' : 'unknown';
  if (direction === 'none') return 'informative';
  return move === 'rise' ? 'rises' : 'falls';
}

/** What to mind of a figure: keys of `words/parts`. Small samples have a chip instead of a verdict. */
export function cautionsOf({ now }: Card): readonly ('smallSample' | 'immature' | 'partial')[] {
  return [
    ...(now.state === 'immature' || now.state === 'partial' ? [now.state] : []),
    ...(now.reasons.includes('small_sample') ? (['smallSample'] as const) : []),
  ];
}
