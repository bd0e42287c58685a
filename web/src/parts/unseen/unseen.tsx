import type { HTMLAttributes } from 'react';
import styles from './unseen.module.css';

interface Props extends HTMLAttributes<HTMLElement> {
  readonly as?: 'span' | 'h2';
}

/** Words for whoever has the page read aloud; nobody sees them. */
export const Unseen = ({ as: As = 'span', ...rest }: Props) => <As className={styles.unseen} {...rest} />;
