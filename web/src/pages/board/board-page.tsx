import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useSession } from '../../api/use-session.ts';
import { useAddress } from '../../frame/address.ts';
import { FirstSteps } from '../../parts/first-steps/first-steps.tsx';
import { Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { frameWords } from '../../words/frame.ts';
import { useWords } from '../../words/language.ts';
import { ownBoardWords } from '../../words/own-board.ts';
import { cardsOf, urgentAddress } from './chosen.ts';
import { type Draft, draftOf } from './edit/draft.ts';
import { BoardHead } from './head/board-head.tsx';
import { Urgent } from './urgent.tsx';
import { useChosen } from './use-chosen.ts';

// Whoever looks at the most urgent loads neither.
const OwnBoard = lazy(() => import('./own/own-board.tsx').then(({ OwnBoard: it }) => ({ default: it })));
const Editor = lazy(() => import('./edit/editor.tsx').then(({ Editor: it }) => ({ default: it })));

/** The board that a manager opens every morning: the most urgent of all KPIs, one of one's own or the company's, or a template by role. */
export function Page() {
  const say = useWords(ownBoardWords);
  const frame = useWords(frameWords);
  const { address, put, go } = useAddress(['board']);
  const { board: home, known } = useSession();
  const { chosen, boards, templates, error, refetch } = useChosen(address.board);
  const [draft, setDraft] = useState<Draft | null>(null);
  const name =
    chosen?.is === 'board'
      ? chosen.board.name
      : chosen?.is === 'template'
        ? chosen.template.name
        : say(chosen?.is === 'gone' ? 'goneTitle' : 'urgent');
  // A tab and a PDF bear the name of their board.
  const title = address.board === '' ? frame('board') : name;
  useEffect(() => {
    document.title = `${title} · Cuadro`;
  }, [title]);
  // Whoever has a board of their own open first has it in the address too: the link opens what is seen.
  const isOnTheWay = address.board === '' && (!known || home !== null);
  useEffect(() => {
    if (address.board === '' && home !== null) put({ board: home });
  }, [address.board, home, put]);
  const choose = (board: string): void => go({ board: board === '' && home !== null ? urgentAddress : board });
  const show = (board: string): void => {
    setDraft(null);
    choose(board);
  };
  if (draft) {
    return (
      <Suspense fallback={<Skeleton height={480} />}>
        <Editor before={draft} onDone={show} onDiscard={() => setDraft(null)} />
      </Suspense>
    );
  }
  if (!chosen || isOnTheWay) return error ? <TroubleNotice error={error} onRetry={refetch} /> : <Skeleton height={480} />;
  const cards = cardsOf(chosen);
  return (
    <>
      <BoardHead
        chosen={chosen}
        boards={boards}
        templates={templates}
        onChoose={choose}
        onDraft={(from) =>
          setDraft(draftOf(from, chosen, { fresh: say('newName'), copyOf: (of) => (of.length > 80 ? of : say('copyOf', { name: of })) }))
        }
      />
      <FirstSteps />
      {chosen.is === 'urgent' && <Urgent name={name} />}
      {chosen.is === 'gone' && (
        <>
          <h1>{say('goneTitle')}</h1>
          <p>
            {say('gone')}{' '}
            <Link to="/" search={{ board: urgentAddress } as never}>
              {say('toUrgent')}
            </Link>
          </p>
        </>
      )}
      {(chosen.is === 'board' || chosen.is === 'template') && (
        <Suspense fallback={<Skeleton height={480} />}>
          <OwnBoard key={address.board} name={name} cards={cards} />
        </Suspense>
      )}
    </>
  );
}
