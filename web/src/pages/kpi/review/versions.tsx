import { useState } from 'react';
import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { ChartFrame } from '../../../parts/chart-frame/chart-frame.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { Skeleton, TroubleNotice } from '../../../parts/state-notice/state-notice.tsx';
import { eventsWords } from '../../../words/events.ts';
import { useFormat } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { reviewsWords } from '../../../words/reviews.ts';
import type { KpiWhole } from '../kpi-page.tsx';
import styles from './owned.module.css';

type Version = OperationOutput<'kpi_versions'>['versions'][number];

/** The definitions that a KPI has had, each to be computed beside today's. */
export function Versions({ kpi }: { readonly kpi: KpiWhole }) {
  const say = useWords(reviewsWords);
  const sayChange = useWords(eventsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const { data } = useOperation('kpi_versions', { kpi: kpi.id, language });
  const [against, setAgainst] = useState<string | null>(null);
  if (!data || data.versions.length < 2) return null;
  const chosen = data.versions.find(({ id }) => id === against);
  return (
    <>
      <dt>{say('history')}</dt>
      <dd>
        <ul className={styles.versions}>
          {data.versions.map((version) => (
            <li key={version.id}>
              {say('version', { number: version.number, day: format.day(version.from) })}{' '}
              <span className={styles.changes}>
                {version.changes
                  .map(({ what, name, before, after }) => sayChange(`change_${what}`, { name: name ?? '', before, after }))
                  .join(' · ')}
              </span>{' '}
              {version.back_cast && (
                <PushButton look="quiet" onClick={() => setAgainst(against === version.id ? null : version.id)}>
                  {say(against === version.id ? 'hide' : 'compare')}
                </PushButton>
              )}
            </li>
          ))}
        </ul>
        <p className={styles.changes}>{say('watched', { day: format.day(data.watched_since) })}</p>
        {chosen && <SideBySide kpi={kpi} version={chosen} />}
      </dd>
    </>
  );
}

/** The same periods by a version of then and by today's. */
function SideBySide({ kpi, version }: { readonly kpi: KpiWhole; readonly version: Version }) {
  const say = useWords(reviewsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const { data, error, refetch } = useOperation('kpi_versions', { kpi: kpi.id, against: version.id, language });
  if (error && !data) return <TroubleNotice error={error} onRetry={() => void refetch()} />;
  if (!data?.compared) return <Skeleton height={160} />;
  const { now, before } = data.compared;
  const rows = now.map((cell) => ({
    period: format.period(cell.period, kpi.grain),
    before: before.find(({ period }) => period.start === cell.period.start)?.value ?? null,
    now: cell.value,
  }));
  const differing = rows.filter((row) => row.before !== row.now).length;
  const write = (value: number | null): string => (value === null ? '–' : format.column(value, kpi.unit));
  const columns = [say('period'), say('before', { number: version.number }), say('now')];
  return (
    <ChartFrame
      title={say('compared', { kpi: kpi.name, day: format.day(version.from) })}
      sentence={differing === 0 ? say('comparedSays_zero') : say('comparedSays', { count: differing })}
      table={{
        columns: [say('period'), ...columns.slice(1).map((label) => ({ label, kind: kpi.unit }))],
        rows: rows.map((row) => [row.period, row.before, row.now]),
      }}
    >
      <table>
        <thead>
          <tr>
            {columns.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.period}>
              <th scope="row">{row.period}</th>
              <td>{write(row.before)}</td>
              <td>{write(row.now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ChartFrame>
  );
}
