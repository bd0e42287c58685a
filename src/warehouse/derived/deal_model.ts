import { type ClosedDeals, cellsByPath, winCells } from '../../estimators/win_probability.ts';
import { dealModel } from '../../model/derived/deal_model.ts';
import type { Row } from '../run.ts';
import type { DerivedContext, ModelledBuilder } from './context.ts';
import { isLive } from './moment.ts';
import { firstDayOf, quarterOf, quarterOfDay } from './quarter.ts';
import { reachSql } from './reach.ts';
import { groupRows, nameOf, numberOf, textOf } from './read.ts';

/** Fewer closed deals than these teach nothing. */
const fewestClosed = 20;
/** And a margin is compared with those of as many won deals. */
const fewestMargins = 10;
/** A person's cell and a characteristic's need as many; what fewer say is next to nothing beside the cell above. */
const fewestOfCell = 5;

/**
 * Each closed deal with the quarter in which it was last open, or began and closed at once; `won` is 1 or 0. The whole part of the
 * margin rate in percent, between −100 and 100.
 */
const closedSql = ({ dialect, relation }: DerivedContext): string => {
  const percent = `floor(100 * ${dialect.double('o.margin')} / ${dialect.double('o.amount')} + 0.5e0)`;
  return `select o._source as _source, o.id as id, ${quarterOf(dialect, 's.closed_day')} as quarter, case when o.status = 'won' then 1 else 0 end as won,
    o.type as type, o.account_id as account_id, o.product_id as product_id,
    case when o.margin is not null and o.amount > 0 and coalesce(o.type, '') <> 'renewal' then ${dialect.least('100', dialect.greatest('-100', percent))} end as margin
  from ${relation('opportunity')} as o
  join (
    select p._source as _source, p.opportunity_id as opportunity_id, coalesce(max(case when p.status = 'open' then p.valid_to_day end), min(p.valid_from_day)) as closed_day
    from ${relation('opportunity_span')} as p
    group by p._source, p.opportunity_id
  ) as s on s._source = o._source and s.opportunity_id = o.id
  where ${isLive('o')} and o.status in ('won', 'lost') and s.closed_day is not null`;
};

const counts = 'count(*) as closed, sum(c.won) as won';

/** The deals of each stage that some deal has left for another: a stage that none has left may be that of the closing. */
const stagesSql = (context: DerivedContext): string => {
  const visits = context.relation('stage_span');
  return `select c._source as _source, c.quarter as quarter, v.pipeline as pipeline, v.stage as stage, coalesce(c.type, '') as type, v.owner_id as owner_id, ${counts}
from (${closedSql(context)}) as c
join (
  select s._source as _source, s.opportunity_id as opportunity_id, coalesce(s.pipeline, '') as pipeline, s.stage as stage, coalesce(max(s.owner_id), '') as owner_id
  from ${visits} as s
  where s.category = 'open' and s.stage is not null
  group by s._source, s.opportunity_id, coalesce(s.pipeline, ''), s.stage
) as v on v._source = c._source and v.opportunity_id = c.id
join (
  select distinct l._source as _source, coalesce(l.pipeline, '') as pipeline, l.stage as stage from ${visits} as l where l.category = 'open' and l.stage is not null and l.next_stage is not null
) as f on f._source = v._source and f.pipeline = v.pipeline and f.stage = v.stage
group by c._source, c.quarter, v.pipeline, v.stage, coalesce(c.type, ''), v.owner_id
order by 1, 2, 3, 4, 5, 6`;
};

/** The characteristics of the ideal profile: where each is found. `c` is the deal, `a` its account. */
export const profileAttributes = {
  type: 'c.type',
  industry: 'a.industry',
  segment: 'a.segment',
  size: 'a.size',
  product: 'c.product_id',
} as const;

const profileSql = (context: DerivedContext): string => `with deal as (
  ${closedSql(context)}
), told as (
  ${Object.entries(profileAttributes)
    .map(
      ([name, column]) =>
        `select c._source as _source, c.quarter as quarter, c.won as won, '${name}' as attribute, ${column} as value from deal as c left join ${context.relation('account')} as a on a._source = c._source and a.id = c.account_id where ${column} is not null`,
    )
    .join('\n  union all\n  ')}
)
select c._source as _source, c.quarter as quarter, c.attribute as attribute, c.value as value, ${counts}
from told as c
group by c._source, c.quarter, c.attribute, c.value
order by 1, 2, 3, 4`;

const marginSql = (
  context: DerivedContext,
): string => `select c._source as _source, c.quarter as quarter, c.margin as margin, count(*) as won
from (${closedSql(context)}) as c
where c.won = 1 and c.margin is not null
group by c._source, c.quarter, c.margin
order by 1, 2, 3`;

/** Rows that have what others before the quarter had, added up over the columns that tell them apart. */
const totals = (rows: readonly Row[], before: number, columns: readonly string[]): readonly (Row & { closed: number; won: number })[] => {
  const added = new Map<string, Row & { closed: number; won: number }>();
  for (const row of rows) {
    if (numberOf(row, 'quarter') >= before) continue;
    const key = JSON.stringify(columns.map((column) => row[column] ?? null));
    const known = added.get(key);
    const closed = (known?.closed ?? 0) + numberOf(row, 'closed');
    const won = (known?.won ?? 0) + numberOf(row, 'won');
    added.set(key, { ...row, closed, won });
  }
  return [...added.values()];
};

