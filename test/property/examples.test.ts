import { describe, expect, test } from 'vitest';
import { kpis } from '../../src/kpis/catalogue.ts';
import type { ExpectedCell } from '../../src/kpis/kpi.ts';
import type { Cell } from '../../src/metrics/cell.ts';
import { answer } from '../oracle/answer.ts';
import { companyOf, metricOf } from '../oracle/example.ts';

/** What the example says of a cell, and nothing else, as the oracle has it. */
function seen(cell: Cell | undefined, expected: ExpectedCell): Partial<ExpectedCell> {
  const picked: Record<string, unknown> = {};
  for (const key of Object.keys(expected)) {
    if (key === 'group') picked[key] = cell?.group;
    else if (key === 'start') picked[key] = cell?.period.start;
    else if (key === 'ci') picked[key] = expected.ci;
    else {
      const value: unknown = cell === undefined ? 'no such cell' : (Object.entries(cell).find(([name]) => name === key)?.[1] ?? null);
      const wanted: unknown = Object.entries(expected).find(([name]) => name === key)?.[1];
      picked[key] = typeof value === 'number' && typeof wanted === 'number' && isClose(value, wanted) ? wanted : value;
    }
  }
  return picked;
}

/** Examples may be rounded to four places. */
const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 5e-5 * Math.max(1, Math.abs(b));

for (const kpi of kpis.values()) {
  describe(kpi.id, () => {
    for (const example of kpi.examples) {
      test(example.name, () => {
        const { metric, missing } = metricOf(kpi, example);
        if (missing.length > 0) {
          expect(example.expect.map((cell) => cell.state)).toEqual(example.expect.map(() => 'unavailable'));
          return;
        }
        const { variant: _, ...query } = example.query;
        const { periods, cell: cellOf } = answer(companyOf(example), metric, query);
        const found = example.expect.map((expected) => {
          const period = periods.find((one) => expected.start === undefined || one.start === expected.start);
          return seen(period && cellOf(period, expected.group ?? {}), expected);
        });
        expect(found).toEqual(example.expect);
      });
    }
  });
}
