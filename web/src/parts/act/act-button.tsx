import { lazy, Suspense, useState } from 'react';
import { useMay } from '../../api/use-session.ts';
import { actionsWords } from '../../words/actions.ts';
import { useWords } from '../../words/language.ts';
import { PushButton } from '../push-button/push-button.tsx';
import type { ActAbout } from './act-about.ts';
import styles from './act-button.module.css';

const ActDialog = lazy(() => import('./act-dialog.tsx').then(({ ActDialog: it }) => ({ default: it })));

interface Props {
  readonly about: ActAbout;
  readonly label?: string;
  /** Where many buttons bear one label: what this one does. */
  readonly name?: string;
  readonly look?: 'plain' | 'strong' | 'quiet';
}

/** Makes an action about what stands on the page, without leaving it; for whoever may make one. */
export function ActButton({ about, label, name, look = 'plain' }: Props) {
  const say = useWords(actionsWords);
  const may = useMay('self');
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <PushButton
        look={look}
        className={look === 'quiet' ? `${styles.button} ${styles.quiet}` : styles.button}
        aria-haspopup="dialog"
        aria-label={name}
        onClick={() => setOpen(true)}
      >
        {label ?? say('act')}
      </PushButton>
      {open && (
        <Suspense fallback={null}>
          <ActDialog about={about} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
