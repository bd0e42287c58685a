import type { ReactNode } from 'react';
import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { useOperation, useWrite } from '../../api/use-operation.ts';
import { useMay } from '../../api/use-session.ts';
import { announce } from '../../parts/live-region/live-region.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { TableScroller } from '../../parts/table-scroller/table-scroller.tsx';
import { dataWords } from '../../words/data.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { readCron } from './cron-words.ts';
import styles from './data-page.module.css';

type Job = OperationOutput<'jobs'>['jobs'][number];

const latest = 20;

/** Kinds of work that have a name of their own. */
const jobKinds = ['backup', 'sweep', 'remember', 'evaluate', 'deliver', 'digest', 'remind'] as const;

/** What is planned, what was done, and what went wrong; to be done now, again, or not at all. */
export function Jobs() {
  const say = useWords(dataWords);
  const format = useFormat();
  const mayWrite = useMay('data.write');
  const { data, error, refetch } = useOperation('jobs', { limit: latest });
  const run = useWrite('run_job');
  const retry = useWrite('retry_job');
  const cancel = useWrite('cancel_job');
  const nameOf = (schedule: string): string => {
    const [kind = '', source = ''] = schedule.split(':');
    if (kind === 'refresh') return say('job_refresh', { source });
    const known = jobKinds.find((one) => one === kind);
    return known ? say(`job_${known}`) : schedule;
  };
  const everyOf = (cron: string): ReactNode => {
    const words = readCron(cron);
    if (words === null) return <code>{cron}</code>;
    if (words.kind === 'daily') return say('daily', { time: `${words.hour}:${String(words.minute).padStart(2, '0')}` });
    return say(words.kind, { count: words.count });
  };
  const trouble = run.error ?? retry.error ?? cancel.error;
  const problemOf = ({ error: last }: Job): string => (last === null ? '–' : last.code);
  const whoOf = ({ asked_by }: Job): string =>
    asked_by === 'local' || asked_by === 'system' || asked_by === 'schedule' || asked_by === 'notices' ? say(`who_${asked_by}`) : asked_by;
  return (
    <PageSection title={say('jobs')} note={data && say('jobsHelp', { zone: data.timezone })} id="jobs">
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {trouble && <TroubleNotice error={trouble} />}
      {!data && !error && <Skeleton height={160} />}
      {data && (
        <div className={styles.two}>
          <div>
            <h3>{say('planned')}</h3>
            <TableScroller label={say('planned')}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{say('task')}</th>
                    <th scope="col">{say('every')}</th>
                    <th scope="col">{say('next')}</th>
                    {mayWrite && (
                      <th scope="col">
                        <span className={styles.hidden}>{say('runNow')}</span>
                      </th>
                    )}
                  </tr>
                </thead>
                <tbody>
                  {data.schedules.map(({ name, every, next_at }) => (
                    <tr key={name}>
                      <th scope="row">{nameOf(name)}</th>
                      <td>{every === null ? say('onDemand') : everyOf(every)}</td>
                      <td className={styles.when}>{next_at === null ? '–' : format.moment(next_at)}</td>
                      {mayWrite && (
                        <td data-actions>
                          <PushButton
                            look="quiet"
                            disabled={run.isPending}
                            aria-label={say('runNowOf', { task: nameOf(name) })}
                            onClick={() =>
                              run.mutate({ schedule: name }, { onSuccess: () => announce(say('queued', { task: nameOf(name) })) })
                            }
                          >
                            {say('runNow')}
                          </PushButton>
                        </td>
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroller>
            <p className={styles.note}>{say('sourcesAdd')}</p>
          </div>
          <div>
            <h3>{say('history')}</h3>
            {data.jobs.length === 0 ? (
              <p className={styles.help}>{say('historyNone')}</p>
            ) : (
              <TableScroller label={say('history')} tall>
                <table className={styles.table}>
                  <thead>
                    <tr>
                      <th scope="col">{say('task')}</th>
                      <th scope="col">{say('state')}</th>
                      <th scope="col">{say('finished')}</th>
                      <th scope="col">{say('asked')}</th>
                      <th scope="col">{say('problem')}</th>
                      {mayWrite && (
                        <th scope="col">
                          <span className={styles.hidden}>{say('retry')}</span>
                        </th>
                      )}
                    </tr>
                  </thead>
                  <tbody>
                    {data.jobs.map((job) => (
                      <tr key={job.id}>
                        <th scope="row">{nameOf(job.schedule ?? job.kind)}</th>
                        <td className={job.state === 'failed' ? styles.bad : undefined}>{say(`state_${job.state}`)}</td>
                        <td className={styles.when}>{job.finished_at === null ? '–' : format.moment(job.finished_at)}</td>
                        <td>{whoOf(job)}</td>
                        <td>{problemOf(job)}</td>
                        {mayWrite && (
                          <td data-actions>
                            {job.state === 'failed' && (
                              <PushButton look="quiet" onClick={() => retry.mutate({ id: job.id })}>
                                {say('retry')}
                              </PushButton>
                            )}
                            {(job.state === 'waiting' || job.state === 'running') && (
                              <PushButton look="quiet" onClick={() => cancel.mutate({ id: job.id })}>
                                {say('cancel')}
                              </PushButton>
                            )}
                          </td>
                        )}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </TableScroller>
            )}
          </div>
        </div>
      )}
    </PageSection>
  );
}
