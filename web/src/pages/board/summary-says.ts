import type { Card } from '../../parts/kpi-card/card.ts';
import type { boardWords } from '../../words/board.ts';
import type { Say, Words } from '../../words/language.ts';

type KeyOf<W> = W extends Words<infer Key> ? Key : never;

const named = 3;

/** A name inside a sentence: without the abbreviation in brackets, and small where it begins a common word. */
function spoken({ name }: Card): string {
  const short = name.replace(/\s*\([^)]*\)\s*$/, '');
  return /^\p{Lu}\p{Ll}/u.test(short) ? short.charAt(0).toLowerCase() + short.slice(1) : short;
}

/** A piece of a sentence: text, or the name of a KPI that leads to it. */
export interface Piece {
  readonly text: string;
  readonly kpi: string | null;
}

/** What the board begins with: a sentence on what is better and what is worse, and how much of the rest is noise. */
export function summaryOf(
  cards: readonly Card[],
  say: Say<KeyOf<typeof boardWords>>,
  list: (items: readonly string[]) => string,
): { readonly sentence: readonly Piece[]; readonly told: string } {
  const of = (verdict: Card['verdict']): readonly Card[] =>
    cards.filter((card) => card.verdict === verdict).toSorted((left, right) => right.impact - left.impact);
  const better = of('better');
  const worse = of('worse');
  // Held against their targets, cards are on or off them; better and worse stand for it.
  const isTarget = cards.some(({ compared }) => compared?.against === 'target');
  const withTarget = cards.filter(({ target }) => target !== null).length;
  const noise = cards.filter(({ move }) => move === 'noise' || move === 'steady').length;
  // Neither noise nor news: too little is behind them, or the stretch was one of the reader's own.
  const unsure = cards.filter(({ move, compared }) => move === 'unknown' && compared !== null && compared.change !== 0).length;
  const listed = (some: readonly Card[]): string => list(some.slice(0, named).map(spoken));
  const sentence =
    better.length > 0 && worse.length > 0
      ? say(isTarget ? 'target_both' : 'both', { better: listed(better), worse: listed(worse) })
      : better.length > 0
        ? say(isTarget ? 'target_better' : 'better', { list: listed(better) })
        : worse.length > 0
          ? say(isTarget ? 'target_worse' : 'worse', { list: listed(worse) })
          : say(!isTarget && unsure > noise ? 'unjudged' : 'quiet');
  const moved = better.length + worse.length;
  const told = say(isTarget ? 'target_summary' : moved === 0 ? 'summary_none' : 'summary', {
    count: moved,
    all: isTarget ? withTarget : cards.length,
    better: better.length,
    worse: worse.length,
  });
  return {
    sentence: piecesOf(sentence, [...better.slice(0, named), ...worse.slice(0, named)]),
    told: [told, !isTarget && noise > 0 && say('noise', { count: noise }), !isTarget && unsure > 0 && say('unsure', { count: unsure })]
      .filter(Boolean)
      .join(' '),
  };
}

/** A sentence cut where the names of KPIs stand in it. */
function piecesOf(text: string, cards: readonly Card[]): readonly Piece[] {
  const found = cards.map((card) => ({ kpi: card.id, name: spoken(card), at: text.indexOf(spoken(card)) })).filter(({ at }) => at >= 0);
  const pieces: Piece[] = [];
  let from = 0;
  for (const { kpi, name, at } of found.toSorted((left, right) => left.at - right.at)) {
    if (at < from) continue;
    pieces.push({ text: text.slice(from, at), kpi: null }, { text: name, kpi });
    from = at + name.length;
  }
  return [...pieces, { text: text.slice(from), kpi: null }].filter((piece) => piece.text !== '');
}
