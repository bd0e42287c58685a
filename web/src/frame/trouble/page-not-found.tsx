import { Link } from '@tanstack/react-router';
import { frameWords } from '../../words/frame.ts';
import { useWords } from '../../words/language.ts';
import styles from './trouble.module.css';

export function PageNotFound() {
  const say = useWords(frameWords);
  return (
    <div className={styles.trouble}>
      <h1>{say('notFound')}</h1>
      <p className={styles.text}>{say('notFoundBody')}</p>
      <Link to="/">{say('toBoard')}</Link>
    </div>
  );
}
