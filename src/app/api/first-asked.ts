import type { OperationInput, OperationOutput } from './client-types.ts';

/**
 * What the pages that are opened most ask for before all else: the browser asks by these, and the server sends along with a page what
 * these would be answered (`src/server/http/first-answers.ts`). Pure: of all `src/app`, the one file whose code reaches a browser.
 */

type Card = OperationOutput<'board'>['cards'][number];
type Where = NonNullable<OperationInput<'query'>['where']>;

/** What of the bar's choices a trend minds. */
type TrendView = Pick<OperationInput<'board'>, 'grain' | 'from' | 'compare' | 'asOf'>;

/** The home board, before anybody has filtered it. */
export const homeAsked: OperationInput<'board'> = { where: [] };

/** The card at the head of a KPI's page. */
export const cardAsked = (kpi: string): OperationInput<'board'> => ({ kpis: [kpi], where: [] });

/** How many months back the trend goes, by its grain. */
const monthsBack: Readonly<Record<string, number>> = { day: 2, week: 12, month: 24, quarter: 36, year: 84 };

function firstDay(end: string, grain: string): string {
  const [year = 0, month = 1, day = 1] = end.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - (monthsBack[grain] ?? 24), day + 1)).toISOString().slice(0, 10);
}

/** What the trend is laid beside; a target is told on the card: it is no series. */
export const comparedOf = ({ compare }: TrendView): 'previous' | 'year' | null =>
  compare === 'none' || compare === 'target' ? null : (compare ?? 'year');

export const grainOf = (card: Card | null, view: TrendView) => view.grain ?? (card && card.grain !== 'total' ? card.grain : 'month');

/** The trend of a KPI's page. */
export function trendAsked(kpi: string, card: Card | null, view: TrendView, where: Where): OperationInput<'query'> {
  const grain = grainOf(card, view);
  const end = card?.now.period.end ?? '';
  const compare = comparedOf(view);
  return {
    kpis: [kpi],
    grain,
    from: view.from ?? (end === '' ? '' : firstDay(end, grain)),
    to: end,
    where,
    ...(compare ? { compare } : {}),
    ...(view.asOf ? { asOf: view.asOf } : {}),
  };
}
