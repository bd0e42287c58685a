import { Popover } from '@mantine/core';
import { cloneElement, useState } from 'react';
import type { Opened } from './on-demand.tsx';
import type { SheetProps } from './sheet-button.tsx';
import { useOpened } from './use-opened.ts';

export function OpenedSheet({ button, sheet, label, position = 'bottom-start', width, className }: SheetProps & Opened) {
  const [opened, setOpened] = useState(false);
  const ref = useOpened(() => setOpened(true));
  return (
    <Popover opened={opened} onChange={setOpened} position={position} trapFocus returnFocus {...(width === undefined ? {} : { width })}>
      <Popover.Target>{cloneElement(button, { ref, onClick: () => setOpened(!opened) })}</Popover.Target>
      <Popover.Dropdown aria-label={label} className={className}>
        {opened && sheet(() => setOpened(false))}
      </Popover.Dropdown>
    </Popover>
  );
}
