import { useCompany } from '../../api/use-company.ts';
import { useSession } from '../../api/use-session.ts';
import { useView } from '../../frame/view.ts';
import { daysLate } from './late.ts';

/** @returns how many days late the data that end on a day are; 0: not worth a word, as in the made-up company or where another day was asked for */
export function useDaysLate(lastDay: string | null): number {
  const { sample } = useSession();
  const { timezone } = useCompany();
  const { view } = useView();
  return sample || view.asOf !== undefined || view.to !== undefined ? 0 : daysLate(lastDay, new Date(), timezone);
}
