import { Link } from '@tanstack/react-router';
import { type PageEntry, pages } from '../../pages/list.ts';
import { frameWords } from '../../words/frame.ts';
import { useWords } from '../../words/language.ts';
import styles from './shell.module.css';

/** The sections. The list of pages is theirs; the KPI page belongs to the catalogue. */
export function Navigation() {
  const say = useWords(frameWords);
  const items = (place: PageEntry['place']) =>
    pages
      .filter((page) => page.place === place)
      .map(({ path, name }) => (
        <li key={path}>
          <Link to={path} className={styles.item} activeOptions={{ exact: path === '/', includeSearch: false }}>
            {say(name)}
          </Link>
        </li>
      ));
  return (
    <nav aria-label={say('sections')} className={styles.nav}>
      <ul>{items('main')}</ul>
      <ul className={styles.second}>{items('foot')}</ul>
    </nav>
  );
}
