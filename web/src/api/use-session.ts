import { createContext, createElement, type ReactNode, useContext, useMemo } from 'react';
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
  board: null,
  twoFactor: false,
  sample: false,
  needsOwner: false,
  mail: false,
  singleSignOn: null,
  workspace: { name: '', locale: 'es-ES', timezone: 'Europe/Madrid', currency: 'EUR' },
};

/** How the company writes; `worth`: what one of the currency shown is worth in the company's own, where another is shown. */
type Place = Session['workspace'] & { readonly worth?: number };

type KnownSession = Omit<Session, 'workspace'> & { readonly workspace: Place; readonly known: boolean };

/** Asked for once, for all the page: hundreds of pieces write figures as the company does. */
const SessionContext = createContext<KnownSession>({ ...unknown, known: false });

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const { data } = useOperation('session', {});
  const session = useMemo(() => ({ ...(data ?? unknown), known: data !== undefined }), [data]);
  return createElement(SessionContext, { value: session }, children);
}

/** What stands within is written in another currency, all at one rate; null: in the company's own. */
export function ShownCurrency({
  value,
  children,
}: {
  readonly value: { readonly code: string; readonly rate: number } | null;
  readonly children: ReactNode;
}) {
  const session = useSession();
  const shown = useMemo(
    () => (value ? { ...session, workspace: { ...session.workspace, currency: value.code, worth: value.rate } } : session),
    [session, value],
  );
  return createElement(SessionContext, { value: shown }, children);
}

/** @returns the session; `known` says whether the server has answered yet */
export const useSession = (): KnownSession => useContext(SessionContext);

/** What asks for sentences that tell amounts: in the currency of the figures beside them. Nothing where that is the company's own. */
export function useToldIn(): { readonly currency?: string } {
  const { worth, currency } = useSession().workspace;
  return worth === undefined ? {} : { currency };
}

/** Whether the reader has a right. */
export const useMay = (permission: Session['permissions'][number]): boolean => useSession().permissions.includes(permission);
