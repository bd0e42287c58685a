import { Outlet, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useOperation } from '../../api/use-operation.ts';
import { ShownCurrency } from '../../api/use-session.ts';
import { misreadOf } from '../trouble/misread.ts';
import { useView } from '../view.ts';

const MisreadNotice = lazy(() => import('../trouble/misread-notice.tsx').then(({ MisreadNotice: it }) => ({ default: it })));

/** The page, unless its address asks for somebody who is not there: figures of others in their place would be taken for theirs. */
export function Content() {
  const search = useSearch({ strict: false });
  const { view } = useView();
  const { data } = useOperation(
    'company',
    {},
    { enabled: view.segment !== undefined || view.owner !== undefined || view.currency !== undefined },
  );
  const misread = misreadOf(search, view, data ?? null);
  return (
    <>
      <Suspense>{misread.length > 0 && <MisreadNotice misread={misread} />}</Suspense>
      {!misread.some(({ blocks }) => blocks) && (
        <ShownCurrency value={data?.currencies.find(({ code }) => code === view.currency) ?? null}>
          <Outlet />
        </ShownCurrency>
      )}
    </>
  );
}
