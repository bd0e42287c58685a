import { Link, Outlet, useLocation, useMatches, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useEvents } from '../../api/use-events.ts';
import { useSession } from '../../api/use-session.ts';
import { pages } from '../../pages/list.ts';
import { LiveRegion } from '../../parts/live-region/live-region.tsx';
import { frameWords } from '../../words/frame.ts';
import { useWords } from '../../words/language.ts';
import { FilterBar } from '../bar/filter-bar.tsx';
import { CarriedProvider } from '../carried.ts';
import { UserMenu } from '../user-menu/user-menu.tsx';
import { Bell } from './bell.tsx';
import { Brand } from './brand.tsx';
import { Content } from './content.tsx';
import { MenuIcon, SearchIcon } from './icons.tsx';
import { LateData } from './late-data.tsx';
import { Navigation } from './navigation.tsx';
import styles from './shell.module.css';

const Palette = lazy(() => import('../palette/palette.tsx').then(({ Palette: it }) => ({ default: it })));
const NavigationDrawer = lazy(() => import('./navigation-drawer.tsx').then(({ NavigationDrawer: it }) => ({ default: it })));

/** What stands around every page: sections, filters, sample badge, palette, and the way past them for the keyboard. */
export function Shell() {
  const say = useWords(frameWords);
  const session = useSession();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const matched = useMatches().at(-1)?.fullPath ?? '';
  const [navigating, setNavigating] = useState(false);
  const [searching, setSearching] = useState(false);
  useEvents(session.kind !== 'nobody');
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      setSearching(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const page = pages.find(({ path }) => path === matched || `${path}/` === matched || path === pathname);
  const title = page ? say(page.name) : null;
  useEffect(() => {
    document.title = title ? `${title} · Cuadro` : 'Cuadro';
  }, [title]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever goes elsewhere has chosen
  useEffect(() => setNavigating(false), [pathname]);
  const outside = ['/sign-in', '/join', '/reset'].includes(pathname);
  const mustSignIn = session.known && session.kind === 'nobody' && !outside;
  useEffect(() => {
    if (mustSignIn) void navigate({ to: '/sign-in', search: {} });
  }, [mustSignIn, navigate]);
  if (outside) {
    return (
      <main id="content">
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
    );
  }
  if (page?.bare) {
    return (
      <main id="content">
        <Suspense fallback={null}>{session.known && !mustSignIn && <Outlet />}</Suspense>
      </main>
    );
  }
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {say('skipToContent')}
      </a>
      {page?.filtered && (
        <a className={styles.skip} href="#filters">
          {say('skipToFilters')}
        </a>
      )}
      <aside className={styles.rail}>
        <div className={styles.first}>
          <Brand />
          <Bell />
        </div>
        <button type="button" className={styles.search} onClick={() => setSearching(true)}>
          <SearchIcon />
          <span>{say('palette')}</span>
          <kbd>Ctrl K</kbd>
        </button>
        <Navigation />
        <div className={styles.foot}>
          <UserMenu />
          <p className={styles.zone}>
            {say('timezone', { zone: session.workspace.timezone })} · {session.workspace.currency}
          </p>
        </div>
      </aside>
      <header className={styles.top}>
        <button
          type="button"
          className={styles.icon}
          aria-label={say('menu')}
          aria-expanded={navigating}
          onClick={() => setNavigating(true)}
        >
          <MenuIcon />
        </button>
        <Brand />
        <div className={styles.first}>
          <Bell />
          <button type="button" className={styles.icon} aria-label={say('palette')} onClick={() => setSearching(true)}>
            <SearchIcon />
          </button>
        </div>
      </header>
      <div className={styles.page}>
        {session.sample && (
          <section className={styles.sample} aria-label={say('sample')}>
            <b>{say('sample')}</b> <span>{say('sampleHelp')}</span>{' '}
            {(session.kind === 'guest' || session.permissions.includes('data.write')) && <Link to="/data/import">{say('importOwn')}</Link>}
          </section>
        )}
        {session.permissions.includes('kpi.read') && !session.sample && <LateData />}
        {page?.filtered && <FilterBar />}
        <main id="content" tabIndex={-1} className={styles.main}>
          {/* Nothing is asked for before it is known on whose behalf. */}
          <Suspense fallback={null}>
            {session.known && !mustSignIn && <CarriedProvider>{page?.filtered ? <Content /> : <Outlet />}</CarriedProvider>}
          </Suspense>
        </main>
      </div>
      <Suspense>
        {navigating && <NavigationDrawer onClose={() => setNavigating(false)} />}
        {searching && <Palette onClose={() => setSearching(false)} />}
      </Suspense>
      <LiveRegion />
    </div>
  );
}
