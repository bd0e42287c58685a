import { Link } from '@tanstack/react-router';
import type { OperationInput } from '../../../../src/app/api/client-types.ts';
import { useOperation } from '../../api/use-operation.ts';
import { actionsWords } from '../../words/actions.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import styles from './actions-of.module.css';

const shown = 5;

interface Props {
  readonly asked: Omit<OperationInput<'actions'>, 'language' | 'limit'>;
  /** How it stands among the rest of the page. */
  readonly className?: string | undefined;
}

/** What is being done about something, and what was: each a way to all there is of it. Nothing where nothing is. */
export function ActionsOf({ asked, className }: Props) {
  const say = useWords(actionsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const { data } = useOperation('actions', { ...asked, limit: shown, language }, { keep: false, later: true });
  if (!data || data.actions.length === 0) return null;
  return (
    <section className={[styles.of, className].filter(Boolean).join(' ')} aria-label={say('ofThis')}>
      <h3>{say('ofThis')}</h3>
      <ul>
        {data.actions.map(({ id, title, status, overdue, due_on, closed_on, owner }) => {
          const state = overdue ? 'overdue' : status;
          const day = status === 'open' ? due_on : closed_on;
          const facts = [
            say(`status_${state}`),
            ...(day === null
              ? []
              : [say(status === 'open' ? 'due' : status === 'done' ? 'doneOn' : 'droppedOn', { day: format.day(day) })]),
            owner?.name ?? (status === 'open' ? say('noOwner') : null),
          ].filter((fact) => fact !== null);
          // That it was done is said by its day.
          return (
            <li key={id} data-is={state}>
              <Link to="/actions" search={() => ({ action: id }) as never}>
                {title}
              </Link>
              <small>{(day !== null && status !== 'open' ? facts.slice(1) : facts).join(' · ')}</small>
            </li>
          );
        })}
      </ul>
      {data.total > shown && (
        <Link className={styles.all} to="/actions" search={() => ({ show: 'all' }) as never}>
          {say('ofThisMore', { count: data.total - shown })}
        </Link>
      )}
    </section>
  );
}
