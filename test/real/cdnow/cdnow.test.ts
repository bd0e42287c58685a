import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeReal, importTimeout, RealWorkspace } from '../workspace.ts';

const whole = ['--from', '1997-01-01', '--to', '1998-06-30'];
const total = [...whole, '--grain', 'total'];

/** 2,357 customers and 78 weeks are in NOTES.md; the other figures were counted with plain SQL over cdnowElog.csv. */
describeReal('cdnow', () => {
  let workspace: RealWorkspace;
  beforeAll(() => {
    workspace = new RealWorkspace('timezone: UTC\ncurrency: USD\n');
    const { entities } = workspace.import('cdnow', 'cdnow/mapping.yaml', 'cdnowElog.csv');
    expect(entities.map(({ entity, created, rejected }) => [entity, created, rejected])).toEqual([
      ['order', 6919, 0],
      ['account', 2357, 0],
    ]);
  }, importTimeout);
  afterAll(() => workspace?.close());

  it('counts 2,357 customers (published), all of the first quarter', () => {
    expect(workspace.cell('--kpi', 'new_customers', ...total).value).toBe(2357);
    expect(workspace.byPeriod('--kpi', 'new_customers', '--from', '1997-01-01', '--to', '1997-04-30')).toEqual({
      '1997-01-01': 781,
      '1997-02-01': 857,
      '1997-03-01': 719,
      '1997-04-01': 0,
    });
  });

  it('sums what they spent', () => {
    expect(workspace.cell('--kpi', 'total_sales', ...total).value).toBeCloseTo(244_091.94, 6);
    const months = workspace.byPeriod('--kpi', 'total_sales', '--from', '1997-01-01', '--to', '1997-04-30');
    expect(Object.values(months).map((value) => value?.toFixed(2))).toEqual(['28592.70', '40433.81', '43472.10', '12842.05']);
  });

  it('tells who bought again and after how long', () => {
    expect(workspace.cell('--kpi', 'repeat_purchase_rate', ...total)).toMatchObject({ numerator: 1152, denominator: 2357 });
    expect(workspace.cell('--kpi', 'repeat_customers', ...total).value).toBe(1152);
    expect(workspace.cell('--kpi', 'repeat_customers', '--from', '1997-09-01', '--to', '1997-09-30').value).toBe(959);
    const interval = (variant: string) => workspace.cell('--kpi', 'order_interval', '--variant', variant, ...total);
    expect(interval('median')).toMatchObject({ value: 30, n: 4562 });
    expect(interval('mean').value).toBeCloseTo(67.39675580885576, 9);
    expect(interval('p90').value).toBe(189);
  });

  it('takes a year without an order for a customer lost', () => {
    // On 31 December all had ordered within 365 days; on 30 June 818 had.
    const half = ['--from', '1998-01-01', '--to', '1998-06-30', '--grain', 'total'];
    expect(workspace.cell('--kpi', 'retention_rate', ...half)).toMatchObject({ numerator: 818, denominator: 2357 });
    expect(workspace.cell('--kpi', 'churned_customers', ...half).value).toBe(2357 - 818);
    expect(workspace.cell('--kpi', 'retained_customers', '--from', '1998-01-01', '--to', '1998-03-31', '--grain', 'quarter').value).toBe(
      938,
    );
  });
});
