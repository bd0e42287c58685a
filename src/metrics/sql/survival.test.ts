import { describe, expect, test } from 'vitest';
import { loadCompany } from '../../warehouse/testing/company.ts';
import { engineNames } from '../../warehouse/testing/engine.ts';
import { answer } from '../engine.ts';
import type { DurationMetric } from '../metric.ts';
import { querySchema } from '../query.ts';

/** Remission of leukaemia patients under 6-MP (Freireich 1963; Kaplan–Meier in every textbook): weeks, ended, still in remission. */
const sixMercaptopurine: readonly (readonly [number, number, number])[] = [
  [6, 3, 1],
  [7, 1, 0],
  [9, 0, 1],
  [10, 1, 1],
  [11, 0, 1],
  [13, 1, 0],
  [16, 1, 0],
  [17, 0, 1],
  [19, 0, 1],
  [20, 0, 1],
  [22, 1, 0],
  [23, 1, 0],
  [25, 0, 1],
  [32, 0, 2],
  [34, 0, 1],
  [35, 0, 1],
];

const until = Temporal.PlainDate.from('2024-12-31');
const metric: DurationMetric = {
  kind: 'duration',
  dataset: 'ticket',
  start: 'opened_at',
  end: 'closed_at',
  unit: 'day',
  time: 'calendar',
  statistic: 'km_median',
  censoring: 'kaplan_meier',
};

/** Tickets that take so many days; an open one was opened so many days before the data end. */
const tickets = (cases: typeof sixMercaptopurine) =>
  cases.flatMap(([days, ended, open]) => [
    ...Array.from({ length: ended }, () => ({
      opened_at: '2024-06-01',
      closed_at: Temporal.PlainDate.from('2024-06-01').add({ days }).toString(),
    })),
    ...Array.from({ length: open }, () => ({ opened_at: until.subtract({ days }).toString() })),
  ]);

describe.each(engineNames)('Kaplan–Meier in %s', (engine) => {
  const ask = async (cases: typeof sixMercaptopurine) => {
    const company = await loadCompany(engine, { ticket: tickets(cases) }, { reads: ['field_span'], exportedAt: until.toString() });
    const query = querySchema.parse({ kpis: ['x'], from: '2024-01-01', to: '2024-12-31', grain: 'total' });
    const asked = { kpi: 'x', variant: 'default', version: '1', metric, missing: [], minimumSample: 0 };
    const { dialect, catalog, query: run } = company;
    const { cells } = await answer(query, [asked], { dialect, catalog, run });
    await company.close();
    return cells[0];
  };

  test('Freireich’s 6-MP arm has a median of 23 weeks, and no upper limit', async () => {
    expect(await ask(sixMercaptopurine)).toMatchObject({ value: 23, n: 21, detail: { ended: 9, open: 12 } });
    expect((await ask(sixMercaptopurine))?.ci).toBeUndefined();
  });

  test('without open cases it is the ordinary median from below', async () => {
    expect((await ask([1, 2, 3, 4, 5].map((days) => [days, 1, 0] as const)))?.value).toBe(3);
  });

  test('a median that half have not reached is not known', async () => {
    expect(
      await ask([
        [5, 1, 0],
        [9, 0, 3],
      ]),
    ).toMatchObject({ value: null, reasons: ['median_not_reached'] });
  });
});
