import { Checkbox, TextInput } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../../../api/error.ts';
import { useOperation, useWrite } from '../../../api/use-operation.ts';
import { useMay } from '../../../api/use-session.ts';
import { ConfirmButton } from '../../../parts/confirm-button/confirm-button.tsx';
import { FormEnd } from '../../../parts/form-end/form-end.tsx';
import { announce } from '../../../parts/live-region/live-region.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { useWords } from '../../../words/language.ts';
import { ownBoardWords } from '../../../words/own-board.ts';
import type { Place } from '../own/places.ts';
import { usePlaces } from '../own/use-places.ts';
import { AddKpi } from './add-kpi.tsx';
import { added, changed, type Draft, isChanged, moved } from './draft.ts';
import { EditCard } from './edit-card.tsx';
import styles from './editor.module.css';
import { useSorting } from './use-sorting.ts';

interface Props {
  readonly before: Draft;
  /** With the address of the board that is there now; empty: it was deleted. */
  readonly onDone: (address: string) => void;
  readonly onDiscard: () => void;
}

/** Whether somebody saved the board meanwhile. */
const isOvertaken = (error: Error | null): boolean => error instanceof ApiError && error.code === 'board_changed';

/** Puts a board together in its own place: name, who sees it, which KPIs, in which order. Nothing is kept until it is saved. */
export function Editor({ before, onDone, onDiscard }: Props) {
  const say = useWords(ownBoardWords);
  const mayShare = useMay('catalogue.write');
  const [draft, setDraft] = useState(before);
  const { places, kpis } = usePlaces(draft.cards);
  const boards = useOperation('boards', {});
  const most = boards.data?.most_cards ?? 0;
  const save = useWrite('save_board');
  const remove = useWrite('remove_board');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isLeaving = useRef(false);
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      !isLeaving.current && current.pathname !== next.pathname && isChanged(before, draft) && !window.confirm(say('leave')),
    enableBeforeUnload: () => !isLeaving.current && isChanged(before, draft),
  });
  const done = (address: string, said: string): void => {
    isLeaving.current = true;
    announce(said);
    onDone(address);
  };
  const put = (cards: Draft['cards']): void => setDraft((now) => ({ ...now, cards }));
  const sorting = useSorting({
    keys: places.map(({ key }) => key),
    onMove: (from, to) => {
      const name = places[from]?.name ?? '';
      put(moved(draft.cards, from, to));
      announce(say('movedTo', { name, place: to + 1, count: draft.cards.length }));
    },
    onRevert: (order) => put(order.flatMap((key) => places.find((place) => place.key === key)?.stored ?? [])),
  });
  const take = (place: Place): void => {
    put(draft.cards.filter((card) => card !== place.stored));
    announce(say('removed', { name: place.name }));
    const index = places.indexOf(place);
    const next = places[index + 1] ?? places[index - 1];
    if (next) sorting.focus(next.key);
    else heading.current?.focus();
  };
  const add = (kpi: string): void => {
    put(added(draft.cards, kpi, most));
    announce(say('added', { name: kpis.find(({ id }) => id === kpi)?.name ?? kpi }));
  };
  const keep = ({ id, version, name, shared, cards, goals }: Draft): void =>
    save.mutate(
      { id, version, name, shared, layout: { cards: [...cards], goals: [...goals] } },
      {
        onSuccess: (board) => done(board.id, say('saved', { name: board.name })),
        // Whoever then looks at theirs sees it as it is now.
        onError: (error) => void (isOvertaken(error) && boards.refetch()),
      },
    );
  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        keep(draft);
      }}
    >
      <div className={styles.bar}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {say(before.id === null ? 'making' : 'editing')}
        </h1>
        <div className={styles.fields}>
          <TextInput
            label={say('name')}
            required
            withAsterisk={false}
            maxLength={100}
            value={draft.name}
            className={styles.name}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          />
          {mayShare && (
            <Checkbox
              label={say('share')}
              checked={draft.shared}
              className={styles.share}
              onChange={(event) => setDraft({ ...draft, shared: event.currentTarget.checked })}
            />
          )}
        </div>
        {isOvertaken(save.error) && (
          <div role="alert" className={styles.overtaken}>
            <p>
              <b>{say('overtaken')}</b> {say('overtakenHelp')}
            </p>
            <div className={styles.choices}>
              <PushButton
                onClick={() =>
                  keep({ ...draft, id: null, version: null, shared: false, name: say('copyOf', { name: draft.name }).slice(0, 100) })
                }
              >
                {say('keepCopy')}
              </PushButton>
              <PushButton onClick={() => keep({ ...draft, version: null })}>{say('keepOver')}</PushButton>
              <PushButton onClick={onDiscard}>{say('takeTheirs')}</PushButton>
            </div>
          </div>
        )}
        <FormEnd
          label={say('save')}
          busy={save.isPending}
          quiet={!isChanged(before, draft) && before.id !== null}
          disabled={draft.name.trim() === '' || draft.cards.length === 0}
          error={isOvertaken(save.error) ? null : (save.error ?? remove.error)}
        >
          <PushButton onClick={onDiscard}>{say('discard')}</PushButton>
          {before.id !== null && (
            <span className={styles.delete}>
              <ConfirmButton
                question={say(before.shared ? 'deleteQuestionShared' : 'deleteQuestion')}
                sure={say('deleteSure')}
                keep={say('deleteKeep')}
                disabled={remove.isPending}
                onConfirm={() => {
                  isLeaving.current = true;
                  remove.mutate(
                    { board: before.id ?? '' },
                    { onSuccess: ({ removed }) => done('', say('deleted', { name: removed })), onError: () => (isLeaving.current = false) },
                  );
                }}
              >
                {say('delete')}
              </ConfirmButton>
            </span>
          )}
        </FormEnd>
      </div>
      <div className={styles.adding}>
        {most > 0 && <AddKpi kpis={kpis} cards={draft.cards} most={most} onAdd={add} />}
        <small>{say('count', { count: draft.cards.length })}</small>
        {draft.cards.length > 1 && (
          <p id="order-help" className={styles.help}>
            {say('orderHelp')}
          </p>
        )}
      </div>
      {draft.cards.length === 0 && <p>{say('emptyEdit')}</p>}
      <ol className={styles.cards} data-sorting={sorting.held !== null || undefined}>
        {places.map((place, index) => (
          <EditCard
            key={place.key}
            place={place}
            index={index}
            count={places.length}
            sorting={sorting}
            kpi={kpis.find(({ id }) => id === place.stored.kpi)}
            onChange={(to) => put(changed(draft.cards, place.stored, to))}
            onRemove={() => take(place)}
          />
        ))}
      </ol>
    </form>
  );
}
