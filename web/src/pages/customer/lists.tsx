import { PageSection } from '../../parts/page-section/page-section.tsx';
import { EmptyNotice } from '../../parts/state-notice/state-notice.tsx';
import { ToneTag } from '../../parts/tone-tag/tone-tag.tsx';
import { customerWords } from '../../words/customer.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import { useValueName } from '../../words/values.ts';
import styles from './customer-page.module.css';
import type { CustomerWhole } from './customer-page.tsx';
import { RowTable } from './row-table.tsx';

type Lists = CustomerWhole['lists'];

/** So many of a list are shown; the rest is told by number. */
const shown = 8;

interface DealsProps {
  readonly list: Lists['deals'];
  readonly day: string;
  /** Since when they owe what they should have paid; null: nothing. */
  readonly owesSince: string | null;
}

/** Deals still open, with a word before selling to whoever does not pay; how many were won and lost before. */
export function Deals({ list, day, owesSince }: DealsProps) {
  const say = useWords(customerWords);
  const format = useFormat();
  if (list === null) return <Refused title={say('deals')} />;
  const open = list.rows.filter(({ status }) => status !== 'won' && status !== 'lost');
  const count = (of: string): string => format.number(list.rows.filter(({ status }) => status === of).length, 0);
  return (
    <PageSection title={say('deals')} note={list.rows.length > open.length && say('dealsPast', { won: count('won'), lost: count('lost') })}>
      {owesSince !== null && open.length > 0 && (
        <p className={styles.caution}>
          <ToneTag is="warning" /> {say('dealsRisk', { day: format.day(owesSince) })}
        </p>
      )}
      <RowTable
        caption={say('table', { name: say('deals') })}
        none={say('dealsNone')}
        columns={[say('deal'), say('stage'), say('amount'), say('close'), say('nextStep')]}
        numbers={[2]}
        rows={open.map(({ id, name, stage, amount, expectedCloseOn, nextStepOn }) => ({
          id,
          cells: [
            name ?? id,
            stage,
            amount === null ? null : format.column(amount, 'money'),
            expectedCloseOn && format.day(expectedCloseOn),
            nextStepOn && nextStepOn >= day ? format.day(nextStepOn) : say('stepNone'),
          ],
          warn: (expectedCloseOn !== null && expectedCloseOn < day) || nextStepOn === null || nextStepOn < day,
        }))}
      />
    </PageSection>
  );
}

/** The latest invoices, those not paid first. */
export function Invoices({ list, day }: { readonly list: Lists['invoices']; readonly day: string }) {
  const say = useWords(customerWords);
  const format = useFormat();
  const valueName = useValueName();
  if (list === null) return <Refused title={say('invoices')} />;
  const isOpen = ({ paidOn, status }: { readonly paidOn: string | null; readonly status: string | null }): boolean =>
    paidOn === null && status !== 'paid' && status !== 'void';
  const rows = list.rows.toSorted((left, right) => Number(isOpen(right)) - Number(isOpen(left)));
  return (
    <PageSection title={say('invoices')} note={list.total > shown && say('more', { count: list.total - shown })}>
      <RowTable
        caption={say('table', { name: say('invoices') })}
        none={say('invoicesNone')}
        columns={[say('number'), say('issued'), say('due'), say('amount'), say('status')]}
        numbers={[3]}
        rows={rows.slice(0, shown).map((invoice) => {
          const { id, number, issuedOn, dueOn, paidOn, amount, status } = invoice;
          const isLate = isOpen(invoice) && dueOn !== null && dueOn < day;
          return {
            id,
            cells: [
              number ?? id,
              issuedOn && format.day(issuedOn),
              dueOn && format.day(dueOn),
              amount === null ? null : format.column(amount, 'money'),
              isLate ? say('late') : paidOn ? `${say('paid')} ${format.day(paidOn)}` : status && valueName(status),
            ],
            warn: isLate,
          };
        })}
      />
    </PageSection>
  );
}

const statuses = ['new', 'open', 'pending', 'on_hold', 'resolved', 'closed', 'cancelled'] as const;
const types = ['complaint', 'question', 'incident', 'request'] as const;
const isOneOf = <T extends string>(list: readonly T[], value: string | null): value is T => list.some((one) => one === value);

