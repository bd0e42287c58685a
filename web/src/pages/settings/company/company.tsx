import { Link } from '@tanstack/react-router';
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
import { useSettings } from './use-settings-form.ts';

/** Who the company is, and what a day, a week, a year mean there. Each section saves itself. */
export function Company() {
  const say = useWords(settingsWords);
  const may = useMay('settings.write');
  const { settings, error, refetch, version, anew } = useSettings();
  if (!settings) return error ? <TroubleNotice error={error} onRetry={refetch} /> : <Skeleton height={720} />;
  return (
    <div className={styles.parts} key={version}>
      <p className={styles.help}>{may ? <Link to="/start">{say('start')}</Link> : say('readOnly')}</p>
      <Identity settings={settings} disabled={!may} onAnew={anew} />
      <Calendar settings={settings} disabled={!may} onAnew={anew} />
      <Hours settings={settings} disabled={!may} onAnew={anew} />
      <Holidays settings={settings} disabled={!may} onAnew={anew} />
      <Customers settings={settings} disabled={!may} onAnew={anew} />
    </div>
  );
}
