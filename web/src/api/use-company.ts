import type { OperationOutput } from '../../../src/app/api/client-types.ts';
import { useOperation } from './use-operation.ts';

export type Company = OperationOutput<'company'>;

/** Until the server has answered: as a company in Spain has it. */
const unknown: Company = {
  name: '',
  locale: 'es-ES',
  currency: 'EUR',
  timezone: 'Europe/Madrid',
  week_starts_on: 'monday',
  sample: false,
  last_day: null,
  teams: [],
  offices: [],
  departments: [],
  owners: [],
  segments: [],
  currencies: [],
  answers: [],
  version: '',
};

export const useCompany = (): Company => useOperation('company', {}).data ?? unknown;

/** Whether there are data for what a page asks as a whole; null: nobody knows yet. */
export function useAnswers(question: Company['answers'][number]): boolean | null {
  const { data, error } = useOperation('company', {});
  // Where that cannot be told, the question itself will tell.
  return data ? data.answers.includes(question) : error ? true : null;
}
