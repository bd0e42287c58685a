import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeReal, importTimeout, RealWorkspace } from '../workspace.ts';

const settings = 'timezone: UTC\ncurrency: EUR\n';
/** To the last change in the log, in the middle of 18 February. */
const whole = ['--from', '2016-02-01', '--to', '2017-02-18', '--grain', 'total', '--partial'];
const months = ['--from', '2016-03-01', '--to', '2017-01-31'];

/** Figures marked "recomputed" are in NOTES.md; the others were counted with plain SQL over the CSV file. */
describeReal('uci-incidents', () => {
  let workspace: RealWorkspace;
  beforeAll(() => {
    workspace = new RealWorkspace(settings);
    const { entities } = workspace.import('uci-incidents', 'uci-incidents/mapping.yaml');
    expect(entities.map(({ entity, read, created, rejected }) => [entity, read, created, rejected])).toEqual([
      ['ticket', 24_918, 24_918, 0],
    ]);
  }, importTimeout);
  afterAll(() => workspace?.close());

  it('tells made SLA 63.42 %, reopened 1.104 %, median to resolve 22.1 h (recomputed)', () => {
    const sla = workspace.cell('--kpi', 'avg_resolution_time', '--variant', 'within_sla', ...whole);
    expect(sla).toMatchObject({ numerator: 15_803, denominator: 24_918 });
    expect(sla.value).toBeCloseTo(0.6342, 4);
    const reopened = workspace.cell('--kpi', 'reopen_rate', ...whole);
    expect(reopened).toMatchObject({ numerator: 275, denominator: 24_918 });
    expect(reopened.value).toBeCloseTo(0.01104, 5);
    expect(workspace.cell('--kpi', 'avg_resolution_time', ...whole)).toMatchObject({ variant: 'median', value: 22.1, n: 23_362 });
  });

  it('tells the hours to resolve by priority and channel', () => {
    const total = [...months, '--grain', 'total'];
    const mean = workspace.byGroup('priority', '--kpi', 'avg_resolution_time', '--variant', 'mean', ...total);
    expect(Object.fromEntries(Object.entries(mean).map(([priority, hours]) => [priority, hours?.toFixed(4)]))).toEqual({
      1: '267.9963',
      2: '151.8626',
      3: '172.3913',
      4: '285.2791',
    });
    const p90 = workspace.byGroup('channel', '--kpi', 'avg_resolution_time', '--variant', 'p90', ...total);
    expect(Object.fromEntries(Object.entries(p90).map(([channel, hours]) => [channel, hours?.toFixed(4)]))).toEqual({
      'Direct opening': '47.5833',
      Email: '330.2400',
      Phone: '379.3167',
      'Self service': '504.9000',
    });
  });

  it('counts by working day and by calendar day', () => {
    // 8,326 were closed in April 2016, which has 21 working days and 30 days.
    const april = ['--kpi', 'cases_closed_per_day', '--from', '2016-04-01', '--to', '2016-04-30'];
    expect(workspace.cell(...april)).toMatchObject({ numerator: 8326, denominator: 21 });
    expect(workspace.cell(...april, '--variant', 'calendar_days')).toMatchObject({ numerator: 8326, denominator: 30 });
    expect(workspace.byPeriod('--kpi', 'cases_handled', '--variant', 'received', '--from', '2016-03-01', '--to', '2016-05-31')).toEqual({
      '2016-03-01': 8995,
      '2016-04-01': 7934,
      '2016-05-01': 7508,
    });
  });

  it('gives an incident thirty times 24 hours to be resolved', () => {
    const cells = workspace.cells('--kpi', 'resolution_rate', '--from', '2016-03-01', '--to', '2016-05-31');
    expect(cells.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [7695, 8995],
      [7191, 7934],
      [6907, 7508],
    ]);
  });

  it('cuts days by the clock of another place', () => {
    const days = ['--kpi', 'cases_handled', '--variant', 'received', '--from', '2016-05-17', '--to', '2016-05-18', '--grain', 'day'];
    expect(workspace.byPeriod(...days)).toEqual({ '2016-05-17': 363, '2016-05-18': 353 });
    workspace.configure('timezone: America/New_York\ncurrency: EUR\n');
    expect(workspace.byPeriod(...days)).toEqual({ '2016-05-17': 371, '2016-05-18': 347 });
    workspace.configure(settings);
  });

  it('keeps the second column of a name under a name of its own', () => {
    const cells = workspace.cells('--kpi', 'cases_handled', '--variant', 'received', ...whole, '--by', 'custom.category_2');
    expect(cells.find(({ group }) => group['custom.category_2'] === '174')?.value).toBe(6528);
  });

  it('had closed none of what it closed later', () => {
    const then = ['--from', '2016-03-01', '--to', '2016-03-31', '--as-of', '2016-03-31'];
    expect(workspace.cell('--kpi', 'resolution_rate', '--variant', 'ever', ...then)).toMatchObject({ numerator: 7187, denominator: 8995 });
  });
});
