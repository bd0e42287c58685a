import { useQuery } from '@tanstack/react-query';

/** Who looks at the page. */
export interface Session {
  readonly kind: 'user' | 'guest';
  readonly name: string;
  readonly role: string;
  readonly permissions: readonly string[];
}

const guest: Session = { kind: 'guest', name: '', role: 'guest', permissions: ['kpi.read', 'records.read', 'data.read'] };

/** Until the accounts answer, everyone is a guest of the sample company. */
export function useSession(): Session {
  return useQuery({ queryKey: ['session'], queryFn: () => Promise.resolve(guest), staleTime: Number.POSITIVE_INFINITY }).data ?? guest;
}
