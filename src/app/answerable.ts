import { kpis } from '../kpis/catalogue.ts';
import { openDeals } from '../kpis/definitions/opportunity.ts';
import { resolveKpi } from '../kpis/resolve.ts';
import { openCount } from '../metrics/build.ts';
import { type Engine, watermarkOf } from '../metrics/engine.ts';

/** What pages ask as a whole, and some data cannot answer at all: many a CRM has nothing but deals. */
export const pageQuestions = ['funnel', 'customers', 'open_tickets', 'pipeline_bridge'] as const;

export type PageQuestion = (typeof pageQuestions)[number];

/** Which of them there are data for, so that no page asks what would be refused. */
export function answerableOf({ catalog }: Pick<Engine, 'catalog'>): readonly PageQuestion[] {
  const isThere: Readonly<Record<PageQuestion, () => boolean>> = {
    funnel: () =>
      ['funnel_stage_conversion', 'funnel_stage_duration'].every((id) => {
        const kpi = kpis.get(id);
        return kpi !== undefined && resolveKpi(kpi, catalog, { by: [], where: [] }).missing.length === 0;
      }),
    customers: () => catalog.rows('account') > 0 && watermarkOf(openCount('account_stage_span'), catalog) !== null,
    pipeline_bridge: () => catalog.rows('opportunity') > 0 && watermarkOf(openDeals, catalog) !== null,
    open_tickets: () => catalog.filled('ticket', 'opened_at') > 0,
  };
  return pageQuestions.filter((question) => isThere[question]());
}
