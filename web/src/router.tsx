import { createRootRoute, createRoute, createRouter, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router';
import { Shell } from './frame/shell/shell.tsx';
import { PageFailed } from './frame/trouble/page-failed.tsx';
import { PageNotFound } from './frame/trouble/page-not-found.tsx';
import { readView } from './frame/view.ts';
import { pages } from './pages/list.ts';

/** Whatever else a page keeps in its address stays as it is; the frame's own part is read and checked here. */
const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: PageNotFound,
  validateSearch: (search: Record<string, unknown>): Record<string, unknown> => ({ ...search, ...readView(search) }),
  // The filters go along from page to page.
  search: { middlewares: [retainSearchParams(['grain', 'from', 'to', 'compare', 'segment', 'owner', 'asOf', 'currency'])] },
});

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./frame/sign-in/sign-in.tsx'), 'Page'),
});

const join = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join',
  component: lazyRouteComponent(() => import('./frame/join/join.tsx'), 'Page'),
});

const reset = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset',
  component: lazyRouteComponent(() => import('./frame/reset/reset.tsx'), 'Page'),
});

const children = pages.map(({ path, load }) =>
  createRoute({ getParentRoute: () => rootRoute, path, component: lazyRouteComponent(load, 'Page'), errorComponent: PageFailed }),
);

export const router = createRouter({
  routeTree: rootRoute.addChildren([signIn, join, reset, ...children]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});
