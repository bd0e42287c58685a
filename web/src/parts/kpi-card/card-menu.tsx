import { useNavigate } from '@tanstack/react-router';
import { memo } from 'react';
import { useMay } from '../../api/use-session.ts';
import { conditionsOf } from '../../frame/conditions.ts';
import { scopeOf } from '../../frame/scope-of.ts';
import { readView } from '../../frame/view.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import { newAlert } from '../alert-link/new-alert.ts';
import { MenuButton } from '../on-demand/menu-button.tsx';
import styles from './kpi-card.module.css';

/** ⋯ of a card. Apart from it, for it stays as it is when the figures change. */
export const CardMenu = memo(function CardMenu({ id, name }: { readonly id: string; readonly name: string }) {
  const say = useWords(partsWords);
  const may = useMay('self');
  const navigate = useNavigate();
  // Of whom the page is about when it is asked for: the menu itself is not drawn anew with the filters.
  const alert = (): void => {
    const view = readView(Object.fromEntries(new URLSearchParams(window.location.search)));
    void navigate({ to: '/alerts', search: () => newAlert(id, scopeOf(conditionsOf(view))) as never });
  };
  const copy = (): void => void navigator.clipboard.writeText(`${window.location.origin}/kpis/${id}${window.location.search}`);
  return (
    <MenuButton
      button={
        <button type="button" className={styles.more} aria-label={`${say('more')}: ${name}`}>
          ⋯
        </button>
      }
      entries={[...(may ? [{ label: say('alert'), onClick: alert }] : []), { label: say('copyLink'), onClick: copy }]}
    />
  );
});
