import { type Row, sourceOf, type Value } from '../company.ts';
import type { World } from '../world.ts';
import { groupBy, known } from './orders.ts';

const steps = ['lead', 'opportunity', 'customer', 'lapsed'];

/** The stages of each account: what it turned into, when, and what it was before. */
export function accountStageSpan(world: World, customers: readonly Row[]): Row[] {
  const turns: { row: Row; stage: string; when: Value }[] = [];
  const turn = (source: Row, account: Value | undefined, stage: string, when: Value | undefined): void => {
    if (known(account) && known(when))
      turns.push({ row: { _source: sourceOf(source), account_id: account ?? null }, stage, when: when ?? null });
  };
  for (const lead of world.live('lead'))
    if (world.settings.glossary.lead !== 'reachable' || known(lead.email) || known(lead.phone))
      turn(lead, lead.converted_account_id, 'lead', lead.created_at);
  for (const deal of world.live('opportunity')) turn(deal, deal.account_id, 'opportunity', deal.created_at);
  for (const span of customers) {
    turn(span, span.account_id, 'customer', span.valid_from);
    turn(span, span.account_id, 'lapsed', span.valid_to);
  }
  const at = (when: Value): number => world.moment(when)?.at ?? 0;
  const keyOf = (row: Row): string => JSON.stringify([row._source, row.account_id]);
  return groupBy(
    turns.map(({ row }) => row),
    keyOf,
  ).flatMap(([first]) => {
    if (!first) return [];
    const own = turns
      .filter(({ row }) => keyOf(row) === keyOf(first))
      .sort((a, b) => at(a.when) - at(b.when) || ((steps.indexOf(a.stage) + 1) % 4) - ((steps.indexOf(b.stage) + 1) % 4));
    let reached = -1;
    const kept = own.filter(({ stage }) => {
      const step = steps.indexOf(stage);
      const counts = step >= 2 || step > reached;
      reached = Math.max(reached, step);
      return counts;
    });
    const spans: Row[] = [];
    kept.forEach(({ stage, when }, index) => {
      const next = kept[index + 1]?.when ?? null;
      if (next !== null && at(next) <= at(when)) return;
      spans.push({ ...first, stage, previous_stage: spans.at(-1)?.stage ?? null, valid_from: when, valid_to: next });
    });
    return spans;
  });
}
