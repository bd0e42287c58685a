import { afterAll, describe, expect, test } from 'vitest';
import { byCompany, checkExample, openExamples } from '../app/worked-examples.ts';
import { engineNames } from '../warehouse/testing/engine.ts';
import { kpis } from './catalogue.ts';

const engines = process.env.CUADRO_ENGINE ? engineNames.filter((name) => name === process.env.CUADRO_ENGINE) : engineNames;
const all = [...kpis.values()].flatMap((kpi) => kpi.examples.map((example) => ({ kpi, example })));

/** Every worked example of the catalogue, on every warehouse; those about the same records, of whichever KPI, on one company. `CUADRO_ENGINE=duckdb` and `-t kpi_id` narrow it. */
describe.each(engines)('%s', (engine) => {
  describe.each(byCompany(all).map((cases) => ({ cases, of: cases[0]?.kpi.id })))('records of $of', ({ cases }) => {
    let opened: ReturnType<typeof openExamples> | null = null;
    afterAll(async () => (await opened)?.close());
    test.each(cases.map((one) => [`${one.kpi.id}: ${one.example.name}`, one] as const))('%s', async (_, one) => {
      opened ??= openExamples(cases, { engine });
      expect((await checkExample(one, await opened)).differences).toEqual([]);
    });
  });
});
