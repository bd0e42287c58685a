import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Company, loadCompany } from '../../warehouse/testing/company.ts';
import { openCount } from '../build.ts';
import { answer } from '../engine.ts';
import { day, is } from '../expression.ts';
import type { Metric, StockMetric } from '../metric.ts';
import { type QueryInput, querySchema } from '../query.ts';
import { recordKeys } from '../records.ts';

const given = {
  user: [
    { id: 'u1', name: 'Ana' },
    { id: 'u2', name: 'Bea' },
  ],
  quote: [
    { id: 'q1', owner_id: 'u1', sent_at: '2024-01-10', decided_at: '2024-03-05', valid_until: '2024-12-31' },
    // Never answered: it lapses after the last day of February.
    { id: 'q2', owner_id: 'u1', sent_at: '2024-02-10', valid_until: '2024-02-29' },
    { id: 'q3', owner_id: 'u2', sent_at: '2024-02-20', decided_at: '2024-02-25' },
    { id: 'q4', owner_id: 'u2', sent_at: '2024-03-01' },
    // Never sent.
    { id: 'q5', owner_id: 'u2', created_at: '2024-01-01' },
    { id: 'q6', owner_id: 'u2', sent_at: '2024-01-01', is_test: true },
  ],
  opportunity: [
    { id: 'o1', created_at: '2024-01-01', status: 'open', expected_close_on: '2024-02-15' },
    { id: 'o2', created_at: '2024-01-01', status: 'won', closed_at: '2024-02-10', expected_close_on: '2024-02-28' },
    { id: 'o3', created_at: '2024-02-20', status: 'open', expected_close_on: '2024-03-31' },
    { id: 'o4', created_at: '2024-01-01', status: 'open' },
  ],
};

let company: Company;
beforeAll(async () => {
  company = await loadCompany('duckdb', given, { reads: ['opportunity_span', 'field_span'], exportedAt: '2024-05-10' });
});
afterAll(() => company.close());

async function ask(metric: Metric, asked: Partial<QueryInput> = {}) {
  const query = querySchema.parse({ kpis: ['x'], from: '2024-01-01', to: '2024-03-31', ...asked });
  const { catalog, dialect } = await company.world({});
  const kpi = { kpi: 'x', variant: 'default', version: '1', metric, missing: [], minimumSample: 1 };
  const { cells } = await answer(query, [kpi], { dialect, catalog, run: (sql) => company.query(sql) });
  return cells.map(({ value }) => value);
}

const sent: StockMetric = { ...openCount('quote'), span: { from: 'sent_at', to: 'decided_at' }, until: [day('valid_until', 1)] };
const due: StockMetric = { ...openCount('opportunity_span', { where: is('status', 'open') }), within: 'expected_close_on' };

test('records live from one of their times to another', async () => {
  // 31 January: q1. 29 February: q1 and q2. 31 March: q4; q1 is decided, q2 has lapsed.
  expect(await ask(sent)).toEqual([1, 2, 1]);
  expect(await ask({ ...sent, at: 'opening' })).toEqual([0, 1, 2]);
  // By owner, Ana then Bea of each month.
  expect(await ask(sent, { by: ['owner.name'] })).toEqual([1, 0, 2, 0, 0, 1]);
});

test('without an end only `until` ends them', async () => {
  expect(await ask({ ...sent, span: { from: 'sent_at', to: null } })).toEqual([1, 3, 3]);
});

test('of what falls due in the period', async () => {
  // At the close of January nothing was due in it; o1 was due in February and is open, o2 is won; o3 is due in March.
  expect(await ask(due)).toEqual([0, 1, 1]);
  // At the start of February o1 and o2 are open and due in it; at the start of March o3 is.
  expect(await ask({ ...due, at: 'opening' })).toEqual([0, 2, 1]);
  // 9 days with both, 20 with o1.
  expect(await ask({ ...due, at: 'average' }, { from: '2024-02-01', to: '2024-02-29' })).toEqual([(9 * 2 + 20) / 29]);
});

test('the records behind are those that count', async () => {
  const { catalog, dialect } = await company.world({});
  const ids = async (metric: Metric) => {
    const { sql } = recordKeys(metric, 'numerator', {
      range: { start: '2024-02-01', end: '2024-02-29' },
      where: [],
      world: { dialect, catalog, attributes: 'then' },
      kpi: 'x',
      lastCompleteDay: '2024-05-09',
    });
    return (await company.query(sql)).map(({ id }) => id).sort();
  };
  expect(await ids(sent)).toEqual(['q1', 'q2']);
  expect(await ids({ ...due, at: 'opening' })).toEqual(['o1', 'o2']);
});
