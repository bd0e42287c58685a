import { useAnswers } from '../../api/use-company.ts';
import { useOperation } from '../../api/use-operation.ts';
import { conditionsOf } from '../../frame/conditions.ts';
import { useView } from '../../frame/view.ts';
import { Delta } from '../../parts/delta/delta.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { MissingNotice } from '../../parts/state-notice/missing-notice.tsx';
import { Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { serviceWords } from '../../words/service.ts';
import styles from './service-page.module.css';

const figures = ['open', 'overdue', 'old'] as const;

/** The cases that wait today: how many, how many late, how many for long; beside the end of the month before. */
export function OpenNow() {
  const say = useWords(serviceWords);
  const format = useFormat();
  const { view } = useView();
  const answers = useAnswers('open_tickets');
  const { data, error, refetch } = useOperation(
    'open_tickets',
    {
      where: conditionsOf(view),
      ...(view.to ? { at: view.to } : {}),
      ...(view.asOf ? { asOf: view.asOf } : {}),
    },
    { enabled: answers === true },
  );
  if (answers === false) return <MissingNotice fields={['ticket.opened_at']} />;
  if (error && !data) return <TroubleNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={130} />;
  const { now, before } = data;
  return (
    <PageSection title={say('now', { day: format.day(now.day) })}>
      <dl className={styles.now}>
        {figures.map((name) => {
          const [value, was] = [now[name], before[name]];
          const change = value === null || was === null ? null : value - was;
          return (
            <div key={name}>
              <dt>{say(name)}</dt>
              <dd className={styles.figure}>{value === null ? '–' : format.number(value, 0)}</dd>
              <dd className={styles.change}>
                {value === null ? (
                  say('noDue')
                ) : (
                  <Delta
                    compared={{ value: was, change, relative: change === null || !was ? null : change / was }}
                    unit="count"
                    base={format.day(before.day)}
                  />
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </PageSection>
  );
}
