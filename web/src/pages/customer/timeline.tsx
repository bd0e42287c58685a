import { useState } from 'react';
import { Choice } from '../../parts/choice/choice.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { EmptyNotice } from '../../parts/state-notice/state-notice.tsx';
import { customerWords } from '../../words/customer.ts';
import { customersWords } from '../../words/customers.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { useValueName } from '../../words/values.ts';
import type { CustomerWhole } from './customer-page.tsx';
import styles from './timeline.module.css';

type Event = CustomerWhole['timeline'][number];
const views = ['allEvents', 'sales', 'service', 'money'] as const;
type View = (typeof views)[number];

const kinds: Readonly<Record<Exclude<View, 'allEvents'>, readonly Event['kind'][]>> = {
  sales: ['stage', 'deal_created', 'deal_won', 'deal_lost', 'order', 'return', 'contract', 'contract_ended', 'activity'],
  service: ['ticket', 'resolved', 'answer'],
  money: ['invoice', 'paid'],
};
/** So many at first; the rest on request. */
const shown = 24;
const bad: readonly Event['kind'][] = ['deal_lost', 'return', 'contract_ended'];
const good: readonly Event['kind'][] = ['deal_won', 'order', 'paid', 'contract'];

/** What has happened with a customer, the latest first. */
export function Timeline({ events }: { readonly events: readonly Event[] }) {
  const say = useWords(customerWords);
  const customers = useWords(customersWords);
  const format = useFormat();
  const valueName = useValueName();
  const [view, setView] = useState<View>('allEvents');
  const [all, setAll] = useState(false);
  const chosen = view === 'allEvents' ? events : events.filter(({ kind }) => kinds[view].includes(kind));
  const some = all ? chosen : chosen.slice(0, shown);
  const stageName = (stage: string): string =>
    stage === 'lead' || stage === 'opportunity' || stage === 'customer' || stage === 'lapsed' ? customers(`stage_${stage}`) : stage;
  const nameOf = ({ kind, id, type }: Event): string => {
    if (kind === 'stage') return say('event_stage', { text: stageName(id).toLowerCase() });
    if (kind === 'answer') return `${say('event_answer')}${type ? ` ${type.toUpperCase()}` : ''}`;
    if (kind === 'activity' && type) return capital(valueName(type));
    const what =
      type === 'complaint' || type === 'question' || type === 'incident' || type === 'request' ? say(`type_${type}`).toLowerCase() : type;
    return `${say(`event_${kind}`)}${what ? `: ${what}` : ''}`;
  };
  return (
    <PageSection title={say('timeline')} id="timeline" note={say('timelineShown', { number: format.number(events.length, 0) })}>
      <Choice label={say('show')} value={view} options={views.map((value) => ({ value, label: say(value) }))} onChange={setView} />
      {chosen.length === 0 ? (
        <EmptyNotice is="noData">{say('timelineNone')}</EmptyNotice>
      ) : (
        <ol className={styles.events}>
          {some.map((event, index) => (
            <li
              key={`${event.on} ${event.kind} ${event.id}`}
              className={styles.event}
              data-tone={bad.includes(event.kind) ? 'bad' : good.includes(event.kind) ? 'good' : undefined}
            >
              <time dateTime={event.on}>{some[index - 1]?.on === event.on ? '' : format.day(event.on)}</time>
              <span>
                <b>{nameOf(event)}</b>
                {event.text && event.kind !== 'stage' && <> {event.text}</>}
              </span>
              {event.amount !== null && <span className={styles.amount}>{format.column(event.amount, 'money')}</span>}
            </li>
          ))}
        </ol>
      )}
      {chosen.length > some.length && (
        <PushButton className={styles.more} onClick={() => setAll(true)}>
          {say('older', { count: chosen.length - some.length })}
        </PushButton>
      )}
    </PageSection>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
