import type { OperationOutput } from '../../../src/app/api/client-types.ts';
import { firstBoard } from './board.ts';
import { firstKpi } from './kpi.ts';

export type Session = OperationOutput<'session'>;

/** The beginning of a page, before the application is there; null: there is none to show. */
export type FirstPage = (session: Session) => Promise<readonly Node[] | null>;

/** What is known of the page at an address before the application is: of those that are opened most. Filters are the application's. */
export function firstPageAt({ pathname, search }: Pick<Location, 'pathname' | 'search'>): FirstPage | null {
  if (search !== '') return null;
  if (pathname === '/') return firstBoard;
  const kpi = /^\/kpis\/(\w+)$/.exec(pathname)?.[1];
  return kpi === undefined ? null : (session) => firstKpi(session, kpi);
}
