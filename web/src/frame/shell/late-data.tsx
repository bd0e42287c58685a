import { Link } from '@tanstack/react-router';
import { useCompany } from '../../api/use-company.ts';
import { useMay, useSession } from '../../api/use-session.ts';
import { useFormat } from '../../words/format.ts';
import { frameWords } from '../../words/frame.ts';
import { useWords } from '../../words/language.ts';
import { useView } from '../view.ts';
import { daysLate } from './late.ts';
import styles from './shell.module.css';

/** Above every page, once the data are old: nobody decides on figures of long ago without being told. Not where another day was asked for. */
export function LateData() {
  const say = useWords(frameWords);
  const format = useFormat();
  const { sample } = useSession();
  const mayRead = useMay('data.read');
  const { last_day, timezone } = useCompany();
  const { view } = useView();
  const days = sample || view.asOf !== undefined || view.to !== undefined ? 0 : daysLate(last_day, new Date(), timezone);
  if (days === 0 || last_day === null) return null;
  return (
    <section className={styles.late} aria-label={say('late')}>
      <b>{say('late')}</b> {say('lateHelp', { day: format.day(last_day), days: format.number(days, 0) })}{' '}
      {mayRead && <Link to="/data">{say('lateGo')}</Link>}
    </section>
  );
}
