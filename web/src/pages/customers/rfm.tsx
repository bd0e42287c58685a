import { Link, useNavigate } from '@tanstack/react-router';
import { useOperation } from '../../api/use-operation.ts';
import { ActButton } from '../../parts/act/act-button.tsx';
import { Bars } from '../../parts/bars/bars.tsx';
import { ChartFrame } from '../../parts/chart-frame/chart-frame.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { EmptyNotice, Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { customersWords } from '../../words/customers.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import type { Where } from './customers-page.tsx';

/** Customers by how recently, how often and how much they buy; a class leads to its customers. */
export function Rfm({ where, asOf }: { readonly where: Where; readonly asOf: string | undefined }) {
  const say = useWords(customersWords);
  const format = useFormat();
  const navigate = useNavigate();
  const { data, error, refetch } = useOperation('customers', { where, limit: 1, ...(asOf ? { asOf } : {}) });
  const classes = data?.rfm ?? [];
  const total = classes.reduce((sum, { historical }) => sum + (historical ?? 0), 0);
  const first = classes.toSorted((left, right) => (right.historical ?? right.accounts) - (left.historical ?? left.accounts))[0];
  const choose = (name: string): void => {
    void navigate({ to: '.', search: (before: Readonly<Record<string, unknown>>) => ({ ...before, rfm: name }), hash: 'attend' });
  };
  return (
    <PageSection title={say('rfm')} note={say('rfmNote')} id="rfm" actions={<ActButton about={{ among: 'rfm=at_risk' }} />}>
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={260} />}
      {data && !first && (
        <EmptyNotice
          is={data.rfm_lacks === 'segment' ? 'notConfigured' : data.rfm_lacks === 'orders' ? 'noData' : 'noMatch'}
          action={
            data.rfm_lacks === 'segment' ? (
              <Link to="/settings">{say('rfmGoSettings')}</Link>
            ) : data.rfm_lacks === 'orders' ? (
              <Link to="/data/import">{say('rfmGoImport')}</Link>
            ) : null
          }
        >
          {data.rfm_lacks === 'segment' ? say('rfmNone') : data.rfm_lacks === 'orders' ? say('rfmNoOrders') : null}
        </EmptyNotice>
      )}
      {first && (
        <ChartFrame
          title={say('rfm')}
          heading={null}
          sentence={
            total > 0
              ? say('rfmSays', {
                  first: say(`rfm_${first.class}`),
                  number: format.number(first.accounts, 0),
                  share: format.share((first.historical ?? 0) / total),
                })
              : say('rfmSaysCount', { first: say(`rfm_${first.class}`), number: format.number(first.accounts, 0) })
          }
          table={{
            columns: [
              say('class'),
              { label: say('accounts'), kind: 'count' },
              ...(total > 0 ? [{ label: say('historical'), kind: 'money' }] : []),
            ],
            rows: classes.map((one) => [say(`rfm_${one.class}`), one.accounts, ...(total > 0 ? [one.historical ?? 0] : [])]),
          }}
        >
          <Bars
            rows={classes.map((one) => ({
              name: say(`rfm_${one.class}`),
              size: one.accounts,
              value: format.number(one.accounts, 0),
              note: one.historical === null ? '' : format.axis(one.historical, 'money'),
              onClick: () => choose(one.class),
            }))}
          />
        </ChartFrame>
      )}
    </PageSection>
  );
}
