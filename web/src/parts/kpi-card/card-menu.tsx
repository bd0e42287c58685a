import { memo } from 'react';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import { MenuButton } from '../on-demand/menu-button.tsx';
import styles from './kpi-card.module.css';

/** ⋯ of a card. Apart from it, for it stays as it is when the figures change. */
export const CardMenu = memo(function CardMenu({ id, name }: { readonly id: string; readonly name: string }) {
  const say = useWords(partsWords);
  const copy = (): void => void navigator.clipboard.writeText(`${window.location.origin}/kpis/${id}${window.location.search}`);
  return (
    <MenuButton
      button={
        <button type="button" className={styles.more} aria-label={`${say('more')}: ${name}`}>
          ⋯
        </button>
      }
      entries={[{ label: say('copyLink'), onClick: copy }]}
    />
  );
});
