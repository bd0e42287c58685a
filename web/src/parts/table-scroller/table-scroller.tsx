import type { ReactNode } from 'react';
import styles from './table-scroller.module.css';

interface Props {
  /** Names what scrolls for whoever cannot see it. */
  readonly label: string;
  /** True: it also scrolls upwards, from some ten rows on. */
  readonly tall?: boolean;
  readonly children: ReactNode;
}

/** Keeps a wide or long table within its sheet: it scrolls, by keyboard too, and the page does not. */
export function TableScroller({ label, tall = false, children }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group, but of no form's fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <div role="group" aria-label={label} tabIndex={0} className={styles.scroller} data-tall={tall || undefined}>
      {children}
    </div>
  );
}
