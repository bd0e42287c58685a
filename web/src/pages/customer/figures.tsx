import type { ReactNode } from 'react';
import { customerWords } from '../../words/customer.ts';
import { customersWords } from '../../words/customers.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import type { CustomerWhole } from './customer-page.tsx';
import styles from './figures.module.css';

interface Props {
  readonly customer: CustomerWhole['customer'];
  readonly hidden: CustomerWhole['hidden'];
}

/** What they have brought, what to expect, when they order next, how much at risk they are and what they owe. */
export function Figures({ customer, hidden }: Props) {
  const say = useWords(customerWords);
  const customers = useWords(customersWords);
  const format = useFormat();
  const { historical, expected, worth, orders, alive, rfm, next, risk, owed, overdue } = customer;
  const hidesAmounts = hidden.includes('amounts');
  const money = (value: number | null): string =>
    hidesAmounts ? say('noRights') : value === null ? say('unknown') : format.value(value, 'money');
  const hidesDebt = hidesAmounts || hidden.includes('receivables');
  return (
    <dl className={styles.figures}>
      <Figure name={say('historical')} value={money(historical)}>
        {orders !== null && say('ordersMany', { count: orders })}
        {rfm && <b>{customers(`rfm_${rfm}`)}</b>}
      </Figure>
      <Figure name={say('expected')} value={money(expected)}>
        {alive !== null && say('alive', { share: format.share(alive) })}
      </Figure>
      <Figure name={say('worth')} value={money(worth)}>
        {say('worthHelp')}
      </Figure>
      <Figure name={say('next')} value={next ? format.day(next.on) : say('unknown')} tone={next?.state === 'overdue' ? 'warn' : undefined}>
        {next ? (
          <>
            <b>{say(`nextState_${next.state}`)}</b>
            {say('nextRange', { from: format.day(next.from), to: format.day(next.to) })}
          </>
        ) : (
          say('nextNone')
        )}
      </Figure>
      <Figure
        name={say('risk')}
        value={risk ? say('riskOf', { score: risk.score }) : say('riskNone')}
        tone={customer.needs.includes('risk') ? 'bad' : undefined}
      >
        {risk && format.list(risk.signals.map((signal) => customers(`signal_${signal}`)))}
      </Figure>
      <Figure
        name={say('owes')}
        value={hidesDebt ? say('noRights') : owed ? format.value(owed, 'money') : say('owesNone')}
        tone={overdue ? 'bad' : undefined}
      >
        {!hidesDebt && owed ? overdue ? <b>{say('overdueOf', { value: format.value(overdue, 'money') })}</b> : say('notOverdue') : null}
      </Figure>
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly tone?: 'bad' | 'warn' | undefined;
  readonly children?: ReactNode;
}

function Figure({ name, value, tone, children }: FigureProps) {
  return (
    <div className={styles.figure} data-tone={tone}>
      <dt>{name}</dt>
      <dd>
        <span className={styles.value}>{value}</span>
        <small>{children}</small>
      </dd>
    </div>
  );
}
