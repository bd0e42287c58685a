import type { ReactNode } from 'react';
import styles from './head.module.css';

/** What a part of the page says first. */
export function Head({ title, children }: { readonly title: ReactNode; readonly children?: ReactNode }) {
  return (
    <header className={styles.head}>
      <h1>{title}</h1>
      {children && <p>{children}</p>}
    </header>
  );
}
