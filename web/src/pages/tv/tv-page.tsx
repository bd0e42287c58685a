import { onlineManager } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useSyncExternalStore } from 'react';
import { ApiError } from '../../api/error.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useSession } from '../../api/use-session.ts';
import { useAddress } from '../../frame/address.ts';
import { useView } from '../../frame/view.ts';
import { EmptyNotice, Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { frameWords } from '../../words/frame.ts';
import { useWords } from '../../words/language.ts';
import { ownBoardWords } from '../../words/own-board.ts';
import { tvWords } from '../../words/tv.ts';
import { askedOf } from '../board/asked.ts';
import { cardOf, cardsOf, type StoredCard, urgentAddress } from '../board/chosen.ts';
import { usePlaces } from '../board/own/use-places.ts';
import { useChosen } from '../board/use-chosen.ts';
import { GoalsScreen } from './goals-screen.tsx';
import { groupsOf, isForAll, knownUntil } from './groups.ts';
import { boardsIn, goalsOf } from './turns.ts';
import { TvCard } from './tv-card.tsx';
import { type Turn, TvHead } from './tv-head.tsx';
import styles from './tv-page.module.css';
import { useAwake } from './use-awake.ts';
import { useRotation } from './use-rotation.ts';

/** How often a screen that nobody touches asks again. */
const every = 60_000;
const none: readonly StoredCard[] = [];

/** How long a board stays before the next one comes: long enough for its own groups to be seen. */
const boardStay = 60_000;

/** What hangs on a wall: a board, the goals, or several in turns; nothing to press but leave and pause. */
export function Page() {
  const { address } = useAddress(['board']);
  const boards = useMemo(() => boardsIn(address.board), [address.board]);
  const rotation = useRotation(boards.length, boardStay);
  const board = boards[rotation.at] ?? '';
  const { paused, toggle, at } = rotation;
  const turn = boards.length > 1 ? { number: at + 1, count: boards.length, paused, toggle } : null;
  const goals = goalsOf(board);
  useAwake();
  return goals ? <GoalsScreen key={board} team={goals.team} board={board} turn={turn} /> : <OnWall key={board} board={board} turn={turn} />;
}

/** A board on a wall: large figures in turns, how old they are. */
function OnWall({ board, turn }: { readonly board: string; readonly turn: Turn | null }) {
  const own = useWords(ownBoardWords);
  const { view } = useView();
  const { chosen, error, refetch } = useChosen(board);
  const isUrgent = chosen?.is === 'urgent';
  const urgent = useOperation('board', askedOf(view), { enabled: isUrgent, every: 5 * every });
  const lead = urgent.data?.lead;
  const cards = useMemo(() => (isUrgent ? (lead ?? []).map(cardOf) : chosen ? cardsOf(chosen) : none), [isUrgent, lead, chosen]);
  const trouble = error ?? (isUrgent ? urgent.error : null);
  if (!chosen || (isUrgent && !urgent.data)) {
    return (
      <div className={styles.waiting}>
        <h1 className={styles.title}>Cuadro</h1>
        {trouble ? <TroubleNotice error={trouble} onRetry={refetch} /> : <Skeleton height="60vh" />}
      </div>
    );
  }
  const name = chosen.is === 'board' ? chosen.board.name : chosen.is === 'template' ? chosen.template.name : own('urgent');
  return chosen.is === 'gone' ? (
    <div className={styles.waiting}>
      <h1 className={styles.title}>{own('goneTitle')}</h1>
      <p>{own('gone')}</p>
      <Link to="/" search={{ board: urgentAddress } as never}>
        {own('toUrgent')}
      </Link>
    </div>
  ) : (
    <Screen name={name} cards={cards} board={board} turn={turn} />
  );
}

interface Props {
  readonly name: string;
  readonly cards: readonly StoredCard[];
  /** As the address has it. */
  readonly board: string;
  readonly turn: Turn | null;
}

function Screen({ name, cards, board, turn }: Props) {
  const say = useWords(tvWords);
  const format = useFormat();
  const { sample } = useSession();
  const frame = useWords(frameWords);
  const { view } = useView();
  const { places, isWhole, isCut, error, at } = usePlaces(cards, every);
  const shown = places.flatMap(({ card }) => (card && isForAll(card) ? [card] : []));
  const groups = groupsOf(shown);
  const rotation = useRotation(groups.length);
  const group = groups[rotation.at] ?? [];
  const until = knownUntil(shown);
  const moment = at === 0 ? '–' : format.moment(new Date(at).toISOString());
  const isOnline = useSyncExternalStore(onlineManager.subscribe, () => onlineManager.isOnline());
  const left = places.length - shown.length;
  const hasEnded = error instanceof ApiError && (error.status === 401 || error.status === 403);
  const [kind, ...who] = (view.owner ?? '').split(':');
  const filters = [view.segment, kind === '' ? undefined : kind === 'person' ? say('onePerson') : who.join(':')].filter(
    (one) => one !== undefined,
  );
  return (
    <div className={styles.screen}>
      <TvHead
        name={name}
        board={board}
        turn={turn}
        within={groups.length > 1 ? { ...rotation, number: rotation.at + 1, count: groups.length } : null}
      >
        {sample && <b>{frame('sample')}</b>}
        {filters.length > 0 && <span>{say('filtered', { list: format.list(filters) })}</span>}
        {until && <span>{say('until', { day: format.day(until) })}</span>}
        {at > 0 && <span>{say('checked', { moment })}</span>}
      </TvHead>
      {(isCut || !isOnline) && (
        <p role="alert" className={styles.cut}>
          {say(hasEnded ? 'ended' : 'offline', { moment })}
        </p>
      )}
      {!isWhole && <Skeleton height="60vh" />}
      {isWhole && shown.length === 0 && <EmptyNotice is="noData">{say('nothing')}</EmptyNotice>}
      <ul className={styles.cards} data-count={group.length}>
        {group.map((card) => (
          <TvCard key={card.id} card={card} />
        ))}
      </ul>
      {isWhole && left > 0 && shown.length > 0 && <p className={styles.left}>{say('left', { count: left })}</p>}
    </div>
  );
}
