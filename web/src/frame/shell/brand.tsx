import { Link } from '@tanstack/react-router';
import styles from './shell.module.css';

export function Brand() {
  return (
    <Link to="/" className={styles.brand}>
      <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
        <path d="M1.5 1.5h19v19h-19z" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="M5 15l4-5 3 3 5-7" fill="none" stroke="var(--accent)" strokeWidth="2" />
      </svg>
      Cuadro
    </Link>
  );
}
