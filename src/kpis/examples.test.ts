import { describe, expect, test } from 'vitest';
import { runExample } from '../app/worked-examples.ts';
import { engineNames } from '../warehouse/testing/engine.ts';
import { kpis } from './catalogue.ts';

const engines = process.env.CUADRO_ENGINE ? engineNames.filter((name) => name === process.env.CUADRO_ENGINE) : engineNames;

/** Every worked example of the catalogue, on every warehouse: `CUADRO_ENGINE=duckdb` and `-t kpi_id` narrow it. */
describe.each(engines)('%s', (engine) => {
  for (const kpi of kpis.values()) {
    test.each(kpi.examples.map((example) => [example.name, example] as const))(`${kpi.id}: %s`, async (_, example) => {
      expect((await runExample(kpi, example, { engine })).differences).toEqual([]);
    });
  }
});
