import { Menu } from '@mantine/core';
import { cloneElement, useState } from 'react';
import type { MenuProps } from './menu-button.tsx';
import type { Opened } from './on-demand.tsx';
import { useOpened } from './use-opened.ts';

export function OpenedMenu({ button, entries, position = 'bottom-end', width }: MenuProps & Opened) {
  const [opened, setOpened] = useState(false);
  const ref = useOpened(() => setOpened(true));
  return (
    <Menu opened={opened} onChange={setOpened} position={position} {...(width === undefined ? {} : { width })}>
      <Menu.Target>{cloneElement(button, { ref })}</Menu.Target>
      <Menu.Dropdown>
        {entries.map((entry, at) => {
          // Entries of a menu stay where they are.
          if (entry === 'rule') return <Menu.Divider key={`rule ${entries.slice(0, at).filter((one) => one === 'rule').length}`} />;
          if ('heading' in entry) return <Menu.Label key={entry.heading}>{entry.heading}</Menu.Label>;
          return (
            <Menu.Item key={entry.label} lang={entry.lang} aria-current={entry.current} onClick={entry.onClick}>
              {entry.label}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
