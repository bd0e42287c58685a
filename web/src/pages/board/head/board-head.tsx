import { Link } from '@tanstack/react-router';
import { useWrite } from '../../../api/use-operation.ts';
import { useSession } from '../../../api/use-session.ts';
import { DimensionPicker, type PickOption } from '../../../parts/dimension-picker/dimension-picker.tsx';
import { announce } from '../../../parts/live-region/live-region.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { useWords } from '../../../words/language.ts';
import { ownBoardWords } from '../../../words/own-board.ts';
import { addressOfTemplate, type Board, type Chosen, type Template } from '../chosen.ts';
import type { Beginning } from '../edit/draft.ts';
import styles from './board-head.module.css';

interface Props {
  readonly chosen: Chosen;
  readonly boards: readonly Board[];
  readonly templates: readonly Template[];
  readonly onChoose: (address: string) => void;
  readonly onDraft: (from: Beginning) => void;
}

/** Which board is shown, for whose eyes it is, and what can be done with it. */
export function BoardHead({ chosen, boards, templates, onChoose, onDraft }: Props) {
  const say = useWords(ownBoardWords);
  const session = useSession();
  const mayOwn = session.permissions.includes('self');
  const option = (group: string) => (board: Board) => ({ value: board.id, label: board.name, group });
  const options: readonly PickOption[] = [
    { value: '', label: say('urgent') },
    ...boards.filter(({ shared }) => !shared).map(option(say('mine'))),
    ...boards.filter(({ shared }) => shared).map(option(say('ofAll'))),
    ...templates.map(({ id, name }) => ({ value: addressOfTemplate(id), label: name, group: say('templates') })),
  ];
  const value = chosen.is === 'board' ? chosen.board.id : chosen.is === 'template' ? addressOfTemplate(chosen.template.id) : '';
  const address = value === '' ? {} : { board: value };
  const shown = chosen.is === 'gone' ? '–' : value;
  const home = useWrite('profile', ['session']);
  const isHome = (session.board ?? '') === value;
  // The most urgent is where everyone begins who has chosen nothing else.
  const mayChooseHome = mayOwn && session.id !== null && chosen.is !== 'gone' && !(isHome && value === '');
  return (
    <div className={styles.head}>
      <DimensionPicker label={say('board')} value={shown} set={shown !== ''} options={options} onChange={onChoose} />
      {chosen.is === 'board' && (
        <span className={styles.seen}>
          {chosen.board.shared ? <PeopleIcon /> : <LockIcon />} {say(chosen.board.shared ? 'shared' : 'private')}
        </span>
      )}
      {chosen.is === 'template' && <span className={styles.seen}>{say('template', { about: chosen.template.about })}</span>}
      {mayChooseHome && isHome && <span className={styles.seen}>{say('isHome')}</span>}
      <div className={styles.actions}>
        {mayChooseHome && (
          <PushButton
            look="quiet"
            className={styles.link}
            disabled={home.isPending}
            onClick={() =>
              home.mutate(
                { board: isHome || value === '' ? null : value },
                { onSuccess: () => announce(say(isHome ? 'homeLeft' : 'isHome')) },
              )
            }
          >
            {say(isHome ? 'leaveHome' : 'makeHome')}
          </PushButton>
        )}
        {chosen.is === 'board' && chosen.board.editable && <PushButton onClick={() => onDraft('itself')}>{say('edit')}</PushButton>}
        {chosen.is === 'board' && mayOwn && <PushButton onClick={() => onDraft('copy')}>{say('duplicate')}</PushButton>}
        {chosen.is === 'template' && mayOwn && <PushButton onClick={() => onDraft('copy')}>{say('use')}</PushButton>}
        {chosen.is === 'urgent' && mayOwn && <PushButton onClick={() => onDraft('nothing')}>{say('new')}</PushButton>}
        {session.known && !mayOwn && (
          <Link to="/sign-in" search={{}} className={styles.link}>
            {say('signIn')}
          </Link>
        )}
        {chosen.is !== 'gone' && (
          <>
            <Link to="/tv" search={address} className={`${styles.link} ${styles.wall}`}>
              {say('tv')}
            </Link>
            <PushButton look="quiet" className={styles.link} onClick={() => window.print()}>
              {say('print')}
            </PushButton>
          </>
        )}
      </div>
    </div>
  );
}

const box = { width: 14, height: 14, viewBox: '0 0 14 14', fill: 'none', stroke: 'currentColor', strokeWidth: 1.4 } as const;

const LockIcon = () => (
  <svg aria-hidden="true" {...box}>
    <path d="M2.5 6.5h9v6h-9zM4.5 6.5V4.3a2.5 2.5 0 0 1 5 0v2.2" />
  </svg>
);
const PeopleIcon = () => (
  <svg aria-hidden="true" {...box}>
    <circle cx="5" cy="4.5" r="2.2" />
    <path d="M1 12.5c0-2.4 1.7-4 4-4s4 1.6 4 4M9.3 2.6a2.2 2.2 0 0 1 0 3.9M10.4 8.7c1.6.5 2.6 1.9 2.6 3.8" />
  </svg>
);
