import { Link } from '@tanstack/react-router';
import { useOperation } from '../../api/use-operation.ts';
import { useMay, useSession } from '../../api/use-session.ts';
import { EmptyNotice, Skeleton, TroubleNotice, Updating } from '../../parts/state-notice/state-notice.tsx';
import { dataWords } from '../../words/data.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { Batches } from './batches.tsx';
import { Coverage } from './coverage.tsx';
import styles from './data-page.module.css';
import { Health } from './health.tsx';
import { Jobs } from './jobs.tsx';
import { Sources } from './sources.tsx';

/** Where the data come from and up to when, what was loaded, how good they are, what is missing, what Cuadro does by itself. */
export function Page() {
  const say = useWords(dataWords);
  const format = useFormat();
  const mayRead = useMay('data.read');
  const mayWrite = useMay('data.write');
  // The guest of the sample company is told there how to import their own.
  const mayImport = useSession().kind === 'guest' || mayWrite;
  const { data, error, isPlaceholderData, refetch } = useOperation('check', {}, { enabled: mayRead });
  const title = (
    <header className={styles.head}>
      <h1>{say('title')}</h1>
      {mayImport && (
        <Link to="/data/import" className={styles.import}>
          {say('import')}
        </Link>
      )}
    </header>
  );
  if (!mayRead) {
    return (
      <>
        {title}
        <EmptyNotice is="noRights" />
      </>
    );
  }
  if (error && !data) {
    return (
      <>
        {title}
        <TroubleNotice error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (!data) {
    return (
      <>
        {title}
        <Skeleton height={720} />
      </>
    );
  }
  const rows = data.freshness.reduce((sum, one) => sum + one.rows, 0);
  const sources = new Set(data.freshness.map(({ source }) => source)).size;
  const days = data.freshness.flatMap(({ watermark }) => watermark ?? []).toSorted();
  const [earliest] = days;
  return (
    <Updating active={isPlaceholderData}>
      <div className={styles.page}>
        {title}
        {rows === 0 ? (
          <EmptyNotice is="noData" action={mayImport && <Link to="/data/import">{say('import')}</Link>}>
            {say('noneYet')}
          </EmptyNotice>
        ) : (
          <p className={styles.lead}>
            {earliest
              ? say('says', { count: sources, rows: format.number(rows, 0), day: format.momentDay(earliest) })
              : say('saysNoDay', { rows: format.number(rows, 0) })}
          </p>
        )}
        {rows > 0 && <Sources freshness={data.freshness} />}
        <Batches />
        {rows > 0 && <Health check={data} />}
        <Coverage kpis={data.kpis} />
        <Jobs />
      </div>
    </Updating>
  );
}
