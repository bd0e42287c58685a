import { z } from 'zod';
import { impactOf, leading, movedBy } from '../../insights/board/order.ts';
import { usualBand } from '../../insights/board/usual-band.ts';
import { chanceOf, type Move, movesAmong } from '../../insights/chance.ts';
import { moveBetween, verdictOf } from '../../insights/reading/facts.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { variantNames } from '../../kpis/resolve.ts';
import type { Asked } from '../../metrics/asked.ts';
import { periodsOf } from '../../metrics/calendar/period.ts';
import type { Catalog } from '../../metrics/catalog.ts';
import type { Cell } from '../../metrics/cell.ts';
import { answer, type Engine, watermarkOf } from '../../metrics/engine.ts';
import { dimensionsOf } from '../../metrics/plan/dimensions-of.ts';
import { grains, querySchema } from '../../metrics/query.ts';
import { changeFrom } from '../../model/change.ts';
import type { DayRange } from '../../model/dialect.ts';
import { CuadroError } from '../../model/error.ts';
import { noteAsked } from '../asked-lately.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { type Unexplained, unexplained, unexplainedReasons } from '../explained/unexplained.ts';
import { remember, type Shown } from '../known/remember.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { cellSchema } from '../output/cell.ts';
import { relativeSchema } from '../output/change.ts';
import { areaSchema, directionSchema, natureSchema, unitSchema } from '../output/kpi.ts';
import { countSchema, periodSchema } from '../output/period.ts';
import { schemaOf } from '../output/schema-of.ts';
import { reachedKpi } from '../reached-kpi.ts';
import { retiredKpis } from '../reviews/followed.ts';
import { aimsUnder, type CardAim } from '../targets/aims.ts';

const { from, to, where, asOf, knownAt } = querySchema.shape;

const input = z.strictObject({
  /** None: every KPI. */
  kpis: z.array(z.string().min(1)).default([]),
  variants: z.record(z.string(), z.string()).default({}).describe('Of a KPI, by its id: another variant than that in force.'),
  /** With `from`, the stretch between both is one period; without, the last whole period of the grain that ends by `to`. */
  from,
  to,
  /** Default: the grain that each KPI is best read by. */
  grain: z.enum(['day', 'week', 'month', 'quarter', 'year']).optional(),
  compare: z.enum(['previous', 'year', 'target', 'none']).default('previous'),
  where,
  asOf,
  knownAt,
  language: z.enum(['es', 'en']),
});

type Input = z.output<typeof input>;
type Grain = NonNullable<Input['grain']>;

const number = z.number().nullable();
const cell = cellSchema.shape;

const cardSchema = z
  .strictObject({
    id: z.string(),
    area: areaSchema,
    name: z.string(),
    variant: z.string().nullable().describe('The name of the variant, where it is another than that in force.'),
    unit: unitSchema,
    grain: z.enum(grains).describe('By which the card is read; total for a stretch of one’s own.'),
    direction: directionSchema,
    nature: natureSchema,
    minimumSample: countSchema,
    partner: z.strictObject({ id: z.string(), name: z.string() }).nullable().describe('The KPI to look at before an activity.'),
    group: z.string().nullable().describe('Of a mix or a KPI by stage: the group that is shown, the greatest of the last period.'),
    now: z.strictObject({
      period: cell.period,
      value: number,
      n: cell.n,
      state: cell.state,
      coverage: cell.coverage,
      reasons: cell.reasons,
      watermark: cell.watermark,
      ci: z.tuple([z.number(), z.number()]).nullable(),
    }),
    target: z
      .strictObject({
        value: number,
        low: number,
        high: number,
        due: number.describe('Where a sum should be by now; null: its period is over.'),
        certain: z.boolean().describe('False: chance alone makes a difference as small.'),
        state: schemaOf<CardAim['state']>()(z.enum(['reached', 'missed', 'running']).nullable()),
        scope: z.string().nullable().describe('DIM=VALUE; null: the company.'),
      })
      .nullable()
      .describe('What the value should be; null: no target is set for it.'),
    compared: z
      .strictObject({
        period: periodSchema,
        against: z.enum(['period', 'target']),
        value: number,
        change: number,
        relative: relativeSchema,
      })
      .nullable(),
    move: schemaOf<Move>()(z.enum(['rise', 'fall', 'steady', 'noise', 'unknown'])).describe(
      'After the number of cards is allowed for: what chance makes often among so many is noise; unknown: it cannot be held against chance.',
    ),
    verdict: z.enum(['better', 'worse']).nullable(),
    unexplained: schemaOf<Unexplained | null>()(z.enum(unexplainedReasons).nullable()).describe(
      'Why `explain` cannot tell the change by parts; null: it can, or only its groups will tell.',
    ),
    chance: number.describe('How often chance alone makes a change as large.'),
    points: z
      .array(z.strictObject({ start: z.iso.date(), end: z.iso.date(), value: number, state: cell.state }))
      .describe('Up to 13, oldest first; the last is the value shown.'),
    usual: z.tuple([z.number(), z.number()]).nullable().describe('Where the values usually are.'),
    impact: z.number(),
  })
  .meta({ id: 'BoardCard' });

