import type { ReactNode } from 'react';
import styles from './item-list.module.css';

/** Things with what is known of each and what can be done with it: people, keys, sessions. Reflows on a phone. */
export function ItemList({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
    </ul>
  );
}

interface ItemProps {
  readonly title: ReactNode;
  /** Short, beside the title: what sets it apart. */
  readonly tags?: readonly string[];
  /** Below the title, between dots. */
  readonly facts?: readonly (string | null)[];
  readonly actions?: ReactNode;
  /** What opens below it. */
  readonly children?: ReactNode;
}

export function Item({ title, tags = [], facts = [], actions, children }: ItemProps) {
  return (
    <li className={styles.item}>
      <div className={styles.row}>
        <div className={styles.text}>
          <p className={styles.title}>
            {title}
            {tags.map((tag) => (
              <small key={tag} className={styles.tag}>
                {tag}
              </small>
            ))}
          </p>
          <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </li>
  );
}
