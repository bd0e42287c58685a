import { Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useAddress } from '../../frame/address.ts';
import { Skeleton } from '../../parts/state-notice/state-notice.tsx';
import { catalogueWords } from '../../words/catalogue.ts';
import { useWords } from '../../words/language.ts';
import { AllKpis } from './all/all-kpis.tsx';
import styles from './catalogue-page.module.css';

const Goals = lazy(() => import('./goals/goals.tsx').then(({ Goals: it }) => ({ default: it })));
const Glossary = lazy(() => import('./glossary/glossary.tsx').then(({ Glossary: it }) => ({ default: it })));
const Targets = lazy(() => import('./targets/targets.tsx').then(({ Targets: it }) => ({ default: it })));
const Reviews = lazy(() => import('./reviews/reviews.tsx').then(({ Reviews: it }) => ({ default: it })));
const OwnKpis = lazy(() => import('./own/own-kpis.tsx').then(({ OwnKpis: it }) => ({ default: it })));

const tabs = ['all', 'goals', 'targets', 'reviews', 'glossary', 'own'] as const;

/** Every KPI there is, which to follow for a goal, what each should reach, what words mean, and KPIs of one's own. */
export function Page() {
  const say = useWords(catalogueWords);
  const { address, go } = useAddress(['tab']);
  const tab = tabs.find((one) => one === address.tab) ?? 'all';
  return (
    <Tabs value={tab} onChange={(next) => go({ tab: next === 'all' || next === null ? '' : next })} keepMounted={false}>
      <Tabs.List className={styles.tabs} aria-label={say('tabs')}>
        {tabs.map((one) => (
          <Tabs.Tab key={one} value={one} className={styles.tab}>
            {say(`tab_${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={tab} className={styles.panel}>
        <Suspense fallback={<Skeleton height={480} />}>
          {tab === 'all' && <AllKpis />}
          {tab === 'goals' && <Goals />}
          {tab === 'targets' && <Targets />}
          {tab === 'reviews' && <Reviews />}
          {tab === 'glossary' && <Glossary />}
          {tab === 'own' && <OwnKpis />}
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  );
}
