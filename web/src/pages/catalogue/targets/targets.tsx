import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useOperation } from '../../../api/use-operation.ts';
import { useMay } from '../../../api/use-session.ts';
import { Choice } from '../../../parts/choice/choice.tsx';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { EmptyNotice, Skeleton, TroubleNotice, Updating } from '../../../parts/state-notice/state-notice.tsx';
import { useLanguage, useWords } from '../../../words/language.ts';
import { targetsWords } from '../../../words/targets.ts';
import { Head } from '../head.tsx';
import { SetTarget } from './set-target.tsx';
import { TargetRow } from './target-row.tsx';
import styles from './targets.module.css';

/** Every target under the objective it serves, how it stands, and a form for another. */
export function Targets() {
  const say = useWords(targetsWords);
  const { language } = useLanguage();
  const may = useMay('catalogue.write');
  const [scopes, setScopes] = useState<'company' | 'all'>('company');
  const [setting, setSetting] = useState(false);
  const { data, error, isPlaceholderData, refetch } = useOperation('targets', { scopes, language });
  if (!data) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={480} />;
  const isEmpty = data.targets.length === 0;
  return (
    <Updating active={isPlaceholderData}>
      <Head title={data.says} />
      <div className={styles.bar}>
        <Choice
          label={say('whose')}
          value={scopes}
          options={[
            { value: 'company', label: say('company') },
            { value: 'all', label: say('all') },
          ]}
          onChange={setScopes}
        />
        {may && !setting && (
          <PushButton look="strong" onClick={() => setSetting(true)}>
            {say('add')}
          </PushButton>
        )}
      </div>
      {may && setting && <SetTarget onClose={() => setSetting(false)} />}
      {isEmpty && !setting && <EmptyNotice is="notConfigured">{say('none')}</EmptyNotice>}
      <div className={styles.branches}>
        {data.objectives.map((branch) => (
          <PageSection key={branch.objective ?? ''} title={branch.name ?? say('noObjective')} note={say(`standing_${branch.standing}`)}>
            <ul className={styles.list}>
              {branch.targets.flatMap((place) => {
                const target = data.targets[place];
                return target ? [<TargetRow key={`${target.source} ${target.id}`} target={target} mayRemove={may} />] : [];
              })}
            </ul>
          </PageSection>
        ))}
      </div>
      {data.unheld.length > 0 && (
        <PageSection title={say('unheld')}>
          <ul className={styles.unheld}>
            {data.unheld.map(({ kpi, scope, reason }) => (
              <li key={`${kpi} ${scope}`}>
                <b>{kpi}</b>
                {scope !== null && ` (${scope})`}: {say(`unheld_${reason}`)}
              </li>
            ))}
          </ul>
        </PageSection>
      )}
      <p className={styles.sheet}>
        <Link to="/data/import">{say('fromSheet')}</Link>
      </p>
    </Updating>
  );
}
