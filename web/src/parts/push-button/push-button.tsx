import type { ComponentPropsWithRef } from 'react';
import styles from './push-button.module.css';

interface Props extends ComponentPropsWithRef<'button'> {
  /** `plain`: a hairline box; `strong`: the one thing to do here; `quiet`: no box, an icon or a word among others. */
  readonly look?: 'plain' | 'strong' | 'quiet';
}

/** A button. 32 px high, 24 at least where it is quiet. */
export function PushButton({ look = 'plain', className, type = 'button', ...rest }: Props) {
  return <button type={type} className={[styles.button, styles[look], className].filter(Boolean).join(' ')} {...rest} />;
}
