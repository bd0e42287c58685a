import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { actionsWords } from '../../words/actions.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import type { ActAbout } from './act-about.ts';
import { ActForm } from './act-form.tsx';

/** The form of an action above the page that it was asked from. */
export function ActDialog({ about, onClose }: { readonly about: ActAbout; readonly onClose: () => void }) {
  const say = useWords(actionsWords);
  const parts = useWords(partsWords);
  // It is taken away when it is closed: whoever opened it has the focus again.
  const [opener] = useState(() => document.activeElement);
  useEffect(() => () => (opener instanceof HTMLElement ? opener.focus() : undefined), [opener]);
  return (
    <Modal opened onClose={onClose} title={say('new')} size="min(720px, 100%)" closeButtonProps={{ 'aria-label': parts('close') }}>
      <ActForm about={about} onClose={onClose} />
    </Modal>
  );
}
