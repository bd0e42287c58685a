import { Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useAddress } from '../../frame/address.ts';
import { Skeleton } from '../../parts/state-notice/state-notice.tsx';
import { alertsWords } from '../../words/alerts.ts';
import { useWords } from '../../words/language.ts';
import styles from './alerts-page.module.css';
import { AlertList } from './list/alert-list.tsx';

const AlertDrawer = lazy(() => import('./one/alert-drawer.tsx').then(({ AlertDrawer: it }) => ({ default: it })));
const Rules = lazy(() => import('./rules/rules.tsx').then(({ Rules: it }) => ({ default: it })));

const tabs = ['alerts', 'rules'] as const;

/** What has fired and how it stands; the rules that watch, and a sentence to make another. */
export function Page() {
  const say = useWords(alertsWords);
  const { address, go, shut } = useAddress(['tab', 'alert', 'kpi', 'scope', 'rule']);
  const tab = tabs.find((one) => one === address.tab) ?? 'alerts';
  return (
    <>
      <Tabs value={tab} onChange={(next) => go({ tab: next === 'rules' ? next : '', kpi: '', scope: '', rule: '' })} keepMounted={false}>
        <Tabs.List className={styles.tabs} aria-label={say('tabs')}>
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one} className={styles.tab}>
              {say(`tab_${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} className={styles.panel}>
          {tab === 'alerts' ? (
            <AlertList onOpen={(alert) => go({ alert })} />
          ) : (
            <Suspense fallback={<Skeleton height={480} />}>
              <Rules />
            </Suspense>
          )}
        </Tabs.Panel>
      </Tabs>
      {address.alert !== '' && (
        <Suspense fallback={null}>
          <AlertDrawer id={address.alert} onClose={() => shut({ alert: '' })} />
        </Suspense>
      )}
    </>
  );
}
