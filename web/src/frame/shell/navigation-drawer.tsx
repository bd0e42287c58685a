import { Drawer } from '@mantine/core';
import { frameWords } from '../../words/frame.ts';
import { useWords } from '../../words/language.ts';
import { UserMenu } from '../user-menu/user-menu.tsx';
import { Navigation } from './navigation.tsx';

/** The sections, where there is no room beside the page. */
export function NavigationDrawer({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(frameWords);
  return (
    <Drawer opened onClose={onClose} title="Cuadro" size={280} closeButtonProps={{ 'aria-label': say('close') }}>
      <Navigation />
      <UserMenu />
    </Drawer>
  );
}