const levels = ['all', 'stage', 'stage_type', 'stage_type_owner'] as const;

/** The cells of winning of one quarter, from the deals of each path. A stage is its pipeline and name. */
const winRows = (base: Row, all: { closed: number; won: number }, stages: readonly Row[], before: number): readonly Row[] => {
  const given: ClosedDeals[] = totals(stages, before, ['pipeline', 'stage', 'type', 'owner_id']).map((row) => ({
    path: [JSON.stringify([textOf(row, 'pipeline'), textOf(row, 'stage')]), textOf(row, 'type'), textOf(row, 'owner_id')],
    won: row.won,
    closed: row.closed,
  }));
  return [...cellsByPath(winCells({ successes: all.won, n: all.closed }, given)).values()]
    .filter(({ path, closed }) => path.length < 3 || (closed >= fewestOfCell && path[2] !== ''))
    .map(({ path: [place, type, owner], won, closed, probability }) => {
      const [pipeline, stage]: readonly string[] = place === undefined ? [] : JSON.parse(place);
      const level = levels[[place, type, owner].filter((part) => part !== undefined).length];
      return {
        ...base,
        level: level ?? 'all',
        pipeline: pipeline || null,
        stage: stage || null,
        type: type || null,
        owner_id: owner || null,
        closed,
        won,
        estimate: probability,
      };
    });
};

const profileRows = (base: Row, all: { closed: number; won: number }, profiles: readonly Row[], before: number): readonly Row[] => {
  const groups = groupRows(totals(profiles, before, ['attribute', 'value']), 'attribute');
  return [...groups].flatMap(([attribute, own]) => {
    const given = own.map((row) => ({ path: [textOf(row, 'value')], won: numberOf(row, 'won'), closed: numberOf(row, 'closed') }));
    return winCells({ successes: all.won, n: all.closed }, given)
      .filter(({ path, closed }) => path.length === 1 && closed >= fewestOfCell)
      .map(({ path: [value = ''], won, closed, probability }) => ({
        ...base,
        level: 'profile',
        attribute,
        value,
        closed,
        won,
        estimate: probability,
      }));
  });
};

/** For each whole percent the share of won deals below it, and half of those at it. */
const marginRows = (base: Row, margins: readonly Row[], before: number): readonly Row[] => {
  const at = new Map<number, number>();
  for (const row of margins) {
    if (numberOf(row, 'quarter') < before) at.set(numberOf(row, 'margin'), (at.get(numberOf(row, 'margin')) ?? 0) + numberOf(row, 'won'));
  }
  const all = [...at.values()].reduce((sum, count) => sum + count, 0);
  if (all < fewestMargins) return [];
  let below = 0;
  return Array.from({ length: 201 }, (_, index) => {
    const here = at.get(index - 100) ?? 0;
    const estimate = (below + here / 2) / all;
    below += here;
    return { ...base, level: 'margin', value: String(index - 100), closed: all, won: all, estimate };
  });
};

/** What closed deals teach about those open in each quarter; told at the model's `deal_model`. */
export const dealModelBuilder: ModelledBuilder = {
  dataset: dealModel,
  reach: { of: ['opportunity'] },
  reads: (context) => ({
    closed: `select c._source as _source, c.quarter as quarter, ${counts} from (${closedSql(context)}) as c group by c._source, c.quarter order by 1, 2`,
    stages: stagesSql(context),
    profiles: profileSql(context),
    margins: marginSql(context),
    reach: `select r.source as _source, ${context.dialect.asText('r.day', 'date')} as day from (${reachSql(context, ['opportunity'])}) as r order by 1`,
  }),
  make: ({ closed = [], stages = [], profiles = [], margins = [], reach = [] }) => {
    const [stagesOf, profilesOf, marginsOf, reachOf] = [stages, profiles, margins, reach].map((rows) => groupRows(rows, '_source'));
    return [...groupRows(closed, '_source')].flatMap(([source, own]) => {
      const quarters = own.map((row) => numberOf(row, 'quarter'));
      const reached = nameOf(reachOf?.get(source)?.[0] ?? {}, 'day');
      const last = Math.max(...quarters, ...(reached === null ? [] : [quarterOfDay(reached)]));
      const rows: Row[] = [];
      for (let quarter = Math.min(...quarters) + 1; quarter <= last; quarter++) {
        const [all] = totals(own, quarter, []);
        if (!all || all.closed < fewestClosed || all.won === 0 || all.won === all.closed) continue;
        const base = { _source: source, used_from: firstDayOf(quarter) };
        rows.push(
          ...winRows(base, all, stagesOf?.get(source) ?? [], quarter),
          ...profileRows(base, all, profilesOf?.get(source) ?? [], quarter),
          ...marginRows(base, marginsOf?.get(source) ?? [], quarter),
        );
      }
      return rows;
    });
  },
};
