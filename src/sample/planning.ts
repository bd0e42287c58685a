import { calendarMonths, type Month } from './months.ts';
import type { Person } from './people.ts';
import { story } from './story.ts';
import { cents, type World } from './world.ts';

/** Targets and forecasts, made as people make them: near what came, with the optimism of each. */
export function putPlans(world: World): void {
  const months = calendarMonths(world.calendar);
  putTargets(world, months);
  const sellers = world.people.byTeam('Ventas');
  sellers.forEach((person, i) => {
    putForecasts(world, person, months, i);
  });
  putIssues(world);
}

/** KPI and what it should reach in a month; rates as fractions. */
const standing: readonly (readonly [string, number])[] = [
  ['opportunity_conversion_rate', 0.36],
  ['lead_qualification_rate', 0.4],
  ['csat', 0.82],
  ['nps', 30],
  ['first_response_time', 2.5],
  ['on_time_delivery', 0.93],
  ['retention_rate', 0.985],
  ['churn_rate', 0.015],
  ['renewal_rate', 0.88],
];

/** Open deals for each euro still to be won: fewer do not make it, more are not looked after. */
const coverage = { low: 3, high: 4.5 } as const;

/** What the company set itself, in its own words, when agents had left and customers complained; of these targets, from then on. */
const ownObjective = {
  words: 'Recuperar la confianza en el servicio',
  kpis: new Set(['csat', 'first_response_time', 'on_time_delivery']),
  from: story.serviceCrisis.from,
} as const;

type Aimed = { readonly value: number } | { readonly low: number; readonly high: number };

function putTargets(world: World, months: readonly Month[]): void {
  const { calendar, ids, sink, tally } = world;
  const putAim = (
    kpi: string,
    scope: string | null,
    month: Pick<Month, 'start' | 'end' | 'from'>,
    set: Aimed,
    objective?: string,
  ): void => {
    const created = calendar.iso(calendar.time(Math.max(0, month.from - 20), 36_000));
    const period = { period_start: month.start, period_end: month.end };
    sink.put('target', { id: ids.next('target'), created_at: created, kpi, scope, ...period, ...set, ...(objective && { objective }) });
  };
  const put = (kpi: string, scope: string | null, month: Pick<Month, 'start' | 'end' | 'from'>, value: number): void =>
    putAim(kpi, scope, month, { value });
  months.forEach((month, i) => {
    world.random.planning.at(i);
    const isOwn = (kpi: string): boolean => month.story >= ownObjective.from && ownObjective.kpis.has(kpi);
    for (const [kpi, value] of standing) putAim(kpi, null, month, { value }, isOwn(kpi) ? ownObjective.words : undefined);
    putAim('pipeline_coverage', null, month, coverage);
    for (const [kpi, key] of [
      ['total_sales', 'sales'],
      ['new_leads', 'leads'],
    ] as const) {
      put(kpi, null, month, smooth(tally.byMonth.get(key), months, i) * 1.04);
    }
    put('revenue_target_attainment', null, month, smooth(tally.byMonth.get('won'), months, i) * 1.04);
    const sellers = world.people
      .byTeam('Ventas')
      .filter((one) => one.hired <= month.story && (one.left === null || one.left > month.story));
    // Everyone has the same goal: a fair share of what was won.
    const each = smooth(tally.byMonth.get('won'), months, i) / Math.max(1, sellers.length);
    for (const person of sellers) put('revenue_target_attainment', `owner.name=${person.name}`, month, Math.round(each / 100) * 100);
  });
  putYear(world, months, (kpi, period, value) => put(kpi, null, period, value));
}