/** The latest cases, those still open first. */
export function Tickets({ list }: { readonly list: Lists['tickets'] }) {
  const say = useWords(customerWords);
  const format = useFormat();
  if (list === null) return <Refused title={say('tickets')} />;
  const isOpen = (status: string | null): boolean => !['resolved', 'closed', 'cancelled'].includes(status ?? 'open');
  return (
    <PageSection title={say('tickets')} note={list.total > shown && say('more', { count: list.total - shown })}>
      <RowTable
        caption={say('table', { name: say('tickets') })}
        none={say('ticketsNone')}
        columns={[say('ticket'), say('theme'), say('opened'), say('resolved'), say('status')]}
        rows={list.rows
          .toSorted((left, right) => Number(isOpen(right.status)) - Number(isOpen(left.status)))
          .slice(0, shown)
          .map(({ id, type, topic, openedOn, resolvedOn, status }) => ({
            id,
            cells: [
              isOneOf(types, type) ? say(`type_${type}`) : (type ?? id),
              topic,
              openedOn && format.day(openedOn),
              resolvedOn && format.day(resolvedOn),
              isOneOf(statuses, status) ? say(`status_${status}`) : status,
            ],
            warn: isOpen(status),
          }))}
      />
    </PageSection>
  );
}

export function Contracts({ list }: { readonly list: Lists['contracts'] }) {
  const say = useWords(customerWords);
  const format = useFormat();
  const valueName = useValueName();
  if (list === null) return <Refused title={say('contracts')} />;
  if (list.total === 0) return null;
  return (
    <PageSection title={say('contracts')} note={list.total > shown && say('more', { count: list.total - shown })}>
      <RowTable
        caption={say('table', { name: say('contracts') })}
        none=""
        columns={[say('product'), say('started'), say('ends'), say('renewal'), say('amount')]}
        numbers={[4]}
        rows={list.rows.slice(0, shown).map(({ id, product, startedOn, endsOn, renewalDueOn, cancelledOn, amount, period }) => ({
          id,
          cells: [
            product ?? id,
            startedOn && format.day(startedOn),
            cancelledOn ? say('cancelled', { day: format.day(cancelledOn) }) : endsOn && format.day(endsOn),
            renewalDueOn && format.day(renewalDueOn),
            amount === null ? null : `${format.column(amount, 'money')}${period ? ` / ${valueName(period)}` : ''}`,
          ],
        }))}
      />
    </PageSection>
  );
}

export function Answers({ list }: { readonly list: Lists['answers'] }) {
  const say = useWords(customerWords);
  const format = useFormat();
  if (list === null) return <Refused title={say('answers')} />;
  return (
    <PageSection title={say('answers')} note={list.total > shown && say('more', { count: list.total - shown })}>
      <RowTable
        caption={say('table', { name: say('answers') })}
        none={say('answersNone')}
        columns={[say('survey'), say('score'), say('theme'), say('day')]}
        rows={list.rows.slice(0, shown).map(({ id, kind, score, scaleMax, theme, on }) => ({
          id,
          cells: [
            kind ? kind.toUpperCase() : id,
            score === null ? null : `${format.number(score)}${scaleMax === null ? '' : ` / ${format.number(scaleMax)}`}`,
            theme,
            on && format.day(on),
          ],
        }))}
      />
    </PageSection>
  );
}

export function Contacts({ list }: { readonly list: Lists['contacts'] }) {
  const say = useWords(customerWords);
  if (list === null) return <Refused title={say('contacts')} />;
  const isMasked = list.rows.some(({ email }) => email?.startsWith('•••'));
  return (
    <PageSection title={say('contacts')} note={isMasked && say('masked')}>
      <RowTable
        caption={say('table', { name: say('contacts') })}
        none={say('contactsNone')}
        columns={[say('person'), say('email'), say('phone')]}
        rows={list.rows.slice(0, shown).map(({ id, name, email, phone }) => ({ id, cells: [name ?? id, email, phone] }))}
      />
    </PageSection>
  );
}

/** Nothing of it may be seen. */
function Refused({ title }: { readonly title: string }) {
  const parts = useWords(partsWords);
  return (
    <PageSection title={title}>
      <EmptyNotice is="noRights">{parts('noRightsTitle')}</EmptyNotice>
    </PageSection>
  );
}
