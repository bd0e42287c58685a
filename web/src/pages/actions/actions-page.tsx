import { Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useMay } from '../../api/use-session.ts';
import { useAddress } from '../../frame/address.ts';
import { Skeleton } from '../../parts/state-notice/state-notice.tsx';
import { actionsWords } from '../../words/actions.ts';
import { useWords } from '../../words/language.ts';
import styles from './actions-page.module.css';
import { ActionList } from './list.tsx';

const LostRecords = lazy(() => import('./lost.tsx').then(({ LostRecords: it }) => ({ default: it })));
const Plays = lazy(() => import('./plays.tsx').then(({ Plays: it }) => ({ default: it })));

const tabs = ['list', 'lost', 'plays'] as const;

/** What is being done, what was lost and can be taken up, what can be done. */
export function Page() {
  const say = useWords(actionsWords);
  const { address, go } = useAddress(['tab']);
  const mayRecords = useMay('records.read');
  const shown = tabs.filter((one) => one !== 'lost' || mayRecords);
  const tab = shown.find((one) => one === address.tab) ?? 'list';
  return (
    <Tabs value={tab} onChange={(next) => go({ tab: next === 'list' || next === null ? '' : next })} keepMounted={false}>
      <Tabs.List className={styles.tabs} aria-label={say('tabs')}>
        {shown.map((one) => (
          <Tabs.Tab key={one} value={one} className={styles.tab}>
            {say(`tab_${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={tab} className={styles.panel}>
        <Suspense fallback={<Skeleton height={480} />}>
          {tab === 'list' && <ActionList />}
          {tab === 'lost' && <LostRecords />}
          {tab === 'plays' && <Plays />}
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  );
}
