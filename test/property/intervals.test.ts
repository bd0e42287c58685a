import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kpis } from '../../src/kpis/catalogue.ts';
import type { Kpi } from '../../src/kpis/kpi.ts';
import type { Cell } from '../../src/metrics/cell.ts';
import type { Metric } from '../../src/metrics/metric.ts';
import type { Settings } from '../../src/model/settings.ts';
import { examplesFile } from '../mutation/examples.ts';
import type { Company } from '../oracle/company.ts';
import { arbitraryCompany } from './company.ts';
import { askAll, load } from './engines.ts';
import { type Theme, themes } from './theme.ts';

/** More companies with `npm run test:long`; `CUADRO_SEED` repeats or varies a run. */
const isLong = process.env.CUADRO_TEST_LONG === '1';
const numRuns = isLong ? 20 : 2;
const seed = Number(process.env.CUADRO_SEED ?? (isLong ? Date.now() % 1_000_000 : 20_261_122));

const anywhere = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
/** What one count is over another that it is no part of, as January's customers over January's leads: it may be above 1. */
const overAnother = [0, Number.POSITIVE_INFINITY] as const;

/** Between what variants lie that do not run from 0 to 1 (rates) or from 0 on (all others). */
const ends: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>> = {
  nps: { default: [-100, 100], seed: [-100, 100] },
  risk_save_rate: { effect: [-1, 1] },
  coaching_uplift: { default: [-2, 2] },
  cycle_acceleration_effect: { default: [Number.NEGATIVE_INFINITY, 1], days: anywhere },
  // A median lies between values that there are, and returns may be above what was bought.
  clv_revenue: { median: anywhere },
  lead_qualification_rate: { period: overAnother },
  lead_conversion_rate: { period: overAnother },
  close_rate: { seed: overAnother },
  acquisition_rate: { per_lead: overAnother, over_customers: overAnother },
  email_ctr: { seed: overAnother },
  email_open_rate: { click_to_open: overAnother },
  website_conversion_rate: { seed: overAnother },
  conversion_rate: { seed: overAnother },
  survey_response_rate: { period: overAnother },
};

interface Asked {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly metric: Metric;
}

const endsOf = (kpi: Kpi, variant: string): Pick<Asked, 'least' | 'most'> => {
  const unit = kpi.variants[variant]?.unit ?? kpi.unit;
  const [least, most] = ends[kpi.id]?.[variant] ?? [0, unit === 'rate' ? 1 : Number.POSITIVE_INFINITY];
  return { least, most };
};

const askedOf = (settings: Settings): readonly Asked[] =>
  [...kpis.values()].flatMap((kpi) =>
    Object.entries(kpi.variants).map(([name, variant]) => {
      const parameters = Object.fromEntries(Object.entries(kpi.parameters).map(([key, parameter]) => [key, parameter.default]));
      return {
        name: `${kpi.id}, ${name}`,
        ...endsOf(kpi, name),
        metric: variant.metric(parameters, settings),
      };
    }),
  );

/** A company with all that the themes have, of few rows each. */
const everything: Theme = {
  name: 'everything',
  entities: Object.assign({}, ...themes.map(({ entities }) => entities)),
  tracked: themes.flatMap(({ tracked }) => tracked),
  datasets: {},
  spans: {},
  durations: [],
  conversions: [],
  dimensions: [],
  own: {},
};

/** Sums in another order differ in their last digits. */
const slack = (value: number): number => 1e-9 * Math.max(1, Math.abs(value));

/** What is wrong with an interval: it must hold its value, and end where its quantity does unless the value is beyond itself. */
function flawOf({ value, ci }: Pick<Cell, 'value' | 'ci'>, { least, most }: Pick<Asked, 'least' | 'most'>): string | null {
  if (!ci || value === null) return null;
  const [low, high] = ci;
  const said = `${value} [${low}, ${high}]`;
  if (!(low <= high)) return `no interval: ${said}`;
  if (low > value + slack(value) || high < value - slack(value)) return `without its value: ${said}`;
  return low < Math.min(least, value) - slack(value) || high > Math.max(most, value) + slack(value) ? `beyond its scale: ${said}` : null;
}

/** What is wrong with the intervals of a company's year, by quarters and whole. */
async function wrongOf({ company, center }: { readonly company: Company; readonly center: string }) {
  const loaded = await load('duckdb', company);
  try {
    const asked = askedOf(company.settings);
    const database = { loaded, worlds: new Map(), close: () => loaded.close() };
    const metrics = asked.map(({ metric }) => metric);
    const year = center.slice(0, 4);
    const wrong: string[] = [];
    let intervals = 0;
    for (const grain of ['quarter', 'total'] as const) {
      const { cells } = await askAll(database, metrics, { from: `${year}-01-01`, to: `${year}-12-31`, grain, periods: 'partial' });
      for (const cell of cells) {
        const one = asked[Number(cell.kpi.slice(1))];
        if (!one) continue;
        const flaw = flawOf(cell, one);
        if (flaw) wrong.push(`${one.name}, ${cell.period.start}: ${flaw}`);
        intervals += cell.ci && cell.value !== null ? 1 : 0;
      }
    }
    return { wrong, intervals };
  } finally {
    await loaded.close();
  }
}

test(
  'intervals hold their value and end where their quantity does',
  async () => {
    const companies = fc.sample(arbitraryCompany(everything), { numRuns, seed });
    const wrong: string[] = [];
    let intervals = 0;
    for (const [index, company] of companies.entries()) {
      const found = await wrongOf(company);
      wrong.push(...found.wrong.map((one) => `company ${index} of seed ${seed}: ${one}`));
      intervals += found.intervals;
    }
    expect(wrong).toEqual([]);
    // Companies with nothing to tell of would pass too.
    expect(intervals).toBeGreaterThan(50 * numRuns);
  },
  isLong ? 3_600_000 : 120_000,
);

/** Random rows seldom make what rarer KPIs need; those of their worked examples do. */
test('so do those of the worked examples', () => {
  const recorded: readonly { readonly example: string; readonly cells: readonly Cell[] }[] = readFileSync(examplesFile, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const wrong = recorded.flatMap(({ example, cells }) =>
    cells.flatMap((cell) => {
      const kpi = kpis.get(cell.kpi);
      const flaw = kpi ? flawOf(cell, endsOf(kpi, cell.variant)) : 'no such KPI';
      return flaw ? [`${cell.kpi}, ${cell.variant}, ${example}: ${flaw}`] : [];
    }),
  );
  expect(wrong).toEqual([]);
});
