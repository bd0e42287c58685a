import { lazy, Suspense } from 'react';
import { conditionsOf } from '../../frame/conditions.ts';
import { useView } from '../../frame/view.ts';
import type { Card } from '../../parts/kpi-card/card.ts';

const RecordsDrawer = lazy(() =>
  import('../../parts/records-drawer/records-drawer.tsx').then(({ RecordsDrawer: it }) => ({ default: it })),
);

/** The records behind a card, in a drawer that is loaded when somebody asks for it. */
export function RecordsOf({ card, onClose }: { readonly card: Card; readonly onClose: () => void }) {
  const { view } = useView();
  const { id, name, now } = card;
  return (
    <Suspense>
      <RecordsDrawer kpi={id} name={name} from={now.period.start} to={now.period.end} where={conditionsOf(view)} onClose={onClose} />
    </Suspense>
  );
}
