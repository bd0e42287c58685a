import { useMemo } from 'react';
import { useOperation } from '../../api/use-operation.ts';
import { conditionsOf } from '../../frame/conditions.ts';
import { useView } from '../../frame/view.ts';
import { ChartFrame } from '../../parts/chart-frame/chart-frame.tsx';
import { stretchOf } from '../../parts/kpi-section/stretch.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { EmptyNotice, Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { TableScroller } from '../../parts/table-scroller/table-scroller.tsx';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { leaderboardWords } from '../../words/leaderboard.ts';
import { Kudos } from './kudos.tsx';
import styles from './leaderboard.module.css';
import type { Role } from './outcomes.ts';

const jobs = { default: 'sales', service: 'service', marketing: 'marketing' } as const;
const months = 12;

/** People in the order of what they achieve, each with the places that chance leaves open; and thanks. */
export function Leaderboard({ role, end }: { readonly role: Role; readonly end: string }) {
  const say = useWords(leaderboardWords);
  const format = useFormat();
  const { language } = useLanguage();
  const { view } = useView();
  const where = useMemo(() => conditionsOf(view), [view]);
  const stretch = stretchOf(view, end, months);
  const { data, error, refetch } = useOperation('leaderboard', { job: jobs[role], ...stretch, where, language });
  const people = data?.people ?? [];
  const best = people.filter(({ verdict }) => verdict === 'above' || verdict === 'far_above').map(({ name }) => name);
  const rate = (value: number): string => format.column(value, 'rate');
  return (
    <div className={styles.two}>
      <PageSection title={say('title')} note={data?.period ? `${format.day(data.period.start)} – ${format.day(data.period.end)}` : null}>
        {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton height={320} />}
        {data && people.length === 0 && <EmptyNotice is="noData">{say('empty')}</EmptyNotice>}
        {data && people.length > 0 && (
          <ChartFrame
            title={data.name}
            sentence={best.length === 0 ? say('says_zero') : say('says', { count: best.length, list: format.list(best) })}
            table={{
              columns: [
                { label: say('place'), kind: 'count' },
                say('range'),
                say('person'),
                ...[say('adjusted'), say('from'), say('to')].map((label) => ({ label, kind: 'rate' })),
                { label: say('cases'), kind: 'count' },
                say('verdict'),
              ],
              rows: people.map((one) => [
                one.place,
                say('open', { best: one.best, worst: one.worst }),
                one.name,
                one.value,
                one.interval?.[0] ?? null,
                one.interval?.[1] ?? null,
                one.n,
                say(one.verdict ?? 'none'),
              ]),
            }}
          >
            <TableScroller label={say('title')}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{say('place')}</th>
                    <th scope="col">{say('range')}</th>
                    <th scope="col">{say('person')}</th>
                    <th scope="col">{say('adjusted')}</th>
                    <th scope="col">{say('cases')}</th>
                    <th scope="col">{say('verdict')}</th>
                  </tr>
                </thead>
                <tbody>
                  {people.map((one) => (
                    <tr key={one.name}>
                      <td>{one.place}</td>
                      <td>
                        {one.best === one.worst ? one.best : say('open', { best: one.best, worst: one.worst })}
                        <Places best={one.best} worst={one.worst} place={one.place} all={people.length} />
                      </td>
                      <th scope="row">{one.name}</th>
                      <td>
                        {rate(one.value)}
                        {one.interval && (
                          <small>{format.range([one.interval[0], one.interval[1]], (value) => format.value(value, 'rate'))}</small>
                        )}
                      </td>
                      <td>{format.number(one.n, 0)}</td>
                      <td>{say(one.verdict ?? 'none')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroller>
            <p className={styles.note}>{say('note')}</p>
          </ChartFrame>
        )}
      </PageSection>
      <Kudos kudos={data?.kudos ?? []} names={people.map(({ name }) => name)} />
    </div>
  );
}

/** The places that chance leaves open, on a line of all. */
function Places({
  best,
  worst,
  place,
  all,
}: {
  readonly best: number;
  readonly worst: number;
  readonly place: number;
  readonly all: number;
}) {
  const x = (at: number): number => (all <= 1 ? 50 : 4 + ((at - 1) * 92) / (all - 1));
  return (
    <svg className={styles.places} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <path d={`M${x(best)} 4H${x(worst)}`} />
      <rect x={x(place) - 2} y="1" width="4" height="6" />
    </svg>
  );
}
