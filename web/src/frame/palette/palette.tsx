import { Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useOperation } from '../../api/use-operation.ts';
import { pages } from '../../pages/list.ts';
import { frameWords } from '../../words/frame.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import styles from './palette.module.css';

interface Props {
  readonly onClose: () => void;
}

interface Goal {
  readonly key: string;
  readonly group: string;
  readonly text: string;
  readonly go: () => void;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
const shownPerGroup = 8;

/** Ctrl+K: any page or KPI by typing some of its name; accents do not matter. */
export function Palette({ onClose }: Props) {
  const say = useWords(frameWords);
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={560}
      yOffset="12vh"
      attributes={{ content: { 'aria-label': say('palette') } }}
    >
      <Search onClose={onClose} />
    </Modal>
  );
}

function Search({ onClose }: Props) {
  const say = useWords(frameWords);
  const id = useId();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { data } = useOperation('kpis', { language });
  const { data: own } = useOperation('boards', {});
  const [sought, setSought] = useState('');
  const [at, setAt] = useState(0);
  const all: readonly Goal[] = [
    ...pages
      .filter(({ place }) => place !== null)
      .map(({ path, name }) => ({ key: path, group: say('palettePages'), text: say(name), go: () => void navigate({ to: path }) })),
    ...(own?.boards ?? []).map((board) => ({
      key: `board-${board.id}`,
      group: say('paletteBoards'),
      text: board.name,
      go: () => void navigate({ to: '/', search: { board: board.id } }),
    })),
    ...(data?.kpis ?? []).map((kpi) => ({
      key: kpi.id,
      group: say('paletteKpis'),
      text: kpi.name,
      go: () => void navigate({ to: '/kpis/$id', params: { id: kpi.id } }),
    })),
    { key: 'print', group: say('paletteActions'), text: say('print'), go: () => window.print() },
  ];
  const words = plain(sought).split(/\s+/);
  const found = [
    ...Map.groupBy(
      all.filter(({ text }) => words.every((word) => plain(text).includes(word))),
      ({ group }) => group,
    ),
  ].flatMap(([, goals]) => goals.slice(0, shownPerGroup));
  const chosen = found[Math.min(at, found.length - 1)];
  const go = (goal: Goal | undefined): void => {
    if (!goal) return;
    onClose();
    goal.go();
  };
  return (
    <div className={styles.palette}>
      <input
        className={styles.input}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}list`}
        aria-activedescendant={chosen ? `${id}${chosen.key}` : undefined}
        aria-label={say('paletteHelp')}
        placeholder={say('paletteHelp')}
        data-autofocus
        value={sought}
        onChange={(event) => {
          setSought(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
          else if (event.key === 'Enter') go(chosen);
          else return;
          event.preventDefault();
        }}
      />
      <div id={`${id}list`} role="listbox" aria-label={say('palette')} className={styles.list}>
        {found.map((goal, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above
          <div
            key={goal.key}
            id={`${id}${goal.key}`}
            role="option"
            tabIndex={-1}
            aria-selected={goal === chosen}
            className={styles.goal}
            ref={(element) => {
              if (goal === chosen) element?.scrollIntoView({ block: 'nearest' });
            }}
            onClick={() => go(goal)}
          >
            <span>{goal.text}</span>
            {found[index - 1]?.group !== goal.group && <small>{goal.group}</small>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={styles.none}>{say('nothingFound')}</p>}
    </div>
  );
}
