import { expect, test } from 'vitest';
import { kpis } from '../../kpis/catalogue.ts';
import { resolveKpi } from '../../kpis/resolve.ts';
import type { Metric } from '../../metrics/metric.ts';
import { testCatalog } from '../../metrics/testing/catalog.ts';
import { boundsFor } from './series.ts';

const metricOf = (id: string, variant?: string): Metric => {
  const kpi = kpis.get(id) ?? expect.fail(id);
  const query = { by: [], where: [], ...(variant === undefined ? {} : { variants: { [id]: variant } }) };
  return resolveKpi(kpi, testCatalog(), query).metric;
};
const endless = Number.POSITIVE_INFINITY;

test('what is forecast ends where its scale does', () => {
  expect(boundsFor(metricOf('nps'), 'score', [30, -100])).toEqual([-100, 100]);
  expect(boundsFor(metricOf('opportunity_conversion_rate'), 'rate', [0.4])).toEqual([0, 1]);
  expect(boundsFor(metricOf('new_customers'), 'count', [3])).toEqual([0, endless]);
  expect(boundsFor(metricOf('service_sales_lag'), 'correlation', [-0.4])).toEqual([-1, 1]);
  // Sales that never were a loss; a return that was one.
  expect(boundsFor(metricOf('total_sales'), 'money', [10, 0])).toEqual([0, endless]);
  expect(boundsFor(metricOf('roi'), 'rate', [0.4, -0.2])).toEqual([-endless, endless]);
});
