import { useSearch } from '@tanstack/react-router';
import { useSession } from '../../api/use-session.ts';
import { daysLate } from './late.ts';

/** @returns how many days late the data that end on a day are; 0: not worth a word, as in the made-up company or where another day was asked for */
export function useDaysLate(lastDay: string | null): number {
  const { sample, workspace } = useSession();
  // Of all the filters these two alone: a card is not drawn anew with each of them.
  const isOfAnotherDay = useSearch({ strict: false, select: ({ asOf, to }) => asOf !== undefined || to !== undefined });
  return sample || isOfAnotherDay ? 0 : daysLate(lastDay, new Date(), workspace.timezone);
}