const left = { id: z.string(), area: areaSchema, name: z.string() };

const output = z.strictObject({
  cards: z.array(cardSchema),
  lead: z.array(z.string()).describe('The cards to lead with, by impact × certainty.'),
  missing: z.array(z.strictObject({ ...left, missing: z.array(z.string()) })).describe('KPIs whose data are lacking, and which.'),
  unfiltered: z.array(z.strictObject(left)).describe('KPIs that know nothing of what is filtered by.'),
  failed: z.array(z.strictObject({ ...left, code: z.string() })).describe('KPIs that failed, with the code of the error.'),
});

export type BoardCard = Frozen<z.output<typeof cardSchema>>;
type Left = BoardOutput['unfiltered'][number];
export type BoardOutput = Frozen<z.output<typeof output>>;

const pointsShown = 13;
const leadCount = 8;
const leadPerArea = 2;
const quietShare = 0.25;

const lengths: Readonly<Record<Grain, Temporal.DurationLike>> = {
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { years: 1 },
};
/** How many periods back the same one of last year is. */
const yearBack: Readonly<Record<Grain, number>> = { day: 365, week: 52, month: 12, quarter: 4, year: 1 };

interface Subject {
  readonly kpi: Kpi;
  readonly asked: Asked;
  readonly grain: Grain;
  readonly range: DayRange;
  /** Whether the variant asked for is another than that in force. */
  readonly isOther: boolean;
}

/** The whole periods that end by a day, as many as the line and the comparison need. */
function rangeBefore(last: string, grain: Grain, compare: Input['compare'], engine: Engine): DayRange | null {
  const count = Math.max(pointsShown, compare === 'year' ? yearBack[grain] + 1 : 0);
  const step = Temporal.Duration.from(lengths[grain]);
  const end = Temporal.PlainDate.from(last);
  let first = end;
  for (let index = 0; index < count + 1; index += 1) first = first.subtract(step);
  const whole = periodsOf({ start: first.toString(), end: end.add(step).toString() }, grain, engine.catalog.settings)
    .slice(1)
    .filter((period) => period.end <= last)
    .slice(-count);
  const [start] = whole;
  const final = whole.at(-1);
  return start && final ? { start: start.start, end: final.end } : null;
}

const groupOf = ({ group }: Cell): string | null => {
  const names = Object.values(group);
  return names.length === 0 ? null : names.map((name) => name ?? '–').join(' · ');
};

/** A mix is shown by its greatest part: a share of all reasons, the slowest stage. */
function greatestGroup(cells: readonly Cell[]): { readonly cells: readonly Cell[]; readonly group: string | null } {
  const last = cells.at(-1)?.period.start;
  const greatest = cells
    .filter(({ period, value }) => period.start === last && value !== null)
    .reduce<Cell | null>((most, cell) => (most === null || (cell.value ?? 0) > (most.value ?? 0) ? cell : most), null);
  const group = greatest ? groupOf(greatest) : null;
  return { group, cells: group === null ? cells : cells.filter((cell) => groupOf(cell) === group) };
}

const differs = (now: Cell, before: Cell, unit: string): BoardCard['compared'] => ({
  period: before.period,
  against: 'period',
  value: before.value,
  ...changeFrom(before.value, now.value, unit),
});

/** How far a value is from its target. */
const fromTarget = ({ value, period }: Cell, aim: CardAim | null, unit: string): BoardCard['compared'] =>
  aim?.value == null || value === null ? null : { period, against: 'target', value: aim.value, ...changeFrom(aim.value, value, unit) };

const known = (cells: readonly Cell[]): readonly number[] =>
  cells.flatMap(({ value, state }) => (value === null || state === 'immature' ? [] : [value]));

interface Drawn {
  readonly subject: Subject;
  readonly card: Omit<BoardCard, 'move' | 'verdict' | 'impact'>;
  readonly move: Move;
}

