import type { OperationOutput } from '../../../src/app/api/client-types.ts';
import { useOperation } from './use-operation.ts';

/** Who looks at the page, what they may do, and how their company writes numbers. */
export type Session = OperationOutput<'session'>;

/** Until the server has answered: nobody, in a company in Spain. */
const unknown: Session = {
  kind: 'nobody',
  id: null,
  name: null,
  email: null,
  role: null,
  steward: false,
  permissions: [],
  rows: null,
  personal: 'masked',
  amounts: 'shown',
  language: 'es',
  twoFactor: false,
  sample: false,
  needsOwner: false,
  mail: false,
  singleSignOn: null,
  workspace: { name: '', locale: 'es-ES', timezone: 'Europe/Madrid', currency: 'EUR' },
};

/** @returns the session; `known` says whether the server has answered yet */
export function useSession(): Session & { readonly known: boolean } {
  const { data } = useOperation('session', {});
  return { ...(data ?? unknown), known: data !== undefined };
}

/** Whether the reader has a right. */
export const useMay = (permission: Session['permissions'][number]): boolean => useSession().permissions.includes(permission);
