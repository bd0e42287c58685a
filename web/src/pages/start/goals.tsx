import { Checkbox } from '@mantine/core';
import { useOperation } from '../../api/use-operation.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useLanguage, useWords } from '../../words/language.ts';
import { startWords } from '../../words/start.ts';
import styles from './start-page.module.css';

const most = 3;

interface Props {
  readonly chosen: readonly string[];
  readonly onChange: (goals: readonly string[]) => void;
}

/** Up to three of the goals that advice can be asked for. */
export function Goals({ chosen, onChange }: Props) {
  const say = useWords(startWords);
  const { language } = useLanguage();
  const { data, error, refetch } = useOperation('choices', { language });
  if (!data) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={320} />;
  const isFull = chosen.length >= most;
  return (
    <PageSection title={say('step_goals')} note={say('goalsChosen', { count: chosen.length })}>
      <p className={styles.why}>{say('goalsHelp')}</p>
      <fieldset className={styles.goals} aria-label={say('step_goals')}>
        {data.goals.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            disabled={isFull && !chosen.includes(id)}
            onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
        ))}
      </fieldset>
      <p role="status" className={styles.why}>
        {isFull && say('goalsFull')}
      </p>
    </PageSection>
  );
}
