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
  /** The status of a closing that ended the visit without another stage. */
  closedAs: Value;
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
  const seen: { stage: Value; pipeline: Value; closed: boolean; visit: Visit | null }[] = [];
  for (const stretch of lifeOf(world, deal)) {
    const { pipeline, status } = stretch.values;
    const closed = isClosing(status);
    const stage = openUnknown && !closed ? null : stretch.values.stage;
    const before = seen.at(-1);
    const same = before?.stage === stage && before.pipeline === pipeline;
    let visit: Visit | null = null;
    if (before && same && before.closed === closed) {
      visit = before.visit;
      if (visit) visit.to = stretch.to;
    } else if (same && closed && before?.visit) {
      before.visit.closedAs = status ?? null;
    } else {
      visit = { stage, pipeline, from: stretch.from, to: stretch.to, status: status ?? null, closed, closedAs: null, entered: stretch };
      visits.push(visit);
    }
    seen.push({ stage, pipeline, closed, visit });
  }
  return visits;
}

export function stageSpan(world: World): Row[] {
  return world.live('opportunity').flatMap((deal) => {
    const source = sourceOf(deal);
    const life = lifeOf(world, deal);
    const at = (value: Value): number => world.moment(value)?.at ?? 0;
    const position = (visit: Visit): number | null => {
      const place = recordOf(world, source, visit.pipeline, visit.stage)?.position ?? null;
      return place === null ? null : Number(place);
    };
    const category = (visit: Visit): Value =>
      visit.closed ? visit.status : (recordOf(world, source, visit.pipeline, visit.stage)?.category ?? 'open');
    const visits = visitsOf(world, deal);
    return visits.flatMap((visit, index) => {
      if (visit.stage === null) return [];
      const following = visits[index + 1] ?? null;
      // A deal that closed and then moved to another closing stage has that one next; reopened, it has none.
      const next = visit.closedAs !== null && !following?.closed ? null : following;
      const own = position(visit);
      const reached = visits.slice(index + 1).find((later) => {
        const place = position(later);
        return (own !== null && place !== null && place > own && category(later) !== 'lost') || category(later) === 'won';
      });
      const won =
        life.find((stretch) => stretch.values.status === 'won' && visit.to !== null && at(stretch.from) >= at(visit.to))?.from ?? null;
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
          next_category: next ? category(next) : visit.closedAs,
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