function draw(
  subject: Subject,
  all: readonly Cell[],
  query: Input,
  nameOf: (id: string) => string | null,
  aimOf: (subject: Subject, cell: Cell) => CardAim | null,
  catalog: Catalog,
): Drawn | null {
  const { kpi, grain } = subject;
  const { cells, group } = greatestGroup(all);
  const now = cells.at(-1);
  if (!now) return null;
  const own = query.from !== undefined;
  const back = query.compare === 'year' ? yearBack[grain] : 1;
  const isAgainstTarget = query.compare === 'target';
  const target = group === null ? aimOf(subject, now) : null;
  const before = query.compare === 'none' || isAgainstTarget ? null : (cells.at(-1 - back) ?? null);
  const history = known(cells.slice(0, -1));
  const { period, value, n, state, coverage, reasons, watermark, ci } = now;
  const unit = kpi.variants[now.variant]?.unit ?? kpi.unit;
  const compared = isAgainstTarget
    ? fromTarget(now, target, unit)
    : own
      ? now.comparison
        ? { ...now.comparison, against: 'period' as const }
        : null
      : before
        ? differs(now, before, unit)
        : null;
  const partner = kpi.nature === 'activity' && kpi.partner !== null ? nameOf(kpi.partner) : null;
  return {
    subject,
    move: own || before === null ? 'unknown' : moveBetween(before, now, history),
    card: {
      id: kpi.id,
      area: kpi.area,
      name: nameOf(kpi.id) ?? kpi.id,
      variant: subject.isOther ? (kpi.variants[now.variant]?.label[query.language] ?? now.variant) : null,
      unit,
      grain: own ? 'total' : grain,
      direction: kpi.direction,
      nature: kpi.nature,
      minimumSample: kpi.minimumSample,
      partner: kpi.partner !== null && partner !== null ? { id: kpi.partner, name: partner } : null,
      group,
      now: { period, value, n, state, coverage, reasons, watermark, ci: ci ?? null },
      target,
      compared,
      unexplained: unexplained(subject.asked, before, now, catalog),
      chance: own || before === null ? null : chanceOf(before, now, history),
      points: own ? [] : cells.slice(-pointsShown).map((cell) => ({ ...cell.period, value: cell.value, state: cell.state })),
      usual: own ? null : usualBand(history, kpi.unit),
    },
  };
}

const byTarget = (target: BoardCard['target']): BoardCard['verdict'] =>
  target?.state === 'reached' ? 'better' : target?.state === 'missed' && target.certain ? 'worse' : null;

function judge(drawn: readonly Drawn[], compare: Input['compare']): readonly BoardCard[] {
  const moves = movesAmong(drawn.map(({ move, card: { chance } }) => ({ move, chance })));
  return drawn.map(({ subject: { kpi, asked }, card }, index) => {
    const move = moves[index] ?? 'unknown';
    const moved = move === 'rise' || move === 'fall';
    const verdict = compare === 'target' ? byTarget(card.target) : verdictOf(kpi, move);
    const sized = { moved: card.compared ? movedBy(card.compared, card.unit, asked.metric) : 0, chance: card.chance, n: card.now.n };
    if (compare === 'target') {
      // What missed its target comes first, then what reached it; what has none has nothing to say here.
      const impact = card.target === null ? 0 : impactOf(kpi, { ...sized, chance: 0 }) * (verdict === 'worse' ? 1 : quietShare);
      return { ...card, move, verdict, impact };
    }
    // What moved comes before what chance explains, however large.
    return { ...card, move, verdict, impact: impactOf(kpi, sized) * (moved ? 1 : quietShare) };
  });
}

