import { cellsByPath, winCells, winProbability } from '../../../src/estimators/win_probability.ts';
import { type Row, sourceOf, type Value } from '../company.ts';
import { startOfDay } from '../time.ts';
import type { World } from '../world.ts';
import { isClosing } from './deals.ts';
import { known } from './orders.ts';

/** The first day of the quarter of a day, so many quarters on. */
export const quarterStart = (day: string, on = 0): string => {
  const date = Temporal.PlainDate.from(day);
  return date
    .with({ day: 1, month: Math.floor((date.month - 1) / 3) * 3 + 1 })
    .add({ months: 3 * on })
    .toString();
};

/** The last day that a source's records of some entities reach, no later than the day looked at. */
export const reachOf = (world: World, source: string, names: readonly string[]): string | null => {
  const ends = names.flatMap((entity) => world.watermarkOfSource(entity, source) ?? []);
  if (ends.length === 0) return null;
  const day = world.dayOf(Math.max(...ends));
  return world.asOf !== null && world.asOf < day ? world.asOf : day;
};

interface Closed {
  readonly deal: Row;
  readonly day: string;
  readonly won: boolean;
  readonly account: Row | null;
  readonly margin: number | null;
}

const rateOf = (deal: Row): number | null =>
  known(deal.margin) && known(deal.amount) && Number(deal.amount) > 0 ? Number(deal.margin) / Number(deal.amount) : null;
const percentOf = (rate: number): number => Math.max(-100, Math.min(100, Math.floor(100 * rate + 0.5)));

const attributes: Readonly<Record<string, (deal: Row, account: Row | null) => Value>> = {
  type: (deal) => deal.type ?? null,
  industry: (_, account) => account?.industry ?? null,
  segment: (_, account) => account?.segment ?? null,
  size: (_, account) => account?.size ?? null,
  product: (deal) => deal.product_id ?? null,
};

interface Beside {
  readonly spans: readonly Row[];
  readonly visits: readonly Row[];
}

const ofDeal = (row: Row, deal: Row): boolean => sourceOf(row) === sourceOf(deal) && row.opportunity_id === deal.id;

/** Everything known of one source's deals before a quarter. */
class Lesson {
  readonly closed: readonly Closed[];
  readonly all: { successes: number; n: number };
  readonly #cells: ReturnType<typeof cellsByPath>;

  constructor(before: string, closed: readonly Closed[], visits: readonly Row[]) {
    this.closed = closed.filter(({ day }) => day < before);
    this.all = { successes: this.closed.filter(({ won }) => won).length, n: this.closed.length };
    const left = new Set(visits.filter(({ category, next_stage }) => category === 'open' && known(next_stage)).map(placeOf));
    const counted = new Map<string, { path: string[]; won: number; closed: number }>();
    for (const { deal, won } of this.closed) {
      const own = visits.filter(
        (visit) => ofDeal(visit, deal) && visit.category === 'open' && known(visit.stage) && left.has(placeOf(visit)),
      );
      for (const place of new Set(own.map(placeOf))) {
        const owner =
          own
            .filter((visit) => placeOf(visit) === place)
            .map(({ owner_id }) => String(owner_id ?? ''))
            .sort()
            .at(-1) ?? '';
        const path = [place, String(deal.type ?? ''), owner];
        const there = counted.get(JSON.stringify(path)) ?? { path, won: 0, closed: 0 };
        counted.set(JSON.stringify(path), { path, won: there.won + (won ? 1 : 0), closed: there.closed + 1 });
      }
    }
    const sorted = [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
    this.#cells = new Map(
      [...cellsByPath(winCells(this.all, sorted))].filter(([, { path, closed: n }]) => path.length < 3 || (n >= 5 && path[2] !== '')),
    );
  }

  get teaches(): boolean {
    return this.all.n >= 20 && this.all.successes > 0 && this.all.successes < this.all.n;
  }

  win(path: readonly string[]): { probability: number; n: number } | null {
    const cell = winProbability(this.#cells, path);
    return cell && { probability: cell.probability, n: cell.closed };
  }

  /** Known characteristics, and those of deals won more often than all. */
  profile(deal: Row, account: Row | null): { known: number; fitting: number } {
    let [told, fitting] = [0, 0];
    for (const [, read] of Object.entries(attributes)) {
      const value = read(deal, account);
      if (!known(value)) continue;
      const byValue = new Map<string, { path: string[]; won: number; closed: number }>();
      for (const other of this.closed) {
        const own = read(other.deal, other.account);
        if (!known(own)) continue;
        const there = byValue.get(String(own)) ?? { path: [String(own)], won: 0, closed: 0 };
        byValue.set(String(own), { ...there, won: there.won + (other.won ? 1 : 0), closed: there.closed + 1 });
      }
      const cell = winCells(
        this.all,
        [...byValue].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one),
      ).find(({ path }) => path[0] === String(value));
      if (!cell || cell.closed < 5) continue;
      told += 1;
      if (cell.probability > this.all.successes / this.all.n) fitting += 1;
    }
    return { known: told, fitting };
  }

  percentile(rate: number | null): number | null {
    const others = this.closed.flatMap(({ won, margin }) => (won && margin !== null ? [margin] : []));
    if (rate === null || others.length < 10) return null;
    const own = percentOf(rate);
    return (others.filter((other) => other < own).length + others.filter((other) => other === own).length / 2) / others.length;
  }
}

const placeOf = (visit: Row): string => JSON.stringify([String(visit.pipeline ?? ''), String(visit.stage ?? '')]);

