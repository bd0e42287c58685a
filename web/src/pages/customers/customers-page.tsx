import { Link, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import type { OperationInput } from '../../../../src/app/api/client-types.ts';
import { useAnswers } from '../../api/use-company.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useMay } from '../../api/use-session.ts';
import { conditionsOf } from '../../frame/conditions.ts';
import { useView } from '../../frame/view.ts';
import type { Card } from '../../parts/kpi-card/card.ts';
import { KpiCards } from '../../parts/kpi-section/kpi-cards.tsx';
import { EmptyNotice, Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { Unseen } from '../../parts/unseen/unseen.tsx';
import { customersWords } from '../../words/customers.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { Cohorts } from './cohorts.tsx';
import styles from './customers-page.module.css';
import { Debt } from './debt.tsx';
import { Life } from './life.tsx';
import { Listing } from './listing.tsx';
import { Rfm } from './rfm.tsx';
import { Signals } from './signals.tsx';

const RecordsDrawer = lazy(() =>
  import('../../parts/records-drawer/records-drawer.tsx').then(({ RecordsDrawer: it }) => ({ default: it })),
);

export type Where = NonNullable<OperationInput<'customers'>['where']>;

const shownKpis = ['at_risk_customers', 'reorder_due', 'receivables_overdue', 'clv_revenue'];

/** Who the customers are, who of them needs somebody, and what becomes of them. */
export function Page() {
  const say = useWords(customersWords);
  const format = useFormat();
  const { view } = useView();
  const mayRecords = useMay('records.read');
  const [recordsOf, setRecordsOf] = useState<Card | null>(null);
  const where = useMemo(() => conditionsOf(view), [view]);
  const { from, to, asOf, compare } = view;
  const dated = asOf ? { asOf } : {};
  const answers = useAnswers('customers');
  const enabled = answers === true;
  const life = useOperation('lifecycle', { where, ...(to ? { at: to } : {}), ...(from && to ? { from } : {}), ...dated }, { enabled });
  const board = useOperation(
    'board',
    {
      kpis: shownKpis,
      where,
      ...(from && to ? { from, to } : {}),
      ...(compare ? { compare } : {}),
      ...dated,
    },
    { enabled },
  );
  const listed = useOperation('customers', { where, limit: 1, ...dated }, { enabled: enabled && mayRecords });
  const { hash } = useLocation();
  const settled = life.data !== undefined && board.data !== undefined && (listed.data !== undefined || !mayRecords);
  useEffect(() => {
    // The part that the address names is drawn after the page is: go there then.
    if (settled && hash) document.getElementById(hash)?.scrollIntoView();
  }, [settled, hash]);
  const needOf = (name: string): string => format.number(listed.data?.needs.find(({ need }) => need === name)?.accounts ?? 0, 0);
  const customers = life.data?.stages.find(({ stage }) => stage === 'customer')?.after ?? null;
  if (answers === false || (life.error && !life.data)) {
    return (
      <>
        <h1>{say('title')}</h1>
        {!life.error || ('code' in life.error && life.error.code === 'kpi_unavailable') ? (
          <EmptyNotice is="noData" action={<Link to="/data">{say('toData')}</Link>}>
            {say('noData')}
          </EmptyNotice>
        ) : (
          <TroubleNotice error={life.error} onRetry={() => void life.refetch()} />
        )}
      </>
    );
  }
  const day = life.data?.query.at ?? null;
  return (
    <div className={styles.page}>
      <header>
        <h1>{say('title')}</h1>
        <p className={styles.lead}>
          {customers !== null && listed.data
            ? say('lead', {
                customers: format.number(customers, 0),
                risk: needOf('risk'),
                late: needOf('order_overdue'),
                debt: needOf('debt'),
              })
            : '\u00a0'}
        </p>
      </header>
      <section aria-labelledby="figures">
        <Unseen as="h2" id="figures">
          {say('figures')}
        </Unseen>
        {board.data ? (
          <KpiCards cards={board.data.cards} onRecords={mayRecords ? setRecordsOf : undefined} />
        ) : (
          !board.error && <Skeleton height={252} />
        )}
      </section>
      {mayRecords && <Listing where={where} asOf={asOf} />}
      <div className={styles.halves}>
        <Signals where={where} day={day} asOf={asOf} />
        <Debt where={where} day={day} asOf={asOf} />
      </div>
      <Cohorts where={where} day={day} asOf={asOf} />
      <div className={styles.halves}>
        <Life data={life.data} />
        {mayRecords && <Rfm where={where} asOf={asOf} />}
      </div>
      {recordsOf && (
        <Suspense>
          <RecordsDrawer
            kpi={recordsOf.id}
            name={recordsOf.name}
            from={recordsOf.now.period.start}
            to={recordsOf.now.period.end}
            where={where}
            onClose={() => setRecordsOf(null)}
          />
        </Suspense>
      )}
    </div>
  );
}
