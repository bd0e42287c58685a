import { Link } from '@tanstack/react-router';
import { useOperation } from '../../api/use-operation.ts';
import { useMay, useToldIn } from '../../api/use-session.ts';
import { scopeName } from '../../frame/scope-of.ts';
import { useView } from '../../frame/view.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { EmptyNotice, Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useLanguage, useWords } from '../../words/language.ts';
import { peopleWords } from '../../words/people.ts';
import { TargetRow } from '../catalogue/targets/target-row.tsx';
import rows from '../catalogue/targets/targets.module.css';
import styles from './team-goals.module.css';

const ofTeam = 'owner.team=';

/** What the teams aim at and how they stand, of the team that the page is about or of all; nothing of persons. */
export function TeamGoals() {
  const say = useWords(peopleWords);
  const { language } = useLanguage();
  const may = useMay('catalogue.write');
  const { view } = useView();
  const team = view.owner?.startsWith('team:') ? view.owner.slice('team:'.length) : null;
  const { data, error, refetch } = useOperation('targets', {
    scopes: 'all',
    ...(team === null ? {} : { scope: `${ofTeam}${team}` }),
    ...(view.to ? { to: view.to } : {}),
    language,
    ...useToldIn(),
  });
  const teams = [
    ...Map.groupBy(data?.targets.filter(({ scope }) => scope?.startsWith(ofTeam)) ?? [], ({ scope }) => scopeName(scope ?? '')),
  ];
  return (
    <PageSection
      title={say('goals')}
      id="goals"
      actions={teams.map(([name]) => (
        <Link key={name} className={styles.wall} to="/tv" search={() => ({ board: `goals:${name}` }) as never}>
          {teams.length === 1 ? say('goalsWall') : say('goalsWallOf', { team: name })}
        </Link>
      ))}
    >
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={160} />}
      {data && teams.length === 0 && (
        <EmptyNotice
          is="notConfigured"
          action={
            may && (
              <Link to="/kpis" search={() => ({ tab: 'targets' }) as never}>
                {say('goalsSet')}
              </Link>
            )
          }
        >
          {team === null ? say('goalsNone') : say('goalsNoneOf', { team })}
        </EmptyNotice>
      )}
      {teams.length > 0 && (
        <ul className={rows.list}>
          {teams.flatMap(([, targets]) =>
            targets.map((target) => <TargetRow key={`${target.source} ${target.id}`} target={target} mayRemove={false} />),
          )}
        </ul>
      )}
    </PageSection>
  );
}
