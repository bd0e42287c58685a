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
  version: '',
};

export const useCompany = (): Company => useOperation('company', {}).data ?? unknown;
