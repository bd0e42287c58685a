import { Drawer } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Outlet, useLocation, useMatches } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { useCompany } from '../../api/use-company.ts';
import { useEvents } from '../../api/use-events.ts';
import { pages } from '../../pages/list.ts';
import { LiveRegion } from '../../parts/live-region/live-region.tsx';
import { frameWords } from '../../words/frame.ts';
import { useWords } from '../../words/language.ts';
import { FilterBar } from '../bar/filter-bar.tsx';
import { Palette } from '../palette/palette.tsx';
import { UserMenu } from '../user-menu/user-menu.tsx';
import { Brand } from './brand.tsx';
import { MenuIcon, SearchIcon } from './icons.tsx';
import { Navigation } from './navigation.tsx';
import styles from './shell.module.css';

/** What stands around every page: sections, filters, sample badge, palette, and the way past them for the keyboard. */
export function Shell() {
  const say = useWords(frameWords);
  const company = useCompany();
  const { pathname } = useLocation();
  const matched = useMatches().at(-1)?.fullPath ?? '';
  const [navigating, setNavigating] = useState(false);
  const [searching, setSearching] = useState(false);
  useEvents();
  useHotkeys([['mod+K', () => setSearching(true)]], []);
  const page = pages.find(({ path }) => path === matched || `${path}/` === matched || path === pathname);
  const title = page ? say(page.name) : null;
  useEffect(() => {
    document.title = title ? `${title} · Cuadro` : 'Cuadro';
  }, [title]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever goes elsewhere has chosen
  useEffect(() => setNavigating(false), [pathname]);
  if (pathname.startsWith('/sign-in')) {
    return (
      <main id="content">
        <Suspense>
          <Outlet />
        </Suspense>
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
        <Brand />
        <button type="button" className={styles.search} onClick={() => setSearching(true)}>
          <SearchIcon />
          <span>{say('palette')}</span>
          <kbd>Ctrl K</kbd>
        </button>
        <Navigation />
        <div className={styles.foot}>
          <UserMenu />
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
        <button type="button" className={styles.icon} aria-label={say('palette')} onClick={() => setSearching(true)}>
          <SearchIcon />
        </button>
      </header>
      <div className={styles.page}>
        {company.sample && (
          <p className={styles.sample}>
            <b>{say('sample')}</b> <span>{say('sampleHelp')}</span> <a href="/data">{say('importOwn')}</a>
          </p>
        )}
        {page?.filtered && <FilterBar />}
        <main id="content" tabIndex={-1} className={styles.main}>
          <Suspense fallback={null}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Drawer
        opened={navigating}
        onClose={() => setNavigating(false)}
        title={<Brand />}
        size={280}
        closeButtonProps={{ 'aria-label': say('close') }}
      >
        <Navigation />
        <UserMenu />
      </Drawer>
      <Palette opened={searching} onClose={() => setSearching(false)} />
      <LiveRegion />
    </div>
  );
}
