import { beforeAll, describe, expect, test } from 'vitest';
import { defaultRules } from '../../src/insights/alerts/defaults.ts';
import { evaluate, type JudgedStep, type Watch } from '../../src/insights/alerts/evaluate.ts';
import { look } from '../../src/insights/alerts/look.ts';
import { kpis } from '../../src/kpis/catalogue.ts';
import type { Cell } from '../../src/metrics/cell.ts';
import { story } from '../../src/sample/story.ts';
import { Company } from '../sample/company.ts';
import { Naive } from '../sample/naive.ts';
import { datesOf, until } from '../sample/story.ts';

/** The last twelve months of the story, told at the end of each; the two years before are their past. */
const first = 24;
const months = 36;

/** KPIs of the default rules that are summed row by row here, so that no engine is needed. */
const summed = [
  'lead_qualification_rate',
  'lead_conversion_rate',
  'cpl',
  'on_time_delivery',
  'complaints',
  'first_response_time',
  'avg_resolution_time',
  'csat',
  'opportunity_conversion_rate',
  'avg_opportunity_value',
  'sales_cycle_length',
  'total_sales',
  'churned_customers',
  'renewal_rate',
];

describe('a year of the sample company in fast time', () => {
  /** What was told, in which month of the story, of which KPI and scope. */
  const told: { readonly month: number; readonly kpi: string; readonly scope: string | null; readonly kind: string }[] = [];

  beforeAll(() => {
    const naive = new Naive(new Company(until, 1, 20_260_731));
    const watchOf = (id: string, scope: string | null, last: number): Watch => {
      const kpi = kpis.get(id);
      const rule = defaultRules.find((one) => one.kpi === id && one.condition.kind === 'anomaly');
      if (!kpi || !rule) throw new Error(id);
      const cells = series.get(`${id} ${scope}`)?.slice(0, last + 1) ?? [];
      return {
        key: `${id} ${scope}`,
        patience: rule.patience,
        perMonth: 1,
        periods: cells.map(({ period }) => period),
        look: (place, since) => {
          const seen = cells.slice(0, place + 1);
          const began = since === null ? -1 : seen.findIndex(({ period }) => period.start >= since);
          return look(rule.condition, {
            kpi,
            grain: 'month',
            leastSample: 0,
            cells: seen,
            began: began < 0 ? null : began,
            aim: null,
            other: () => null,
            parts: () => [],
            lacks: () => true,
            today: until,
            lastDay: null,
          });
        },
      };
    };
    const series = new Map<string, readonly Cell[]>();
    const sierra = `product.name=${story.slip.product}`;
    const watched: readonly (readonly [string, string | null])[] = [
      ...summed.map((id) => [id, null] as const),
      ['on_time_delivery', sierra],
      ['on_time_delivery', 'product.name=Split Brisa 35'],
    ];
    for (const [id, scope] of watched) {
      // The first months are thin: the company has only just opened.
      const cells = Array.from({ length: months - 3 }, (_, index): Cell => {
        const slice = { kpi: id, months: [index + 3, index + 4] as const, ...(scope === null ? {} : { where: [scope] }) };
        const value = naive.value(slice);
        const { from, to } = datesOf(slice);
        const rest = { variant: '', version: '', group: {}, coverage: 1, watermark: null, reasons: [], detail: null };
        return { kpi: id, period: { start: from, end: to }, value: Number.isFinite(value) ? value : null, n: 1000, state: 'ok', ...rest };
      });
      series.set(`${id} ${scope}`, cells);
    }
    const known = new Map<string, readonly JudgedStep[]>();
    for (let month = first; month < months; month++) {
      const watches = watched.map(([id, scope]) => watchOf(id, scope, month - 3));
      for (const [place, { key, steps, events }] of evaluate(watches, known, { again: 3, back: 1 }).entries()) {
        const [kpi, scope] = watched[place] ?? ['', null];
        known.set(key, [...(known.get(key) ?? []), ...steps]);
        for (const { kind } of events) told.push({ month, kpi, scope, kind });
      }
    }
  });

  const firedIn = (kpi: string, scope: string | null = null): readonly number[] =>
    told.filter((one) => one.kind === 'fired' && one.kpi === kpi && one.scope === scope).map(({ month }) => month);
  const sierra = `product.name=${story.slip.product}`;

  /** At the end of the month in which it began, or of the next. */
  test.each([
    ['a product comes late', 'on_time_delivery', sierra, story.slip.from],
    ['two agents leave: answers take longer', 'first_response_time', null, story.serviceCrisis.from],
    ['solutions take longer', 'avg_resolution_time', null, story.serviceCrisis.from],
    ['customers complain', 'complaints', null, story.serviceCrisis.from],
    ['they are less satisfied', 'csat', null, story.serviceCrisis.from],
    ['a giveaway brings leads that do not qualify', 'lead_qualification_rate', null, story.giveaway.from],
    ['nor convert', 'lead_conversion_rate', null, story.giveaway.from],
  ])('%s: %s is told within two months', (_, kpi, scope, from) => {
    const [month = -1] = firedIn(kpi, scope);
    expect(month).toBeGreaterThanOrEqual(from);
    expect(month).toBeLessThanOrEqual(from + 1);
  });

  test('customers leave: told by the second month of the wave at the latest, and not before there is anything to complain of', () => {
    const [month = -1] = firedIn('churned_customers');
    expect(month).toBeGreaterThanOrEqual(story.serviceCrisis.from);
    expect(month).toBeLessThanOrEqual(story.churnWave.from + 1);
  });

  test('each is told once, and is over when the story says so', () => {
    expect(firedIn('first_response_time')).toHaveLength(1);
    expect(firedIn('complaints')).toHaveLength(1);
    const over = told.find(({ kpi, kind }) => kpi === 'first_response_time' && kind === 'recovered');
    expect(over?.month).toBeGreaterThanOrEqual(story.serviceCrisis.to);
    expect(over?.month).toBeLessThanOrEqual(story.serviceCrisis.to + 2);
    // The product is late to the end: it is not usual for having lasted.
    expect(told.some(({ kpi, scope, kind }) => kpi === 'on_time_delivery' && scope === sierra && kind === 'recovered')).toBe(false);
  });

  test('what has no part in the story is told of less than once a month', () => {
    const quiet = ['avg_opportunity_value', 'sales_cycle_length', 'total_sales', 'opportunity_conversion_rate'];
    const others = told.filter(
      ({ kpi, scope, kind }) => kind === 'fired' && (quiet.includes(kpi) || scope === 'product.name=Split Brisa 35'),
    );
    expect(others.length, JSON.stringify(others)).toBeLessThanOrEqual(2);
    expect(told.filter(({ kind, month }) => kind === 'fired' && month < story.slip.from).length).toBeLessThanOrEqual(1);
  });
});
