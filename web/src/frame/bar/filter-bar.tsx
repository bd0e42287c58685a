import { lazy, Suspense, useState } from 'react';
import { useMedia } from '../../look/use-media.ts';
import { announce } from '../../parts/live-region/live-region.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { useFormat } from '../../words/format.ts';
import { frameWords } from '../../words/frame.ts';
import { useWords } from '../../words/language.ts';
import { FilterIcon, LinkIcon } from '../shell/icons.tsx';
import { useView } from '../view.ts';
import { CurrencyNote } from './currency-note.tsx';
import styles from './filter-bar.module.css';
import { Filters } from './filters.tsx';

const FiltersDrawer = lazy(() => import('./filters-drawer.tsx').then(({ FiltersDrawer: it }) => ({ default: it })));

/** The one bar of filters: sticky, all of it in the address, for the whole page. On a phone it folds into one button. */
export function FilterBar() {
  const say = useWords(frameWords);
  const format = useFormat();
  const { view } = useView();
  const [opened, setOpened] = useState(false);
  const [copied, setCopied] = useState(false);
  const isNarrow = useMedia('(max-width: 959px)');
  const count = Object.keys(view).length;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(window.location.href);
    setCopied(true);
    announce(say('shared'));
    setTimeout(() => setCopied(false), 2500);
  };
  const share = (
    <PushButton className={styles.share} title={say('share')} onClick={() => void copy()}>
      <LinkIcon /> <span data-told={copied || undefined}>{copied ? say('shared') : say('share')}</span>
    </PushButton>
  );
  return (
    <search id="filters" tabIndex={-1} className={styles.bar} aria-label={say('filters')}>
      {isNarrow ? (
        <>
          <PushButton aria-expanded={opened} onClick={() => setOpened(true)}>
            <FilterIcon /> {view.to ? `${say('to')} ${format.day(view.to)}` : say('periodAuto')}
            {count > 0 && <b className={styles.count}>{count}</b>}
          </PushButton>
          <span className={styles.gap} />
          {share}
          <Suspense>{opened && <FiltersDrawer onClose={() => setOpened(false)} />}</Suspense>
        </>
      ) : (
        <>
          <Filters />
          <span className={styles.gap} />
          {share}
        </>
      )}
      <CurrencyNote />
    </search>
  );
}
