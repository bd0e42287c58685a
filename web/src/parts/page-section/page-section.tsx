import { type ReactNode, useId } from 'react';
import styles from './page-section.module.css';

interface Props {
  readonly title: ReactNode;
  /** In small beside the title: the period, a count. */
  readonly note?: ReactNode;
  /** What can be done with the whole section, at the right of its title. */
  readonly actions?: ReactNode;
  readonly id?: string;
  /** `sheet`: on a sheet with its dark edge; `bare`: on the desk. */
  readonly look?: 'sheet' | 'bare';
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A part of a page under its own heading. */
export function PageSection({ title, note, actions, id, look = 'sheet', className, children }: Props) {
  const own = useId();
  return (
    <section id={id} aria-labelledby={own} className={[styles.section, styles[look], className].filter(Boolean).join(' ')}>
      <div className={styles.head}>
        <h2 id={own}>{title}</h2>
        {note && <small>{note}</small>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
