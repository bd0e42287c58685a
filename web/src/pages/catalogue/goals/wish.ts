import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { useAddress } from '../../../frame/address.ts';

export const lists = ['use', 'aspire', 'discard'] as const;
export type ListName = (typeof lists)[number];
export type Advice = OperationOutput<'advise'>;
export type Advised = Advice['use'][number];
export type Answer = 'yes' | 'no';

/** What is wished for, and what its reader changed of the advice. */
export interface Wish {
  readonly goals: readonly string[];
  readonly industry: string;
  readonly role: string;
  readonly answers: Readonly<Record<string, Answer>>;
  /** KPIs that were put on another list than advised. */
  readonly moved: Readonly<Record<string, ListName>>;
}

export const goalLimit = 3;

const split = (text: string): readonly string[] => text.split(',').filter((part) => part !== '');

/** `a:x,b:y` as pairs; what is none of `allowed` is as if it were not there. */
function readPairs<Value extends string>(text: string, allowed: readonly Value[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    split(text).flatMap((pair) => {
      const [key = '', named = ''] = pair.split(':');
      const value = allowed.find((one) => one === named);
      return key === '' || value === undefined ? [] : [[key, value] as const];
    }),
  );
}

const writePairs = (pairs: Readonly<Record<string, string>>): string =>
  Object.entries(pairs)
    .map(([key, value]) => `${key}:${value}`)
    .join(',');

/** The wish that the address holds: a link opens the same advice, with the same changes. */
export function useWish(): { readonly wish: Wish; readonly change: (parts: Partial<Wish>) => void } {
  const { address, put } = useAddress(['goals', 'industry', 'role', 'answers', 'moved']);
  const wish: Wish = {
    goals: split(address.goals).slice(0, goalLimit),
    industry: address.industry,
    role: address.role,
    answers: readPairs(address.answers, ['yes', 'no']),
    moved: readPairs(address.moved, lists),
  };
  return {
    wish,
    change: ({ goals, industry, role, answers, moved }) =>
      put({
        ...(goals ? { goals: goals.join(',') } : {}),
        ...(industry === undefined ? {} : { industry }),
        ...(role === undefined ? {} : { role }),
        ...(answers ? { answers: writePairs(answers) } : {}),
        ...(moved ? { moved: writePairs(moved) } : {}),
      }),
  };
}

/** The advice with its reader's changes: what was moved stands at the end of its new list. */
export function arranged(advice: Advice, moved: Wish['moved']): Readonly<Record<ListName, readonly Advised[]>> {
  const stays = (list: ListName): readonly Advised[] => advice[list].filter(({ kpi }) => (moved[kpi] ?? list) === list);
  const comes = (list: ListName): readonly Advised[] =>
    lists.flatMap((from) => (from === list ? [] : advice[from].filter(({ kpi }) => moved[kpi] === list)));
  return {
    use: [...stays('use'), ...comes('use')],
    aspire: [...stays('aspire'), ...comes('aspire')],
    discard: [...comes('discard'), ...stays('discard')],
  };
}
