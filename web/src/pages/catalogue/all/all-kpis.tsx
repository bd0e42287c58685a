import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useOperation } from '../../../api/use-operation.ts';
import { useAddress } from '../../../frame/address.ts';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { EmptyNotice, Skeleton, TroubleNotice, Updating } from '../../../parts/state-notice/state-notice.tsx';
import { areaWords } from '../../../words/areas.ts';
import { catalogueWords } from '../../../words/catalogue.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { tagWords } from '../../../words/tags.ts';
import { Head } from '../head.tsx';
import styles from './all-kpis.module.css';
import { Filters } from './filters.tsx';
import { KpiGroup } from './kpi-group.tsx';
import { type Kpi, shownKpis } from './shown-kpis.ts';

const bands = ['business', 'adoption', 'perception'] as const;

/** The catalogue: every KPI, whether it can be computed, and what is missing for it. */
export function AllKpis() {
  const say = useWords(catalogueWords);
  const area = useWords(areaWords);
  const tag = useWords(tagWords);
  const { language } = useLanguage();
  const { address, put } = useAddress(['q', 'group', 'area', 'tag', 'data', 'nature', 'timing']);
  const { data, error, isPlaceholderData, refetch } = useOperation('kpis', { language });
  const all: readonly Kpi[] = data?.kpis ?? [];
  const shown = useMemo(() => shownKpis(data?.kpis ?? [], address, tag), [data, address, tag]);
  if (error && !data) return <TroubleNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={640} />;
  const groups: readonly (readonly [string, string, readonly Kpi[]])[] =
    address.group === 'tag'
      ? [
          ...[...new Set(all.flatMap(({ tags }) => tags))].map(
            (one) => [one, tag(one), shown.filter(({ tags }) => tags.includes(one))] as const,
          ),
          ['untagged', say('untagged'), shown.filter(({ tags }) => tags.length === 0)] as const,
        ]
      : address.group === 'band'
        ? bands.map((one) => [one, say(`band_${one}`), shown.filter(({ band }) => band === one)] as const)
        : [...new Set(all.map((kpi) => kpi.area))].map((one) => [one, area(one), shown.filter((kpi) => kpi.area === one)] as const);
  const filled = groups.filter(([, , some]) => some.length > 0);
  const computable = all.filter((kpi) => kpi.computable).length;
  return (
    <Updating active={isPlaceholderData}>
      <Head title={say(computable === all.length ? 'titleAll' : 'title', { computable, all: all.length })}>
        {say(computable === all.length ? 'leadAll' : 'lead')}{' '}
        {computable < all.length && (
          <Link to="/data" className={styles.import}>
            {say('import')}
          </Link>
        )}
      </Head>
      <Filters kpis={all} sought={address} group={address.group} onChange={put} />
      <p className={styles.count} role="status">
        {shown.length < all.length && say('found', { count: shown.length })}
      </p>
      {filled.length > 1 && (
        <nav className={styles.jump} aria-label={say('jump')}>
          {filled.map(([id, name, some]) => (
            <a key={id} href={`#${id}`}>
              {name} <small>{some.length}</small>
            </a>
          ))}
        </nav>
      )}
      {shown.length === 0 && (
        <EmptyNotice
          is="noMatch"
          action={
            <PushButton onClick={() => put({ q: '', area: '', tag: '', data: '', nature: '', timing: '' })}>{say('clear')}</PushButton>
          }
        >
          {say('none')}
        </EmptyNotice>
      )}
      {filled.map(([id, name, some]) => (
        <KpiGroup key={id} id={id} name={name} kpis={some} />
      ))}
    </Updating>
  );
}