/** The goals of the running year: its months' so far, and as much for each month to come. Shorter targets hold before them. */
function putYear(
  world: World,
  months: readonly Month[],
  put: (kpi: string, period: Pick<Month, 'start' | 'end' | 'from'>, value: number) => void,
): void {
  const { until } = world.calendar;
  const own = months.filter(({ name }) => name.startsWith(`${until.year}-`));
  const [first] = own;
  // A year of which the sample knows a month or two has no goal yet.
  if (!first || own.length < 3) return;
  const period = { start: `${until.year}-01-01`, end: `${until.year}-12-31`, from: first.from };
  for (const [kpi, key] of [
    ['total_sales', 'sales'],
    ['new_leads', 'leads'],
  ] as const) {
    const known = own.reduce((sum, month) => sum + smooth(world.tally.byMonth.get(key), months, months.indexOf(month)), 0);
    put(kpi, period, nice((known / own.length) * 12 * 1.05));
  }
}

/** To two leading digits, as goals of a year are set. */
const nice = (value: number): number => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.round(value / step) * step;
};

/** What a planner would have guessed: half the month itself, half the months around it, rounded. */
function smooth(values: ReadonlyMap<string, number> | undefined, months: readonly Month[], i: number): number {
  const around = months.slice(Math.max(0, i - 3), i + 4).map((month) => values?.get(month.name) ?? 0);
  const mean = around.reduce((sum, value) => sum + value, 0) / Math.max(1, around.length);
  const value = 0.5 * mean + 0.5 * (values?.get(months[i]?.name ?? '') ?? 0);
  return value > 1000 ? Math.round(value / 100) * 100 : Math.round(value);
}

/** What each sales person said at the start of the month would be won in it. */
function putForecasts(world: World, person: Person, months: readonly Month[], index: number): void {
  const { calendar, ids, sink } = world;
  const optimism = person.name === story.struggling.name ? 1.9 : person.name === story.star.name ? 0.97 : 1.08;
  months.forEach((month, i) => {
    if (person.hired > month.story || (person.left !== null && person.left <= month.story)) return;
    const random = world.random.planning.at(10_000 + index * 64 + i);
    const actual = world.tally.wonByOwner.get(person.id)?.get(month.name) ?? 0;
    const usual = smooth(world.tally.wonByOwner.get(person.id), months, i);
    const commit = (0.6 * actual + 0.4 * usual) * optimism * random.logNormal(1, 0.25);
    const madeAt = calendar.iso(calendar.time(month.from, 36_000 + random.below(3600)));
    for (const [category, factor] of [
      ['commit', 1],
      ['best_case', 1.35],
    ] as const) {
      sink.put('forecast', {
        id: ids.next('forecast'),
        owner_id: person.id,
        period_start: month.start,
        period_end: month.end,
        category,
        amount: cents(Math.round((commit * factor) / 50) * 50),
        currency: 'EUR',
        made_at: madeAt,
      });
    }
  });
}

const checks = [
  ['account', 'missing_industry'],
  ['opportunity', 'missing_lost_reason'],
  ['lead', 'duplicate'],
  ['contact', 'invalid_email'],
] as const;

/** Faults in the data that somebody found and mostly mended. */
function putIssues(world: World): void {
  const { calendar, ids, people, sink, scale } = world;
  const crew = people.byTeam('Datos');
  const count = Math.round(420 * scale);
  for (let i = 0; i < count; i++) {
    const random = world.random.planning.at(1_000_000 + i);
    const share = (i + random.next()) / count;
    const found = calendar.afterWork(calendar.time(Math.floor(share * (calendar.days - 4)), 36_000), random.next());
    const [entity, check] = random.pick(checks);
    const record = 1 + random.below(Math.max(1, Math.floor(ids.count(entity) * share * 0.6)));
    const fixed = random.chance(0.8) ? calendar.seen(calendar.afterWork(found, random.logNormal(3, 0.8))) : null;
    sink.put('data_issue', {
      id: ids.next('data_issue'),
      entity,
      record_id: ids.name(entity, record),
      check,
      found_at: calendar.iso(Math.min(found, calendar.end)),
      fixed_at: fixed,
      fix_minutes: fixed === null ? null : Math.round(random.logNormal(9, 0.7)),
      owner_id: random.pick(crew).id,
    });
  }
}