/** Every KPI with its last periods, what moved more than chance explains, and which to look at first. */
export const boardOperation = defineOperation({
  id: 'board',
  words: {
    es: 'el cuadro entero: cada indicador con sus últimos periodos y lo que conviene mirar primero',
    en: 'the whole board: every KPI with its last periods, and what to look at first',
  },
  input,
  output,
  rest: { method: 'POST', path: '/board' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  // A KPI that failed may do better next time.
  isKept: ({ failed }) => failed.length === 0,
  run: async (context, query): Promise<BoardOutput> => {
    const catalogue = await catalogueOf(context.workspace);
    const engine = await openEngine(context, query);
    const retired = query.kpis.length > 0 ? null : await retiredKpis((await context.store()).db);
    // What a review has retired is shown to whoever asks for it, and to nobody else.
    const chosen = retired ? [...catalogue.kpis.values()].filter(({ id }) => !retired.has(id)) : query.kpis.map((id) => catalogue.find(id));
    const left = (kpi: Kpi): Left => ({ id: kpi.id, area: kpi.area, name: kpi.texts[query.language].name });
    const nameOf = (id: string): string | null => catalogue.kpis.get(id)?.texts[query.language].name ?? null;
    const aimOf = await aimsUnder(engine, query.where);
    const missing: BoardOutput['missing'][number][] = [];
    const unfiltered: Left[] = [];
    const failed: BoardOutput['failed'][number][] = [];
    const subjects: Subject[] = [];
    for (const kpi of chosen) {
      const variant = query.variants[kpi.id];
      if (variant !== undefined && !variantNames(kpi).includes(variant)) {
        failed.push({ ...left(kpi), code: 'unknown_variant' });
        continue;
      }
      const asked = reachedKpi(kpi, engine.catalog, { ...(variant === undefined ? {} : { variant }), by: [], where: query.where });
      if (asked === null) {
        unfiltered.push(left(kpi));
        continue;
      }
      if (asked.missing.length > 0) {
        missing.push({ ...left(kpi), missing: asked.missing });
        continue;
      }
      const reached = new Set([...dimensionsOf(asked.metric, engine.catalog), 'segment']);
      if (query.where.some(({ dimension }) => !reached.has(dimension))) {
        unfiltered.push(left(kpi));
        continue;
      }
      const complete = watermarkOf(asked.metric, engine.catalog)?.lastCompleteDay ?? null;
      const last = complete !== null && query.to !== undefined && query.to < complete ? query.to : complete;
      const grain = query.grain ?? kpi.grain;
      const own = query.from !== undefined && query.to !== undefined ? { start: query.from, end: query.to } : null;
      const range = own ?? (last === null ? null : rangeBefore(last, grain, query.compare, engine));
      const isOther = variant !== undefined && asked.variant !== reachedKpi(kpi, engine.catalog, { by: [], where: query.where })?.variant;
      if (range) subjects.push({ kpi, asked, grain, range, isOther });
    }
    const drawn: Drawn[] = [];
    const shown: Shown[] = [];
    const ask = async (group: readonly Subject[]): Promise<void> => {
      const [first] = group;
      if (!first) return;
      const own = query.from !== undefined;
      const compare = own && query.compare !== 'none' && query.compare !== 'target' ? { compare: query.compare } : {};
      const question = querySchema.parse({
        kpis: group.map(({ kpi }) => kpi.id),
        from: first.range.start,
        to: first.range.end,
        grain: own ? 'total' : first.grain,
        where: query.where,
        ...(own ? { periods: 'partial' } : {}),
        ...compare,
      });
      if (query.asOf === undefined && query.knownAt === undefined) noteAsked(context, question);
      const { cells } = await answer(
        question,
        group.map(({ asked }) => asked),
        engine,
      );
      shown.push({
        cells,
        query: { ...question, ...(query.asOf ? { asOf: query.asOf } : {}), ...(query.knownAt ? { knownAt: query.knownAt } : {}) },
        kpis: group.map(({ kpi }) => kpi),
        catalog: engine.catalog,
      });
      for (const subject of group) {
        const one = draw(
          subject,
          cells.filter((cell) => cell.kpi === subject.kpi.id),
          query,
          nameOf,
          ({ kpi, asked, isOther }, cell) => (isOther ? null : aimOf(kpi, asked, cell)),
          engine.catalog,
        );
        if (one) drawn.push(one);
      }
    };
    const groups = [...Map.groupBy(subjects, ({ kpi, grain, range }) => `${kpi.area} ${grain} ${range.start} ${range.end}`).values()];
    for (const [index, group] of groups.entries()) {
      context.signal?.throwIfAborted();
      context.progress({ step: 'board', done: index, total: groups.length, unit: null });
      try {
        await ask(group);
      } catch {
        // One that fails must not hide the others of its area.
        for (const subject of group) {
          await ask([subject]).catch((error: unknown) =>
            failed.push({ ...left(subject.kpi), code: error instanceof CuadroError ? error.code : 'internal_error' }),
          );
        }
      }
    }
    for (const one of shown) await remember(context, one);
    const place = new Map(chosen.map(({ id }, index) => [id, index]));
    const cards = judge(drawn, query.compare).toSorted((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0));
    const worthy = cards.filter(
      ({ now, group, target }) => now.value !== null && group === null && (query.compare !== 'target' || target !== null),
    );
    return { cards, lead: leading(worthy, leadCount, leadPerArea), missing, unfiltered, failed };
  },
});
