import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { Card } from '../../parts/kpi-card/card.ts';
import { boardWords } from '../../words/board.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import styles from './summary.module.css';

const named = 3;

/** A name inside a sentence: without the abbreviation in brackets, and small where it begins a common word. */
function spoken({ name }: Card): string {
  const short = name.replace(/\s*\([^)]*\)\s*$/, '');
  return /^\p{Lu}\p{Ll}/u.test(short) ? short.charAt(0).toLowerCase() + short.slice(1) : short;
}

/** The page begins with a sentence: what is better, what is worse, and how much of the rest is noise. */
export function Summary({ cards }: { readonly cards: readonly Card[] }) {
  const say = useWords(boardWords);
  const format = useFormat();
  const of = (verdict: Card['verdict']): readonly Card[] =>
    cards.filter((card) => card.verdict === verdict).toSorted((left, right) => right.impact - left.impact);
  const better = of('better');
  const worse = of('worse');
  // Held against their targets, cards are on or off them; better and worse stand for it.
  const isTarget = cards.some(({ compared }) => compared?.against === 'target');
  const withTarget = cards.filter(({ target }) => target !== null).length;
  const noise = cards.filter(({ move }) => move === 'noise' || move === 'steady').length;
  const listed = (some: readonly Card[]): string => format.list(some.slice(0, named).map(spoken));
  const sentence =
    better.length > 0 && worse.length > 0
      ? say(isTarget ? 'target_both' : 'both', { better: listed(better), worse: listed(worse) })
      : better.length > 0
        ? say(isTarget ? 'target_better' : 'better', { list: listed(better) })
        : worse.length > 0
          ? say(isTarget ? 'target_worse' : 'worse', { list: listed(worse) })
          : say('quiet');
  const moved = better.length + worse.length;
  const told = isTarget ? 'target_summary' : moved === 0 ? 'summary_none' : 'summary';
  const linked = [...better.slice(0, named), ...worse.slice(0, named)];
  return (
    <div className={styles.summary}>
      <h1>
        <Linked text={sentence} cards={linked} />
      </h1>
      <p>
        {say(told, { count: moved, all: isTarget ? withTarget : cards.length, better: better.length, worse: worse.length })}{' '}
        {!isTarget && noise > 0 && say('noise', { count: noise })}
      </p>
    </div>
  );
}

/** A sentence in which the names of KPIs lead to them. */
function Linked({ text, cards }: { readonly text: string; readonly cards: readonly Card[] }) {
  const found = cards.map((card) => ({ card, name: spoken(card), at: text.indexOf(spoken(card)) })).filter(({ at }) => at >= 0);
  const sorted = found.toSorted((left, right) => left.at - right.at);
  let from = 0;
  return (
    <>
      {sorted.map(({ card, name, at }) => {
        if (at < from) return null;
        const before = text.slice(from, at);
        from = at + name.length;
        return (
          <Fragment key={card.id}>
            {before}
            <Link to="/kpis/$id" params={{ id: card.id }} className={styles.link}>
              {name}
            </Link>
          </Fragment>
        );
      })}
      {text.slice(from)}
    </>
  );
}
