import { useOperation } from '../../api/use-operation.ts';
import { useSession } from '../../api/use-session.ts';
import { useAddress } from '../../frame/address.ts';
import { ActButton } from '../../parts/act/act-button.tsx';
import { Choice } from '../../parts/choice/choice.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { EmptyNotice, Skeleton, TroubleNotice, Updating } from '../../parts/state-notice/state-notice.tsx';
import { actionsWords } from '../../words/actions.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { ActionRow } from './action-row.tsx';
import styles from './actions-page.module.css';

const nothing = {};
const shows = ['open', 'done', 'dropped', 'all'] as const;

/** Every action, those due first, and a form for another. */
export function ActionList() {
  const say = useWords(actionsWords);
  const { language } = useLanguage();
  const { id: member } = useSession();
  const { address, put } = useAddress(['show', 'whose', 'action']);
  const show = shows.find((one) => one === address.show) ?? (address.action === '' ? 'open' : 'all');
  const mine = address.whose === 'mine';
  const { data, error, isPlaceholderData, refetch } = useOperation('actions', { status: show, mine, language });
  if (!data) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={480} />;
  const { open, overdue, actions } = data;
  const openCount = open === 0 ? say('open_zero') : say('openCount', { count: open });
  const isFirst = open + data.done + data.dropped === 0;
  return (
    <Updating active={isPlaceholderData}>
      <header className={styles.head}>
        <h1>
          {open === 0
            ? openCount
            : overdue === 0
              ? say('titleOk', { open: openCount })
              : say('title', { open: openCount, overdue: say('overdueCount', { count: overdue }) })}
        </h1>
        <p>{say('lead')}</p>
      </header>
      <div className={styles.bar}>
        <div className={styles.choices}>
          <Choice
            label={say('show')}
            value={show}
            options={shows.map((one) => ({ value: one, label: say(`show_${one}`) }))}
            onChange={(next) => put({ show: next === 'open' ? '' : next, action: '' })}
          />
          {member !== null && (
            <Choice
              label={say('whose')}
              value={mine ? 'mine' : 'anyone'}
              options={(['anyone', 'mine'] as const).map((one) => ({ value: one, label: say(one) }))}
              onChange={(next) => put({ whose: next === 'mine' ? 'mine' : '' })}
            />
          )}
        </div>
        <ActButton about={nothing} label={say('new')} look="strong" />
      </div>
      <div className={styles.stack}>
        {actions.length === 0 ? (
          <EmptyNotice is={isFirst ? 'notConfigured' : 'noMatch'}>{say(isFirst ? 'noneAtAll' : 'noneOpen')}</EmptyNotice>
        ) : (
          <PageSection title={say(`show_${show}`)}>
            <ul className={styles.list}>
              {actions.map((action) => (
                <ActionRow key={action.id} action={action} isOpened={address.action === action.id} onOpen={(id) => put({ action: id })} />
              ))}
            </ul>
          </PageSection>
        )}
      </div>
    </Updating>
  );
}
