import { describe, expect, test } from 'vitest';
import { answer } from '../metrics/engine.ts';
import { querySchema } from '../metrics/query.ts';
import { settingsSchema } from '../model/settings.ts';
import { loadCompany } from '../warehouse/testing/company.ts';
import { engineNames } from '../warehouse/testing/engine.ts';
import { kpis } from './catalogue.ts';
import type { ExpectedCell, Kpi, WorkedExample } from './kpi.ts';
import { datasetsOf } from './reads.ts';
import { resolveKpi } from './resolve.ts';

const engines = process.env.CUADRO_ENGINE ? engineNames.filter((name) => name === process.env.CUADRO_ENGINE) : engineNames;

/** What every query may read, whatever its KPI. */
const always = ['rate_day', 'business_day', 'account_rfm'];

/** The datasets that the KPI reads in any of its variants: making the others takes longer than the example. */
const readsOf = (kpi: Kpi, example: WorkedExample): readonly string[] => {
  const settings = settingsSchema.parse(example.settings ?? {});
  return [...always, ...datasetsOf(kpi, settings)];
};

/** Every worked example of the catalogue, on every warehouse: `CUADRO_ENGINE=duckdb` and `-t kpi_id` narrow it. */
describe.each(engines)('%s', (engine) => {
  for (const kpi of kpis.values()) {
    test.each(kpi.examples.map((example) => [example.name, example] as const))(`${kpi.id}: %s`, async (_, example) => {
      const company = await loadCompany(engine, example.given, {
        ...(example.settings ? { settings: example.settings } : {}),
        ...(example.exportedAt ? { exportedAt: example.exportedAt } : {}),
        reads: readsOf(kpi, example),
      });
      try {
        const query = querySchema.parse({ kpis: [kpi.id], ...example.query });
        const asked = [resolveKpi(kpi, company.catalog, query)];
        const { cells } = await answer(query, asked, {
          dialect: company.dialect,
          catalog: company.catalog,
          run: (sql) => company.query(sql),
        });
        for (const expected of example.expect) {
          const found = cells.filter(
            (cell) =>
              (expected.start === undefined || cell.period.start === expected.start) &&
              (expected.group === undefined || JSON.stringify(cell.group) === JSON.stringify(expected.group)),
          );
          expect(found, `cells for ${JSON.stringify(expected)} among ${JSON.stringify(cells)}`).toHaveLength(1);
          const [cell] = found;
          if (cell) expectCell(cell, expected);
        }
      } finally {
        await company.close();
      }
    });
  }
});

function expectCell(cell: object, expected: ExpectedCell): void {
  for (const [name, value] of Object.entries(expected)) {
    if (name === 'start' || name === 'group') continue;
    const found: unknown = Reflect.get(cell, name);
    if (typeof value === 'number') expect(found, name).toBeCloseTo(value, 6);
    else if (Array.isArray(value))
      for (const [index, bound] of value.entries())
        expect(Array.isArray(found) ? found[index] : null, `${name}[${index}]`).toBeCloseTo(bound, 3);
    else expect(found, name).toEqual(value);
  }
}
