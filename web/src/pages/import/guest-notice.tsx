import { Link } from '@tanstack/react-router';
import { importWords } from '../../words/import.ts';
import { useWords } from '../../words/language.ts';
import styles from './import-page.module.css';

/** Why the sample company's guest cannot import, and how to have a workspace of one's own. */
export function GuestNotice() {
  const say = useWords(importWords);
  return (
    <section className={styles.guest}>
      <h2>{say('guestTitle')}</h2>
      <p>{say('guestWhy')}</p>
      <p>{say('guestOwn')}</p>
      <pre>
        <code>{'bin/cuadro init --data ./mi-empresa\nbin/cuadro serve --data ./mi-empresa'}</code>
      </pre>
      <p>{say('guestLink')}</p>
      <p>
        {say('guestHere')} <Link to="/sign-in">{say('signIn')}</Link>
      </p>
    </section>
  );
}
