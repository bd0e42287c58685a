import { type Row, sourceOf, type Value } from '../company.ts';
import type { World } from '../world.ts';
import { isClosing, lifeOf, type Stretch } from './deals.ts';

interface Visit {
  readonly stage: Value;
  readonly pipeline: Value;
  readonly from: Value;
  to: Value;
  readonly status: Value;
  readonly closed: boolean;
  readonly entered: Stretch;
}

/** The record of a stage by its name or id, in its pipeline or else in any. */
function recordOf(world: World, source: string, pipeline: Value, stage: Value): Row | null {
  const named = world.live('stage').filter((row) => sourceOf(row) === source && (row.name === stage || row.id === stage));
  return named.find((row) => row.pipeline === pipeline) ?? named[0] ?? null;
}

/** The stretches of a deal in which stage and pipeline stay, also those without a known stage; a closing in the same stage ends one and begins none. */
function visitsOf(world: World, deal: Row): Visit[] {
  const source = sourceOf(deal);
  const hasHistory = world.changes(source, 'opportunity', String(deal.id), 'stage').length > 0;
  const ownCategory = recordOf(world, source, deal.pipeline ?? null, deal.stage ?? null)?.category;
  const openUnknown = !hasHistory && isClosing(deal.status) && isClosing(ownCategory);
  const visits: Visit[] = [];
  for (const stretch of lifeOf(world, deal)) {
    const stage = openUnknown && !stretch.closed ? null : stretch.values.stage;
    const { pipeline, status } = stretch.values;
    const last = visits.at(-1);
    const same = last !== undefined && last.stage === stage && last.pipeline === pipeline;
    if (same && (last.closed || !stretch.closed)) last.to = last.closed === stretch.closed ? stretch.to : last.to;
    else if (!same) visits.push({ stage, pipeline, from: stretch.from, to: stretch.to, status, closed: stretch.closed, entered: stretch });
  }
  return visits;
}

export function stageSpan(world: World): Row[] {
  return world.live('opportunity').flatMap((deal) => {
    const source = sourceOf(deal);
    const life = lifeOf(world, deal);
    const closing = life.find((stretch) => stretch.closed) ?? null;
    const at = (value: Value): number => world.moment(value)?.at ?? 0;
    const position = (visit: Visit): number | null => {
      const place = recordOf(world, source, visit.pipeline, visit.stage)?.position ?? null;
      return place === null ? null : Number(place);
    };
    const category = (visit: Visit): Value =>
      visit.closed ? (deal.status ?? null) : (recordOf(world, source, visit.pipeline, visit.stage)?.category ?? 'open');
    const visits = visitsOf(world, deal);
    return visits.flatMap((visit, index) => {
      if (visit.stage === null) return [];
      const next = visits[index + 1] ?? null;
      const own = position(visit);
      const reached = visits.slice(index + 1).find((later) => {
        const place = position(later);
        return (own !== null && place !== null && place > own && category(later) !== 'lost') || category(later) === 'won';
      });
      const won = closing !== null && deal.status === 'won' && !visit.closed ? closing.from : null;
      const times = [reached?.from ?? null, won].filter((time) => time !== null).sort((a, b) => at(a) - at(b));
      return [
        {
          _source: source,
          opportunity_id: deal.id ?? null,
          pipeline: visit.pipeline,
          stage: visit.stage,
          position: own,
          category: category(visit),
          valid_from: visit.from,
          valid_to: visit.to,
          next_stage: next?.stage ?? null,
          next_position: next ? position(next) : null,
          next_category: next ? category(next) : !visit.closed && closing !== null ? (deal.status ?? null) : null,
          advanced_at: times[0] ?? null,
          amount: visit.entered.values.amount,
          currency: visit.entered.values.currency,
          owner_id: visit.entered.values.owner_id,
          start_unknown: visit.entered.startUnknown,
        },
      ];
    });
  });
}
