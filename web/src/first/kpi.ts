import { cardAsked, grainOf, trendAsked } from '../../../src/app/api/first-asked.ts';
import { askEarly } from '../api/early.ts';
import headStyles from '../pages/kpi/head.module.css';
import { cellsOf, pointOf, trendSays } from '../pages/kpi/trend-says.ts';
import frameStyles from '../parts/chart-frame/chart-frame.module.css';
import sectionStyles from '../parts/page-section/page-section.module.css';
import { kpiWords } from '../words/kpi.ts';
import { languageShown, sayIn } from '../words/language.ts';
import { formatFor } from '../words/writing.ts';
import { element } from './element.ts';
import firstStyles from './first.module.css';
import type { Session } from './first-page.ts';
import { turn } from './turn.ts';

/** A KPI's page begins with its name, its value and where it went: as `pages/kpi/head` and `pages/kpi/trend` have it. */
export async function firstKpi({ workspace }: Session, id: string): Promise<readonly Node[] | null> {
  const language = languageShown();
  const say = sayIn(language, kpiWords);
  const format = formatFor(language, workspace);
  const described = askEarly('kpis', { id, language });
  const { cards } = await askEarly('board', cardAsked(id));
  const card = cards.find((one) => one.id === id);
  if (!card) return null;
  const asked = askEarly('query', trendAsked(id, card, {}, []));
  const grain = grainOf(card, {});
  const figure = card.now.value === null ? null : format.figure(card.now.value, card.unit);
  // The first number and the first date of a language take a telephone as long as all the rest: each in a turn of its own.
  await turn();
  format.period(card.now.period, grain);
  await turn();
  const kpi = (await described).kpis.find((one) => one.id === id);
  if (!kpi || !('texts' in kpi)) return null;
  const points = cellsOf(await asked, card.group).map((cell) => pointOf(cell, grain, format));
  const value = element('p', headStyles.value);
  if (figure?.before) value.append(element('small', undefined, `${figure.before} `));
  if (figure) value.append(figure.figure);
  if (figure?.after) value.append(element('small', undefined, ` ${figure.after}`));
  return [
    element(
      'header',
      headStyles.head,
      element(
        'div',
        undefined,
        element('p', headStyles.path, say('toCatalogue')),
        element('h1', undefined, kpi.name),
        element('p', headStyles.question, kpi.texts.question),
      ),
      element('div', `${headStyles.coming} ${firstStyles.now}`, value),
    ),
    element(
      'section',
      `${sectionStyles.section} ${sectionStyles.sheet}`,
      element('div', sectionStyles.head, element('h2', undefined, say('trend'))),
      element(
        'figure',
        frameStyles.frame,
        element('div', frameStyles.head, element('p', frameStyles.sentence, trendSays(points, card.unit, say, format).sentence)),
        element('div', firstStyles.drawing),
      ),
    ),
  ];
}