/** What was to be expected of each deal while it was open. */
export function opportunityForecast(world: World, { spans, visits }: Beside): Row[] {
  const day = (value: Value | undefined): string | null => world.moment(value)?.day ?? null;
  const accountOf = (deal: Row): Row | null =>
    known(deal.account_id) ? world.find('account', sourceOf(deal), String(deal.account_id)) : null;
  const rows: Row[] = [];
  for (const source of new Set(world.live('opportunity').map(sourceOf))) {
    const deals = world.live('opportunity').filter((deal) => sourceOf(deal) === source);
    const own = spans.filter((span) => sourceOf(span) === source);
    const seen = visits.filter((visit) => sourceOf(visit) === source);
    const closed = deals.flatMap((deal): Closed[] => {
      const life = own.filter((span) => ofDeal(span, deal));
      const open = life.filter(({ status }) => status === 'open').flatMap((span) => day(span.valid_to) ?? []);
      const ended = open.sort().at(-1) ?? life.flatMap((span) => day(span.valid_from) ?? []).sort()[0];
      if (!isClosing(deal.status) || ended === undefined) return [];
      const rate = rateOf(deal);
      return [
        {
          deal,
          day: ended,
          won: deal.status === 'won',
          account: accountOf(deal),
          margin: rate === null || deal.type === 'renewal' ? null : percentOf(rate),
        },
      ];
    });
    // One lesson a quarter, from the one after the first closing to the last that the data or a closing reach.
    const days = closed.map((one) => one.day).sort();
    const last = [days.at(-1) ?? '', reachOf(world, source, ['opportunity']) ?? ''].sort().at(-1) ?? '';
    const lessons = new Map<string, Lesson>();
    if (days[0] !== undefined) {
      for (let quarter = quarterStart(days[0], 1); quarter <= last; quarter = quarterStart(quarter, 1)) {
        const lesson = new Lesson(quarter, closed, seen);
        if (lesson.teaches) lessons.set(quarter, lesson);
      }
    }
    for (const span of own.filter(({ status }) => status === 'open')) {
      const deal = deals.find((one) => ofDeal(span, one));
      if (!deal) continue;
      rows.push(
        ...piecesOf(world, span, [...lessons.keys()]).map((piece) =>
          told(world, deal, span, piece, lessons.get(piece.from ?? '') ?? null, accountOf(deal)),
        ),
      );
    }
  }
  return rows;
}

interface Piece {
  /** The quarter whose lesson it has. */
  readonly from: string | null;
  readonly start: Value;
  readonly end: Value;
}

/** A span cut at the first moments of the quarters that have a lesson. */
function piecesOf(world: World, span: Row, quarters: readonly string[]): Piece[] {
  const at = (value: Value): number => world.moment(value)?.at ?? Number.POSITIVE_INFINITY;
  const [begins, ends] = [span.valid_from ?? null, span.valid_to ?? null];
  const within = quarters.filter((quarter) => quarter > (world.moment(begins)?.day ?? '') && startOfDay(quarter, world.zone) < at(ends));
  const first = quarters.filter((quarter) => quarter <= (world.moment(begins)?.day ?? '')).at(-1) ?? null;
  const starts: { from: string | null; start: Value }[] = [
    { from: first, start: begins },
    ...within.map((quarter) => ({ from: quarter, start: quarter })),
  ];
  return starts.map((one, index) => ({ ...one, end: starts[index + 1]?.start ?? ends }));
}

function told(world: World, deal: Row, span: Row, piece: Piece, lesson: Lesson | null, account: Row | null): Row {
  const win = lesson?.win([placeOf(span), String(deal.type ?? ''), String(span.owner_id ?? '')]) ?? null;
  const profile = lesson?.profile(deal, account) ?? { known: 0, fitting: 0 };
  const rate = rateOf(deal);
  const lines = world.live('opportunity_line').filter((line) => ofDeal(line, deal) && known(line.product_id));
  const facts = [
    deal.account_id,
    deal.contact_id,
    span.amount,
    span.expected_close_on,
    deal.product_id ?? lines[0]?.product_id,
    deal.next_step_at,
  ];
  const stages = world
    .live('stage')
    .filter((stage) => sourceOf(stage) === sourceOf(deal) && known(span.stage) && (stage.name === span.stage || stage.id === span.stage));
  const own = stages.filter((stage) => (stage.pipeline ?? '') === (span.pipeline ?? ''));
  const most = (rows: readonly Row[]): number | null => {
    const all = rows.flatMap(({ probability }) => (known(probability) ? [Number(probability)] : []));
    return all.length === 0 ? null : Math.max(...all);
  };
  const probability = most(own) ?? most(stages);
  return {
    _source: sourceOf(deal),
    opportunity_id: deal.id ?? null,
    used_from: piece.from,
    pipeline: span.pipeline ?? null,
    stage: span.stage ?? null,
    amount: span.amount ?? null,
    currency: span.currency ?? null,
    owner_id: span.owner_id ?? null,
    expected_close_on: span.expected_close_on ?? null,
    valid_from: piece.start,
    valid_to: piece.end,
    start_unknown: span.start_unknown ?? null,
    win_probability: win?.probability ?? null,
    win_n: win?.n ?? null,
    stage_probability: probability === null ? null : probability > 1 ? probability / 100 : probability,
    profile_fit: profile.known === 0 ? null : profile.fitting / profile.known,
    profile_known: profile.known,
    margin_rate: rate,
    margin_percentile: lesson?.percentile(rate) ?? null,
    completeness: facts.filter((fact) => known(fact)).length / 6,
    outcome: isClosing(deal.status) ? (deal.status ?? null) : null,
  };
}
