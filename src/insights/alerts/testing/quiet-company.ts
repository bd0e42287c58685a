import { kpis } from '../../../kpis/catalogue.ts';
import type { Kpi } from '../../../kpis/kpi.ts';
import type { Cell } from '../../../metrics/cell.ts';
import { defaultRules } from '../defaults.ts';
import type { Watch } from '../evaluate.ts';
import { look } from '../look.ts';
import { type AlertRule, type RuleGrain, testsOf } from '../rule.ts';

/** Numbers by chance that are the same each time: Mulberry32. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Box and Muller. */
export const normalBy = (uniform: () => number) => (): number =>
  Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());

/** How many periods there are: three years of past, and one that is watched. */
export const pastOf = (grain: RuleGrain): number => (grain === 'quarter' ? 12 : 36);
export const watchedOf = (grain: RuleGrain): number => (grain === 'quarter' ? 4 : 12);
const seasonIn = (grain: RuleGrain): number => (grain === 'quarter' ? 4 : 12);

/** A quiet company's weeks are told by the month here, which is as many periods of noise as a year of months has. */
export const grainOf = ({ grain }: Kpi): RuleGrain => (grain === 'quarter' ? 'quarter' : 'month');

const hash = (text: string): number => [...text].reduce((sum, sign) => Math.imul(sum, 31) + sign.charCodeAt(0), 7);

const period = (place: number, grain: RuleGrain) => {
  const months = grain === 'quarter' ? 3 : 1;
  const start = Temporal.PlainDate.from('2022-01-01').add({ months: months * place });
  return { start: start.toString(), end: start.add({ months }).subtract({ days: 1 }).toString() };
};

/** From noise to a value of the unit: rates around a third, counts around 200, amounts and times in proportion. */
function valueIn(unit: Kpi['unit'], deviations: number): number {
  if (unit === 'rate') return Math.min(1, Math.max(0, 0.35 + 0.02 * deviations));
  if (unit === 'count') return Math.max(0, Math.round(200 + Math.sqrt(200) * deviations));
  if (unit === 'score') return 40 + 4 * deviations;
  if (unit === 'ratio') return 2.5 + 0.2 * deviations;
  if (unit === 'correlation') return Math.min(1, Math.max(-1, 0.4 + 0.05 * deviations));
  return 1000 * Math.exp(0.08 * deviations);
}

/** A shift: so many deviations of the noise, from a period on. */
export interface Shift {
  readonly from: number;
  readonly deviations: number;
}

/**
 * A KPI where nothing happens: a level, in half of them growth, seasons (a third of the KPIs has none, a third small ones, a third great ones: a wave over the year and a dip in August),
 * noise that carries over a little and that the KPIs share in part.
 */
export function quietCells(kpi: Kpi, company: number, shift: Shift | null = null, name = kpi.id): readonly Cell[] {
  const grain = grainOf(kpi);
  const count = pastOf(grain) + watchedOf(grain);
  const shared = normalBy(chance(company));
  const own = normalBy(chance(company * 7919 + hash(name)));
  const kind = Math.abs(hash(name)) % 6;
  const wave = [0, 1, 2.5][kind % 3] ?? 0;
  const dip = [0, 1.5, 4][kind % 3] ?? 0;
  const growth = kind < 3 ? 0.03 : 0;
  const season = seasonIn(grain);
  const phase = Math.abs(hash(`${name} phase`)) % season;
  const isDip = (place: number): boolean => place % season === (grain === 'quarter' ? 2 : 7);
  let carried = 0;
  return Array.from({ length: count }, (_, place): Cell => {
    carried = 0.2 * carried + Math.sqrt(1 - 0.2 ** 2) * (0.3 * shared() + Math.sqrt(1 - 0.3 ** 2) * own());
    const moved = shift && place >= shift.from ? shift.deviations : 0;
    const deviations =
      growth * place + wave * Math.cos((2 * Math.PI * (place - phase)) / season) - (isDip(place) ? dip : 0) + carried + moved;
    // What keeping a customer costs is below what one brings: that it is not would be news.
    const value = valueIn(kpi.unit, deviations) * (kpi.id === 'customer_retention_cost' ? 0.2 : 1);
    return {
      kpi: kpi.id,
      variant: '',
      version: '',
      period: period(place, grain),
      group: {},
      value,
      n: 1000,
      state: 'ok',
      // A sample's own error is a part of the noise.
      ...(kpi.unit === 'rate' ? { ci: [value - 0.02, value + 0.02] as const } : {}),
      coverage: 1,
      watermark: null,
      reasons: [],
      detail: null,
    };
  });
}

/** The parts of a count by a dimension: the same shares, each part as noisy as a count is. */
function quietParts(kpi: Kpi, company: number, by: string): readonly Cell[] {
  const shares = [0.4, 0.3, 0.2, 0.1];
  return quietCells(kpi, company).flatMap((cell, place) =>
    shares.map((share, part) => {
      const normal = normalBy(chance(company * 104_729 + place * 31 + part));
      const mean = (cell.value ?? 0) * share;
      return { ...cell, group: { [by]: `part ${part}` }, value: Math.max(0, Math.round(mean + Math.sqrt(mean) * normal())) };
    }),
  );
}

const members = ['one', 'two', 'three', 'four', 'five', 'six'];

function watchOf(rule: AlertRule, company: number, member: string | null): readonly Watch[] {
  const kpi = kpis.get(rule.kpi);
  if (!kpi || rule.condition.kind === 'stale') return [];
  const grain = rule.grain ?? grainOf(kpi);
  const kept = { ...kpi, grain: grain === 'quarter' ? 'quarter' : 'month' } as const;
  const name = member === null ? kpi.id : `${kpi.id} ${member}`;
  const all = quietCells(kept, company, null, name);
  const others = new Map<string, readonly Cell[]>();
  const other = (id: string): readonly Cell[] | null => {
    const one = kpis.get(id);
    if (!one) return null;
    const cells = others.get(id) ?? quietCells({ ...one, grain: kept.grain }, company);
    others.set(id, cells);
    return cells;
  };
  return [
    {
      key: `${rule.id} ${member ?? ''}`,
      patience: rule.patience,
      perMonth: testsOf(rule, grain),
      periods: all.map((cell) => cell.period),
      look: (place, since) => {
        const cells = all.slice(0, place + 1);
        const end = cells.at(-1)?.period.end ?? '';
        const began = since === null ? -1 : cells.findIndex((cell) => cell.period.start >= since);
        return look(rule.condition, {
          kpi: kept,
          grain,
          leastSample: 30,
          cells,
          began: began < 0 ? null : began,
          aim: null,
          other: (id) => {
            const one = kpis.get(id);
            const its = other(id)?.filter((cell) => cell.period.end <= end);
            return one && its ? { kpi: one, cells: its } : null;
          },
          parts: (id, by) => (id === kpi.id ? quietParts(kept, company, by) : []),
          lacks: () => false,
          today: end,
          lastDay: end,
        });
      },
    },
  ];
}

/** All default rules over a company where nothing happens. */
export const quietWatches = (company: number): readonly Watch[] =>
  defaultRules.flatMap((rule) =>
    rule.each === null ? watchOf(rule, company, null) : members.flatMap((member) => watchOf(rule, company, member)),
  );
