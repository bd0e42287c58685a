import { homeAsked } from '../../../src/app/api/first-asked.ts';
import { askEarly } from '../api/early.ts';
import headStyles from '../pages/board/head/board-head.module.css';
import styles from '../pages/board/summary.module.css';
import { summaryOf } from '../pages/board/summary-says.ts';
import { boardWords } from '../words/board.ts';
import { languageShown, sayIn } from '../words/language.ts';
import { formatFor } from '../words/writing.ts';
import { element } from './element.ts';
import firstStyles from './first.module.css';
import type { Session } from './first-page.ts';
import { turn } from './turn.ts';

/** The board begins with its sentence: as `pages/board/summary` has it. */
export async function firstBoard({ workspace, board }: Session): Promise<readonly Node[] | null> {
  // Theirs is another.
  if (board !== null) return null;
  const language = languageShown();
  const asked = askEarly('board', homeAsked);
  void askEarly('boards', {});
  void askEarly('board_templates', { language });
  const say = sayIn(language, boardWords);
  const { list } = formatFor(language, workspace);
  // The first list and the first words of a language take a telephone longer than all after them: they are written while the figures are on their way.
  await turn();
  list([say('first'), say('rest')]);
  const { cards } = await asked;
  if (cards.length === 0) return null;
  const { sentence, told } = summaryOf(cards, say, list);
  const title = element(
    'h1',
    undefined,
    ...sentence.map(({ text, kpi }) => {
      if (kpi === null) return text;
      const link = element('a', styles.link, text);
      link.href = `/kpis/${kpi}`;
      return link;
    }),
  );
  return [
    element('div', headStyles.head, element('span', firstStyles.picker)),
    element('div', styles.summary, title, element('p', undefined, told)),
  ];
}
