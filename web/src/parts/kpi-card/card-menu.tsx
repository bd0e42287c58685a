import { useNavigate } from '@tanstack/react-router';
import { lazy, memo, Suspense, useState } from 'react';
import { useMay } from '../../api/use-session.ts';
import { conditionsOf } from '../../frame/conditions.ts';
import { scopeOf } from '../../frame/scope-of.ts';
import { readView } from '../../frame/view.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import { newAlert } from '../alert-link/new-alert.ts';
import { MenuButton } from '../on-demand/menu-button.tsx';
import styles from './kpi-card.module.css';

const CommentsDrawer = lazy(() => import('../comments/comments-drawer.tsx').then(({ CommentsDrawer: it }) => ({ default: it })));

interface Props {
  readonly id: string;
  readonly name: string;
  /** Of the period that the card is of. */
  readonly start: string;
  readonly end: string;
  readonly grain: string;
}

/** ⋯ of a card. Apart from it, for it stays as it is when the figures change. */
export const CardMenu = memo(function CardMenu({ id, name, start, end, grain }: Props) {
  const say = useWords(partsWords);
  const may = useMay('self');
  const navigate = useNavigate();
  const format = useFormat();
  const [commenting, setCommenting] = useState<{ readonly scope: string | null } | null>(null);
  // Of whom the page is about when it is asked for: the menu itself is not drawn anew with the filters.
  const scopeNow = (): string | null => scopeOf(conditionsOf(readView(Object.fromEntries(new URLSearchParams(window.location.search)))));
  const alert = (): void => void navigate({ to: '/alerts', search: () => newAlert(id, scopeNow()) as never });
  const copy = (): void => void navigator.clipboard.writeText(`${window.location.origin}/kpis/${id}${window.location.search}`);
  return (
    <>
      <MenuButton
        button={
          <button type="button" className={styles.more} aria-label={`${say('more')}: ${name}`}>
            ⋯
          </button>
        }
        entries={[
          { label: say('comment'), onClick: () => setCommenting({ scope: scopeNow() }) },
          ...(may ? [{ label: say('alert'), onClick: alert }] : []),
          { label: say('copyLink'), onClick: copy },
        ]}
      />
      {commenting && (
        <Suspense fallback={null}>
          <CommentsDrawer
            name={name}
            about={{ kpi: id, scope: commenting.scope, from: start, to: end }}
            cells={[{ start, end, label: format.period({ start, end }, grain) }]}
            onClose={() => setCommenting(null)}
          />
        </Suspense>
      )}
    </>
  );
});
