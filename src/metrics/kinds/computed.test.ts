import { expect, test } from 'vitest';
import { type Company, loadCompany } from '../../warehouse/testing/company.ts';
import { count } from '../build.ts';
import { answer } from '../engine.ts';
import { is } from '../expression.ts';
import type { ComputedInput, ComputedMetric } from '../metric.ts';
import { type QueryInput, querySchema } from '../query.ts';

/** Leads of two offices: Ana and Bea in the north, Cai in the south. */
const given = {
  user: [
    { id: 'a', name: 'Ana', office: 'norte' },
    { id: 'b', name: 'Bea', office: 'norte' },
    { id: 'c', name: 'Cai', office: 'sur' },
  ],
  lead: [
    { owner_id: 'a', created_at: '2024-01-05' },
    { owner_id: 'a', created_at: '2024-03-05' },
    { owner_id: 'a', created_at: '2024-03-06', is_test: true },
    { owner_id: 'b', created_at: '2024-02-05' },
    { owner_id: 'c', created_at: '2024-03-07' },
    { owner_id: 'c', created_at: '2024-03-08', source: 'web' },
  ],
};

const leads = count('lead', { at: 'created_at' });

async function told(company: Company, panels: NonNullable<ComputedMetric['panels']>, asked: Partial<QueryInput>) {
  const seen: { period: string; group: unknown; panels: unknown }[] = [];
  let input: ComputedInput['panels'] = {};
  const metric: ComputedMetric = {
    kind: 'computed',
    inputs: { leads },
    panels,
    compute: (one) => {
      input = one.panels;
      const text = Object.fromEntries(
        Object.entries(input).map(([name, rows]) => [
          name,
          rows.map(({ group, cells }) => `${Object.values(group).join()} ${cells.map(({ value }) => value).join(' ')}`.trim()),
        ]),
      );
      return { value: one.cells.leads?.value ?? null, detail: text };
    },
  };
  const query = querySchema.parse({ kpis: ['x'], ...asked });
  const { catalog, dialect } = await company.world({});
  const kpi = { kpi: 'x', variant: 'default', version: '1', metric, missing: [], minimumSample: 1 };
  const { cells } = await answer(query, [kpi], { dialect, catalog, run: (sql) => company.query(sql) });
  for (const cell of cells) seen.push({ period: cell.period.start, group: Object.values(cell.group).join(), panels: cell.detail });
  return seen;
}

test('a panel gives other groups and periods within the group of each cell', async () => {
  const company = await loadCompany('duckdb', given, { reads: [], exportedAt: '2024-04-10' });
  try {
    const panels = { people: { metric: leads, by: ['owner.name'] }, months: { metric: leads, grain: 'month', back: 3 } } as const;
    expect(await told(company, panels, { from: '2024-02-01', to: '2024-03-31' })).toEqual([
      // February: Bea's one; the three months up to it have 0, 1 and 1.
      { period: '2024-02-01', group: '', panels: { people: ['Bea 1'], months: ['0 1 1'] } },
      { period: '2024-03-01', group: '', panels: { people: ['Ana 1', 'Cai 2'], months: ['1 1 3'] } },
    ]);
    expect(await told(company, panels, { from: '2024-03-01', to: '2024-03-31', by: ['owner.office'] })).toEqual([
      { period: '2024-03-01', group: 'norte', panels: { people: ['Ana 1'], months: ['1 1 1'] } },
      { period: '2024-03-01', group: 'sur', panels: { people: ['Cai 2'], months: ['0 0 2'] } },
    ]);
    // Filters hold for panels; April is not complete.
    const where = [{ dimension: 'source', op: '=' as const, value: 'web' }];
    expect(
      await told(
        company,
        { months: { metric: leads, grain: 'month' } },
        { from: '2024-02-01', to: '2024-04-30', grain: 'total', periods: 'partial', where },
      ),
    ).toEqual([{ period: '2024-02-01', group: '', panels: { months: ['0 1'] } }]);
    // A panel's own metric has its own conditions.
    const web = { web: { metric: count('lead', { at: 'created_at', where: is('source', 'web') }), by: ['owner.name'] } };
    expect(await told(company, web, { from: '2024-03-01', to: '2024-03-31' })).toEqual([
      { period: '2024-03-01', group: '', panels: { web: ['Cai 1'] } },
    ]);
  } finally {
    await company.close();
  }
});
