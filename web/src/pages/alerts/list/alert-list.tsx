import { Link } from '@tanstack/react-router';
import { scopeWords } from '../../../../../src/i18n/alerts.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { useAddress } from '../../../frame/address.ts';
import { Choice } from '../../../parts/choice/choice.tsx';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { EmptyNotice, Skeleton, TroubleNotice, Updating } from '../../../parts/state-notice/state-notice.tsx';
import { alertsWords } from '../../../words/alerts.ts';
import { useFormat } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import styles from './alert-list.module.css';
import { AlertRow } from './alert-row.tsx';
import { causesOf, partOf } from './parts.ts';

const rest = ['pending', 'blind', 'muted', 'over'] as const;

/** The alerts: those that are on by their cause, then what waits, what is muted and what is over. */
export function AlertList({ onOpen }: { readonly onOpen: (alert: string) => void }) {
  const say = useWords(alertsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const { address, put } = useAddress(['show']);
  const show = address.show === 'all' ? 'all' : 'open';
  const { data, error, isPlaceholderData, refetch } = useOperation('alerts', { show, language });
  if (!data) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={480} />;
  const causes = causesOf(data.alerts, data.causes);
  const isEmpty = data.alerts.length === 0;
  const row = (alert: (typeof data.alerts)[number]) => <AlertRow key={alert.id} alert={alert} onOpen={() => onOpen(alert.id)} />;
  return (
    <Updating active={isPlaceholderData}>
      <header className={styles.head}>
        <div>
          <h1>{data.says}</h1>
          <p>{data.judged_at === null ? say('never') : say('judgedAt', { moment: format.moment(data.judged_at) })}</p>
        </div>
        <div className={styles.tools}>
          <Choice
            label={say('show')}
            value={show}
            options={[
              { value: 'open', label: say('show_open') },
              { value: 'all', label: say('show_all') },
            ]}
            onChange={(next) => put({ show: next === 'all' ? next : '' })}
          />
          <Link to="/alerts" search={{ tab: 'rules', rule: 'new' }} className={styles.make}>
            {say('newRule')}
          </Link>
        </div>
      </header>
      <div className={styles.parts}>
        {causes.length === 0 && <EmptyNotice is="goodNews">{say(isEmpty ? 'noneOn' : 'noneOnStill')}</EmptyNotice>}
        {causes.length > 0 && (
          <PageSection title={say('part_on')} note={String(causes.reduce((sum, { alerts }) => sum + alerts.length, 0))}>
            {causes.map(({ member, alerts }) => (
              <div key={alerts[0]?.id} className={styles.cause}>
                {alerts.length > 1 && (
                  <p className={styles.shared}>
                    {alerts.every(({ kind }) => kind === 'stale')
                      ? say('causeOld')
                      : member === null
                        ? say('causeConnected')
                        : say('causeSame', { what: scopeWords(member, language) })}
                  </p>
                )}
                <ul className={styles.list} data-several={alerts.length > 1 || undefined}>
                  {alerts.map(row)}
                </ul>
              </div>
            ))}
          </PageSection>
        )}
        {rest.map((part) => {
          const own = data.alerts.filter((alert) => partOf(alert) === part);
          return (
            own.length > 0 && (
              <PageSection key={part} title={say(`part_${part}`)} note={String(own.length)}>
                <ul className={styles.list}>{own.map(row)}</ul>
              </PageSection>
            )
          );
        })}
      </div>
    </Updating>
  );
}
