import { describe, expect, test } from 'vitest';
import { kpis } from '../../kpis/catalogue.ts';
import { anomaly } from './conditions/anomaly.ts';
import { defaultRules } from './defaults.ts';
import { evaluate } from './evaluate.ts';
import { grainOf, pastOf, quietCells, quietWatches } from './testing/quiet-company.ts';
import { chanceAmong, testsAMonth } from './together.ts';

/** As measured over 120 companies and 60 shifts of each KPI (docs/alerts.md); here over few, so that it is quick: with room for their chance. `npm run test:long`: over more. */
const isLong = process.env.CUADRO_TEST_LONG === '1';
const companies = isLong ? 24 : 2;
const shiftsOfEach = isLong ? 20 : 3;

const fewest = (cells: ReturnType<typeof quietCells>, place: number) => cells.slice(0, place + 1);

describe('the default rules, over companies where nothing happens', () => {
  test('they tell of less than one thing a month', () => {
    let told = 0;
    for (let company = 1; company <= companies; company++) {
      const watches = quietWatches(company);
      expect(new Set(watches.map(({ key }) => key)).size).toBeGreaterThanOrEqual(40);
      for (const { steps } of evaluate(watches, new Map(), { again: 3, back: 12 }))
        told += steps.filter(({ period, events }) => period.start >= '2025-01-01' && events.includes('fired')).length;
    }
    expect(told / companies / 12).toBeLessThanOrEqual(1);
    // Rules that never tell would pass too.
    expect(told).toBeGreaterThan(0);
  }, 600_000);

  test('and find four of five shifts of three standard deviations within two periods', () => {
    const limit = chanceAmong(testsAMonth(quietWatches(1)));
    let [found, all] = [0, 0];
    for (const rule of defaultRules) {
      const kpi = kpis.get(rule.kpi);
      if (!kpi || rule.condition.kind !== 'anomaly' || rule.each !== null || grainOf(kpi) !== 'month') continue;
      for (let company = 0; company < shiftsOfEach; company++) {
        const from = pastOf('month') + ((3 * company) % 11);
        const cells = quietCells(kpi, 1000 + company, { from, deviations: kpi.direction === 'up' ? -3 : 3 });
        const { condition } = rule;
        const isTold = [from, from + 1].some((place) => {
          const judged = anomaly(condition, {
            kpi,
            grain: 'month',
            leastSample: 30,
            cells: fewest(cells, place),
            began: null,
            aim: null,
            other: () => null,
            parts: () => [],
            lacks: () => false,
            today: '2026-01-01',
            lastDay: null,
          });
          return judged?.p != null && judged.p <= limit;
        });
        found += isTold ? 1 : 0;
        all += 1;
      }
    }
    expect(all).toBeGreaterThan(90);
    // Four of five are asked for; a hundred and some shifts stray by four points.
    expect(found / all).toBeGreaterThanOrEqual(isLong ? 0.8 : 0.76);
  }, 600_000);
});
