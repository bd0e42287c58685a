import { expect, it } from 'vitest';
import { gapsOf } from './gaps.ts';

it('names first what most KPIs lack, and which would need nothing else', () => {
  const kpis = [
    { kpi: 'a', computable: false, missing: ['order.amount'] },
    { kpi: 'b', computable: false, missing: ['order.amount', 'cost.amount'] },
    { kpi: 'c', computable: false, missing: ['cost.amount', 'lead.source'] },
    { kpi: 'd', computable: true, missing: [] },
  ];
  expect(gapsOf(kpis)).toEqual([
    { field: 'order.amount', kpis: ['a', 'b'], alone: ['a'] },
    { field: 'cost.amount', kpis: ['b', 'c'], alone: [] },
    { field: 'lead.source', kpis: ['c'], alone: [] },
  ]);
});
