import type { ComponentType } from 'react';

/** A page of the app: an address, its words' key in `words/frame`, and the file that is loaded when someone goes there. */
export interface PageEntry {
  readonly path: string;
  /** Key of its name in `words/frame.*.ts`. */
  readonly name:
    | 'board'
    | 'alerts'
    | 'executive'
    | 'catalogue'
    | 'funnel'
    | 'customers'
    | 'customer'
    | 'campaigns'
    | 'service'
    | 'people'
    | 'adoption'
    | 'actions'
    | 'data'
    | 'importData'
    | 'notices'
    | 'settings'
    | 'start'
    | 'kpi'
    | 'tv';
  /** Where it stands in the navigation; null: it is reached from other pages. */
  readonly place: 'main' | 'foot' | null;
  /** Whether the bar of filters stands above it. */
  readonly filtered: boolean;
  /** Whether nothing of the frame stands around it. */
  readonly bare?: true;
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
}

/** Every page. To add one: a folder here, a line below, its name in `words/frame.es.ts` and `.en.ts`. */
export const pages: readonly PageEntry[] = [
  { path: '/', name: 'board', place: 'main', filtered: true, load: () => import('./board/board-page.tsx') },
  { path: '/executive', name: 'executive', place: 'main', filtered: false, load: () => import('./executive/executive-page.tsx') },
  { path: '/alerts', name: 'alerts', place: 'main', filtered: false, load: () => import('./alerts/alerts-page.tsx') },
  { path: '/kpis', name: 'catalogue', place: 'main', filtered: false, load: () => import('./catalogue/catalogue-page.tsx') },
  { path: '/kpis/$id', name: 'kpi', place: null, filtered: true, load: () => import('./kpi/kpi-page.tsx') },
  { path: '/funnel', name: 'funnel', place: 'main', filtered: true, load: () => import('./funnel/funnel-page.tsx') },
  { path: '/customers', name: 'customers', place: 'main', filtered: true, load: () => import('./customers/customers-page.tsx') },
  { path: '/customers/$id', name: 'customer', place: null, filtered: false, load: () => import('./customer/customer-page.tsx') },
  { path: '/campaigns', name: 'campaigns', place: 'main', filtered: true, load: () => import('./campaigns/campaigns-page.tsx') },
  { path: '/service', name: 'service', place: 'main', filtered: true, load: () => import('./service/service-page.tsx') },
  { path: '/people', name: 'people', place: 'main', filtered: true, load: () => import('./people/people-page.tsx') },
  { path: '/adoption', name: 'adoption', place: 'main', filtered: true, load: () => import('./adoption/adoption-page.tsx') },
  { path: '/notices', name: 'notices', place: null, filtered: false, load: () => import('./notices/notices-page.tsx') },
  { path: '/actions', name: 'actions', place: 'main', filtered: false, load: () => import('./actions/actions-page.tsx') },
  { path: '/data', name: 'data', place: 'foot', filtered: false, load: () => import('./data/data-page.tsx') },
  { path: '/data/import', name: 'importData', place: null, filtered: false, load: () => import('./import/import-page.tsx') },
  { path: '/settings', name: 'settings', place: 'foot', filtered: false, load: () => import('./settings/settings-page.tsx') },
  { path: '/tv', name: 'tv', place: null, filtered: false, bare: true, load: () => import('./tv/tv-page.tsx') },
  { path: '/start', name: 'start', place: null, filtered: false, load: () => import('./start/start-page.tsx') },
];
