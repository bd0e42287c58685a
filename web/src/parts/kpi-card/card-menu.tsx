import { Menu } from '@mantine/core';
import { memo } from 'react';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import styles from './kpi-card.module.css';

/** ⋯ of a card. Apart from it, for it stays as it is when the figures change. */
export const CardMenu = memo(function CardMenu({ id, name }: { readonly id: string; readonly name: string }) {
  const say = useWords(partsWords);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={styles.more} aria-label={`${say('more')}: ${name}`}>
          ⋯
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void navigator.clipboard.writeText(`${window.location.origin}/kpis/${id}${window.location.search}`)}>
          {say('copyLink')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
});
