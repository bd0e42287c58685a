import { lazy, Suspense, useState } from 'react';
import { useMay } from '../../api/use-session.ts';
import { actionsWords } from '../../words/actions.ts';
import { useWords } from '../../words/language.ts';
import { PushButton } from '../push-button/push-button.tsx';
import type { ActAbout } from './act-about.ts';

const ActDialog = lazy(() => import('./act-dialog.tsx').then(({ ActDialog: it }) => ({ default: it })));

interface Props {
  readonly about: ActAbout;
  readonly label?: string;
  readonly look?: 'plain' | 'strong';
}

/** Makes an action about what stands on the page, without leaving it; for whoever may make one. */
export function ActButton({ about, label, look = 'plain' }: Props) {
  const say = useWords(actionsWords);
  const may = useMay('self');
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <PushButton look={look} aria-haspopup="dialog" onClick={() => setOpen(true)}>
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
