import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { AboutLine } from '../../parts/act/about-line.tsx';
import { kindKey } from '../../parts/act/kind-key.ts';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { actionsWords } from '../../words/actions.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import styles from './actions-page.module.css';
import { ActionDetail } from './detail.tsx';

export type Action = OperationOutput<'actions'>['actions'][number];

const tones = { open: 'open', overdue: 'bad', done: 'good', dropped: 'neutral' } as const;

interface Props {
  readonly action: Action;
  readonly isOpened: boolean;
  readonly onOpen: (id: string) => void;
}

/** One action on a line; opened, all there is of it. */
export function ActionRow({ action, isOpened, onOpen }: Props) {
  const say = useWords(actionsWords);
  const format = useFormat();
  const { id, title, kind, status, overdue, due_on, closed_on, owner, customer, kpi, name, scope, among, alert } = action;
  const state = overdue ? 'overdue' : status;
  const when =
    status === 'done' && closed_on !== null
      ? say('doneOn', { day: format.day(closed_on) })
      : status === 'dropped' && closed_on !== null
        ? say('droppedOn', { day: format.day(closed_on) })
        : due_on === null
          ? null
          : say('due', { day: format.day(due_on) });
  const facts = [when, owner?.name ?? (status === 'open' ? say('noOwner') : null), action.private ? say('private') : null];
  return (
    <li className={styles.action}>
      <h2>{title}</h2>
      <span className={styles.state} data-is={tones[state]}>
        {say(`status_${state}`)}
      </span>
      <PushButton
        look="quiet"
        aria-expanded={isOpened}
        aria-label={say(isOpened ? 'lessOf' : 'moreOf', { title })}
        onClick={() => onOpen(isOpened ? '' : id)}
      >
        {say(isOpened ? 'less' : 'more')}
      </PushButton>
      <p className={styles.facts}>
        {say(kindKey(kind))} · <AboutLine kpi={kpi} name={name} scope={scope} among={among} customer={customer} alert={alert} />
        {facts.flatMap((fact) => (fact === null ? [] : [` · ${fact}`])).join('')}
      </p>
      {isOpened && <ActionDetail id={id} />}
    </li>
  );
}
