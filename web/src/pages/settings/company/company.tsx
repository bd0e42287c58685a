import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useOperation } from '../../../api/use-operation.ts';
import { useMay } from '../../../api/use-session.ts';
import { Skeleton, TroubleNotice } from '../../../parts/state-notice/state-notice.tsx';
import { useWords } from '../../../words/language.ts';
import { settingsWords } from '../../../words/settings.ts';
import styles from '../settings-page.module.css';
import { Calendar } from './calendar.tsx';
import { Customers } from './customers.tsx';
import { Holidays } from './holidays.tsx';
import { Hours } from './hours.tsx';
import { Identity } from './identity.tsx';

/** Who the company is, and what a day, a week, a year mean there. Each section saves itself. */
export function Company() {
  const say = useWords(settingsWords);
  const may = useMay('settings.write');
  const { data, error, refetch } = useOperation('settings', {});
  const [version, setVersion] = useState(0);
  if (!data) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={720} />;
  const anew = (): void => void refetch().then(() => setVersion((before) => before + 1));
  return (
    <div className={styles.parts} key={version}>
      <p className={styles.help}>{may ? <Link to="/start">{say('start')}</Link> : say('readOnly')}</p>
      <Identity settings={data} disabled={!may} onAnew={anew} />
      <Calendar settings={data} disabled={!may} onAnew={anew} />
      <Hours settings={data} disabled={!may} onAnew={anew} />
      <Holidays settings={data} disabled={!may} onAnew={anew} />
      <Customers settings={data} disabled={!may} onAnew={anew} />
    </div>
  );
}
