import { expect, test } from 'vitest';
import { metricOf } from './metric.ts';
import { customKpiSchema } from './schema.ts';

const base = {
  id: 'mean_deal',
  name: 'Mean deal',
  definition: 'Mean of deals won.',
  area: 'pipeline',
  direction: 'up',
  unit: 'money',
  since: '2026-01-01',
  examples: [
    {
      name: 'one',
      given: { opportunity: [{ id: '1' }] },
      query: { from: '2026-01-01', to: '2026-01-31' },
      expect: [{ value: 1 }],
      because: '1',
    },
  ],
};
const mean = { kind: 'simple', dataset: 'opportunity', aggregate: 'average', of: 'amount', at: 'closed_at' };
const stock = { kind: 'stock', dataset: 'opportunity_span', aggregate: 'average', of: 'amount' };
const ratio = { kind: 'ratio', numerator: { ...mean, aggregate: 'sum' }, denominator: { ...mean, aggregate: 'count' } };

const read = (metric: object) => customKpiSchema.safeParse({ ...base, metric });

test.each([mean, stock, ratio])('a KPI of one’s own says where its $kind ends', (metric) => {
  const { success, data } = read({ ...metric, scale: [0, null] });
  expect(success && metricOf(data.metric)).toMatchObject({ scale: [0, null] });
  const plain = read(metric);
  expect(plain.success && metricOf(plain.data.metric)).not.toHaveProperty('scale');
  expect(read({ ...metric, scale: [5, 1] }).success).toBe(false);
});
