import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCompany } from '../../api/use-company.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useWords } from '../../words/language.ts';
import { tvWords } from '../../words/tv.ts';
import styles from './tv-page.module.css';

/** Whose turn it is among what hangs on the wall. */
export interface Turn {
  readonly number: number;
  readonly count: number;
  readonly paused: boolean;
  readonly toggle: () => void;
}

interface Props {
  readonly name: string;
  /** As the address has it. */
  readonly board: string;
  readonly turn: Turn | null;
  /** Turns within this board. */
  readonly within: Turn | null;
  readonly children: ReactNode;
}

/** The head of a screen: what it shows, how old that is, and the ways to pause, to show every board in turns, and to leave. */
export function TvHead({ name, board, turn, within, children }: Props) {
  const say = useWords(tvWords);
  const company = useCompany();
  const boards = useOperation('boards', {}, { enabled: turn === null });
  const all = ['', ...(boards.data?.boards.filter(({ shared }) => shared).map(({ id }) => id) ?? []), 'goals'];
  const paused = within?.paused ?? turn?.paused ?? false;
  const toggle = (): void => {
    within?.toggle();
    // Both go on, or both stand.
    if (turn && turn.paused === paused) turn.toggle();
  };
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>
        {company.name && <span className={styles.company}>{company.name}</span>} {name}
      </h1>
      <p className={styles.fresh}>{children}</p>
      <div className={styles.ways}>
        {turn && <span className={styles.turn}>{say('turn', { number: turn.number, count: turn.count })}</span>}
        {within && <span className={styles.turn}>{say('group', { number: within.number, count: within.count })}</span>}
        {(turn || within) && (
          <button type="button" className={styles.way} onClick={toggle}>
            {say(paused ? 'resume' : 'pause')}
          </button>
        )}
        {turn === null && boards.data && (
          <Link to="/tv" search={{ board: all.join(',') }} className={styles.way}>
            {say('rotate')}
          </Link>
        )}
        <Link to="/" search={board === '' || board.startsWith('goals') ? {} : { board }} className={styles.way}>
          {say('leave')}
        </Link>
      </div>
    </header>
  );
}
