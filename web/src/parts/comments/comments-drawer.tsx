import { Drawer } from '@mantine/core';
import { useEffect, useState } from 'react';
import { conversationWords } from '../../words/conversation.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import { type Cell, Comments, type SaidOf } from './comments.tsx';

interface Props {
  readonly name: string;
  readonly about: SaidOf;
  readonly cells: readonly Cell[];
  readonly onClose: () => void;
}

/** What people said about the figure of a card, beside the page that it stands on. */
export function CommentsDrawer({ name, about, cells, onClose }: Props) {
  const say = useWords(conversationWords);
  const parts = useWords(partsWords);
  // It is taken away when it is closed: whoever opened it has the focus again.
  const [opener] = useState(() => document.activeElement);
  useEffect(() => () => (opener instanceof HTMLElement ? opener.focus() : undefined), [opener]);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(560px, 100%)"
      title={say('commentsOn', { name })}
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': parts('close') }}
    >
      <Comments about={about} cells={cells} />
    </Drawer>
  );
}
