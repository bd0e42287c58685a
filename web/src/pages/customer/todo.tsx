import { ActButton } from '../../parts/act/act-button.tsx';
import { ActionsOf } from '../../parts/act/actions-of.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { EmptyNotice } from '../../parts/state-notice/state-notice.tsx';
import { customerWords } from '../../words/customer.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import type { CustomerWhole } from './customer-page.tsx';
import styles from './todo.module.css';

interface Props {
  readonly customer: CustomerWhole['customer'];
  readonly hidden: CustomerWhole['hidden'];
}

/** What to do about this customer, the most pressing first. */
export function Todo({ customer, hidden }: Props) {
  const say = useWords(customerWords);
  const format = useFormat();
  const { source, id, name, needs, risk, next, overdue, overdueSince, openTickets } = customer;
  const day = (one: string | null | undefined): string => (one ? format.day(one) : say('unknown'));
  const told = (need: (typeof needs)[number]): string => {
    switch (need) {
      case 'risk':
        return risk?.atStake
          ? say('do_riskStake', { score: risk.score, value: format.value(risk.atStake, 'money') })
          : say('do_risk', { score: risk?.score ?? 0 });
      case 'debt':
        return hidden.length > 0 || overdue === null
          ? say('do_debtHidden', { day: day(overdueSince) })
          : say('do_debt', { value: format.value(overdue, 'money'), day: day(overdueSince) });
      case 'order_overdue':
        return say('do_order_overdue', { day: day(next?.to) });
      case 'order_due':
        return say('do_order_due', { from: day(next?.from), to: day(next?.to) });
      case 'ticket':
        return say('do_ticket', { count: openTickets ?? 0 });
    }
  };
  return (
    <PageSection title={say('todo')} id="todo">
      {needs.length === 0 ? (
        <EmptyNotice is="goodNews">{say('nothing')}</EmptyNotice>
      ) : (
        <ol className={styles.list}>
          {needs.map((need) => (
            <li key={need}>{told(need)}</li>
          ))}
        </ol>
      )}
      <p className={styles.act}>
        <ActButton about={{ customer: { source, id, name }, kind: 'call' }} />
      </p>
      <ActionsOf asked={{ customer: { source, id } }} className={styles.doing} />
    </PageSection>
  );
}
