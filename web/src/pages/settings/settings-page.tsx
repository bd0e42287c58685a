import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { type Session, useSession } from '../../api/use-session.ts';
import { useAddress } from '../../frame/address.ts';
import { EmptyNotice, Skeleton } from '../../parts/state-notice/state-notice.tsx';
import { useWords } from '../../words/language.ts';
import { settingsWords } from '../../words/settings.ts';
import styles from './settings-page.module.css';

const parts = {
  account: lazy(() => import('./account/account.tsx').then(({ Account: it }) => ({ default: it }))),
  notices: lazy(() => import('./notices/preferences.tsx').then(({ NoticePreferences: it }) => ({ default: it }))),
  company: lazy(() => import('./company/company.tsx').then(({ Company: it }) => ({ default: it }))),
  glossary: lazy(() => import('./glossary.tsx').then(({ Glossary: it }) => ({ default: it }))),
  people: lazy(() => import('./people/people.tsx').then(({ People: it }) => ({ default: it }))),
  keys: lazy(() => import('./keys.tsx').then(({ Keys: it }) => ({ default: it }))),
  channels: lazy(() => import('./notices/channels.tsx').then(({ Channels: it }) => ({ default: it }))),
  log: lazy(() => import('./log.tsx').then(({ Log: it }) => ({ default: it }))),
  backups: lazy(() => import('./backups.tsx').then(({ Backups: it }) => ({ default: it }))),
  installation: lazy(() => import('./installation.tsx').then(({ Installation: it }) => ({ default: it }))),
} as const;
type Tab = keyof typeof parts;
const tabs = Object.keys(parts) as readonly Tab[];

/** What each part takes; `person`: someone with an account of their own. */
const needs: Readonly<Record<Tab, Session['permissions'][number] | 'person'>> = {
  account: 'person',
  notices: 'person',
  company: 'kpi.read',
  glossary: 'kpi.read',
  people: 'people.read',
  keys: 'person',
  channels: 'settings.write',
  log: 'audit.read',
  backups: 'installation',
  installation: 'installation',
};

/** Company, words, people, keys, log, backups, the installation, and one's own account: a part for each, named in the address. */
export function Page() {
  const say = useWords(settingsWords);
  const session = useSession();
  const { address } = useAddress(['tab']);
  const isPerson = session.kind === 'user';
  const may = (tab: Tab): boolean => {
    const need = needs[tab];
    return need === 'person' ? isPerson : session.permissions.includes(need);
  };
  const tab = tabs.find((one) => one === address.tab) ?? (isPerson ? 'account' : 'company');
  const Part = parts[tab];
  return (
    <div className={styles.page}>
      <div className={styles.side}>
        <h1>{say('title')}</h1>
        <nav aria-label={say('sections')}>
          <ul className={styles.tabs}>
            {tabs.map((one) => (
              <li key={one}>
                <Link
                  to="/settings"
                  search={{ tab: one }}
                  aria-current={one === tab ? 'page' : undefined}
                  data-off={!may(one) || undefined}
                >
                  {say(`tab_${one}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <div className={styles.part}>
        {may(tab) ? (
          <Suspense fallback={<Skeleton height={480} />}>
            <Part />
          </Suspense>
        ) : (
          <EmptyNotice is="noRights" action={isPerson ? undefined : <Link to="/sign-in">{say('signIn')}</Link>}>
            {!isPerson && say(session.needsOwner ? 'needsOwner' : 'needsPerson')}
          </EmptyNotice>
        )}
      </div>
    </div>
  );
}
