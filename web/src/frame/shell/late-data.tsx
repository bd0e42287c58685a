import { Link } from '@tanstack/react-router';
import { useCompany } from '../../api/use-company.ts';
import { useMay } from '../../api/use-session.ts';
import { useDaysLate } from '../../parts/trust/use-days-late.ts';
import { useFormat } from '../../words/format.ts';
import { frameWords } from '../../words/frame.ts';
import { useWords } from '../../words/language.ts';
import styles from './shell.module.css';

/** Above every page, once the data are old: nobody decides on figures of long ago without being told. Not where another day was asked for. */
export function LateData() {
  const say = useWords(frameWords);
  const format = useFormat();
  const mayRead = useMay('data.read');
  const { last_day } = useCompany();
  const days = useDaysLate(last_day);
  if (days === 0 || last_day === null) return null;
  return (
    <section className={styles.late} aria-label={say('late')}>
      <b>{say('late')}</b> {say('lateHelp', { day: format.day(last_day), age: format.age(days) })}{' '}
      {mayRead && <Link to="/data">{say('lateGo')}</Link>}
    </section>
  );
}
