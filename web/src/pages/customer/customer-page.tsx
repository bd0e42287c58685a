import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { ApiError } from '../../api/error.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useView } from '../../frame/view.ts';
import { Comments } from '../../parts/comments/comments.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { EmptyNotice, Skeleton, TroubleNotice, Updating } from '../../parts/state-notice/state-notice.tsx';
import { customerWords } from '../../words/customer.ts';
import { customersWords } from '../../words/customers.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { NeedTags } from '../customers/need-tags.tsx';
import styles from './customer-page.module.css';
import { Figures } from './figures.tsx';
import { Answers, Contacts, Contracts, Deals, Invoices, Tickets } from './lists.tsx';
import { Timeline } from './timeline.tsx';
import { Todo } from './todo.tsx';

export type CustomerWhole = OperationOutput<'customer'>;

/** All there is of one customer on one screen, for whoever is about to call them. */
export function Page() {
  const say = useWords(customerWords);
  const customers = useWords(customersWords);
  const format = useFormat();
  const { id = '' } = useParams({ strict: false });
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const { view } = useView();
  const { data, error, isPlaceholderData, refetch } = useOperation(
    'customer',
    { id, ...(typeof search.source === 'string' ? { source: search.source } : {}), ...(view.asOf ? { asOf: view.asOf } : {}) },
    { enabled: id !== '' },
  );
  const back = (
    <p className={styles.path}>
      <Link to="/customers" search={({ source: _, ...before }: Readonly<Record<string, unknown>>) => before}>
        {say('back')}
      </Link>
    </p>
  );
  if (!data) {
    return (
      <div className={styles.page}>
        {back}
        <h1>{id}</h1>
        {!error && <Skeleton height={480} />}
        {error instanceof ApiError && error.code === 'customer_unknown' ? (
          <EmptyNotice is="noMatch">{say('unknownCustomer')}</EmptyNotice>
        ) : (
          error && <TroubleNotice error={error} onRetry={() => void refetch()} />
        )}
      </div>
    );
  }
  const { customer, lists, stages, hidden, day, timeline } = data;
  const [stage] = stages;
  const facts = [customer.industry, customer.segment, customer.city, customer.region !== customer.city ? customer.region : null].filter(
    (fact) => fact !== null,
  );
  return (
    <Updating active={isPlaceholderData}>
      <div className={styles.page}>
        <header className={styles.head}>
          {back}
          <h1>{customer.name ?? customer.id}</h1>
          <p className={styles.facts}>
            {stage && (
              <b>
                {stage.from === null
                  ? customers(`stage_${stage.stage}`)
                  : say('stageSince', { stage: customers(`stage_${stage.stage}`), day: format.day(stage.from) })}
              </b>
            )}
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
            <span>{customer.owner === null ? say('ownerNone') : say('owner', { owner: customer.owner })}</span>
            <span>{customer.id}</span>
          </p>
          <p className={styles.needs}>
            <NeedTags needs={customer.needs} /> <small>{say('asOf', { day: format.day(day) })}</small>
          </p>
        </header>
        <Figures customer={customer} hidden={hidden} />
        <div className={styles.two}>
          <div className={styles.stack}>
            <Todo customer={customer} hidden={hidden} />
            <PageSection title={say('comments')} id="conversation">
              <Comments about={{ customer: { source: customer.source, id: customer.id } }} />
            </PageSection>
            <Deals list={lists.deals} day={day} owesSince={customer.needs.includes('debt') ? customer.overdueSince : null} />
            <Invoices list={lists.invoices} day={day} />
            <Tickets list={lists.tickets} />
            <Contracts list={lists.contracts} />
            <Answers list={lists.answers} />
            <Contacts list={lists.contacts} />
          </div>
          <Timeline events={timeline} />
        </div>
      </div>
    </Updating>
  );
}
