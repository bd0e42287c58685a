import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeReal, type Imported, importTimeout, RealWorkspace } from '../workspace.ts';

const settings = 'timezone: UTC\ncurrency: USD\n';
const all = ['--from', '2016-10-01', '--to', '2017-12-31', '--grain', 'total'];
const rate = ['--kpi', 'opportunity_conversion_rate'];

/** Figures marked "published" are in NOTES.md; the others were counted with plain SQL over the CSV files. */
describeReal('maven-crm', () => {
  let workspace: RealWorkspace;
  let imported: Imported;
  beforeAll(() => {
    workspace = new RealWorkspace(settings);
    imported = workspace.import('maven-crm', 'maven-crm/mapping.yaml');
  }, importTimeout);
  afterAll(() => workspace?.close());

  it('takes every row and says which have no account', () => {
    expect(imported.entities.map(({ entity, created, rejected }) => [entity, created, rejected])).toEqual([
      ['opportunity', 8800, 0],
      ['account', 85, 0],
      ['product', 7, 0],
      ['user', 41, 0],
    ]);
    expect(imported.entities[0]?.warnings).toEqual([{ code: 'missing_reference', field: 'account_id', rows: 1425 }]);
    expect(imported.ignored_files).toEqual(['data_dictionary.csv']);
  });

  it('says nothing new when it comes again', () => {
    const again = workspace.import('maven-crm', 'maven-crm/mapping.yaml');
    expect(again.batch).toBeNull();
    expect(again.entities.map(({ created, updated }) => [created, updated])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it('counts won and lost: 4,238 and 2,473 (published)', () => {
    const cell = workspace.cell(...rate, ...all);
    expect(cell).toMatchObject({ numerator: 4238, denominator: 6711, n: 6711, state: 'ok', watermark: '2017-12-31T23:59:59Z' });
    expect(cell.value).toBeCloseTo(4238 / 6711, 12);
    expect(workspace.cell('--kpi', 'lost_opportunities', ...all).value).toBe(2473);
    expect(
      workspace.records('--kpi', 'opportunity_conversion_rate', '--from', '2016-10-01', '--to', '2017-12-31', '--part', 'numerator').total,
    ).toBe(4238);
  });

  it('counts what is open by stage: Engaging 1,589, Prospecting 500 without a date (published)', () => {
    const cells = workspace.cells('--kpi', 'open_opportunities', ...all, '--by', 'stage');
    expect(Object.fromEntries(cells.map(({ group, value, reasons }) => [group.stage, [value, reasons]]))).toEqual({
      Engaging: [1589, []],
      Prospecting: [500, ['start_unknown']],
    });
    expect(workspace.records('--kpi', 'open_opportunities', '--from', '2017-12-01', '--to', '2017-12-31').total).toBe(2089);
  });

  it('tells the win rate by manager (published: Neubert 691/1,113, Marxen 882/1,418)', () => {
    for (const dimension of ['owner.manager.name', 'owner.team', 'owner.manager']) {
      const cells = workspace.cells(...rate, ...all, '--by', dimension);
      expect(Object.fromEntries(cells.map(({ group, numerator, denominator }) => [group[dimension], [numerator, denominator]]))).toEqual({
        'Rocco Neubert': [691, 1113],
        'Melvin Marxen': [882, 1418],
        'Cara Losch': [480, 745],
        'Celia Rouche': [610, 962],
        'Dustin Brinkmann': [747, 1186],
        'Summer Sewald': [828, 1287],
      });
    }
  });

  it('tells the won value by manager (published: all 10,005,534, Marxen 2,251,930, Losch 1,130,049)', () => {
    const booked = ['--kpi', 'new_revenue', '--variant', 'booked', ...all];
    expect(workspace.cell(...booked).value).toBe(10_005_534);
    expect(workspace.byGroup('owner.manager.name', ...booked)).toEqual({
      'Melvin Marxen': 2_251_930,
      'Cara Losch': 1_130_049,
      'Celia Rouche': 1_603_897,
      'Dustin Brinkmann': 1_094_363,
      'Rocco Neubert': 1_960_545,
      'Summer Sewald': 1_964_750,
    });
    expect(workspace.byGroup('account.parent.name', ...booked)).toMatchObject({ 'Acme Corporation': 417_605, Sonron: 375_355 });
    expect(workspace.byGroup('account.industry', ...booked)).toMatchObject({
      retail: 1_867_528,
      technology: 1_515_487,
      medical: 1_359_595,
    });
  });

  it('tells the days to win by product (published: GTX Basic 54.77)', () => {
    const mean = workspace.byGroup('product.name', '--kpi', 'sales_cycle_length', '--variant', 'mean', ...all);
    expect(mean['GTX Basic']).toBeCloseTo(54.765, 4);
    expect(mean['GTX Pro']).toBeCloseTo(48.3265, 4);
    expect(workspace.byGroup('product.name', '--kpi', 'sales_cycle_length', ...all)).toMatchObject({
      'GTX Basic': 61,
      'MG Advanced': 57.5,
      'GTX Pro': 47,
    });
    expect(workspace.byGroup('product.name', '--kpi', 'sales_cycle_length', '--variant', 'p90', ...all)['GTK 500']).toBeCloseTo(115.6, 9);
  });

  it('tells stocks at past dates, looked at from then or from now', () => {
    const open = workspace.byPeriod('--kpi', 'open_opportunities', '--from', '2017-01-01', '--to', '2017-12-31', '--grain', 'quarter');
    expect(open).toEqual({ '2017-01-01': 1330, '2017-04-01': 1686, '2017-07-01': 2409, '2017-10-01': 2089 });
    // Those without a date count from the watermark on, also in a world of before.
    const then = workspace.cell('--kpi', 'open_opportunities', '--from', '2017-06-01', '--to', '2017-06-30', '--as-of', '2017-06-30');
    expect(then).toMatchObject({ value: 1686, reasons: [] });
    const earlier = workspace.cell(...rate, '--from', '2016-10-01', '--to', '2017-06-30', '--grain', 'total', '--as-of', '2017-06-30');
    expect(earlier.value).toBeCloseTo(0.6662933930571109, 12);
  });

  it('tells cohorts, and which have not had their time', () => {
    const cells = workspace.cells(...rate, '--variant', 'cohort', '--from', '2016-11-01', '--to', '2017-12-31');
    expect(cells.slice(0, 3).map(({ numerator, denominator, state }) => [numerator, denominator, state])).toEqual([
      [83, 115, 'ok'],
      [160, 236, 'ok'],
      [181, 312, 'ok'],
    ]);
    // 180 days after 30 June is 27 December; after 31 July it is next year.
    expect(cells.filter(({ state }) => state === 'immature').map(({ period }) => period.start)[0]).toBe('2017-07-01');
  });

  it('filters and groups by anything a deal reaches', () => {
    const won = (...where: string[]) =>
      workspace.cell('--kpi', 'avg_opportunity_value', ...all, ...where.flatMap((one) => ['--where', one])).n;
    expect(won('account=')).toBe(0);
    expect(won('product.name=GTX Pro', 'owner.office=West')).toBe(
      workspace
        .cells('--kpi', 'avg_opportunity_value', ...all, '--by', 'product.name,owner.office')
        .find(({ group }) => group['product.name'] === 'GTX Pro' && group['owner.office'] === 'West')?.n,
    );
    expect(workspace.cell('--kpi', 'avg_opportunity_value', '--variant', 'p90', ...all).value).toBeCloseTo(5284.3, 9);
    expect(workspace.cell('--kpi', 'avg_opportunity_value', '--variant', 'median', ...all).value).toBe(1117);
    expect(workspace.cell('--kpi', 'open_opportunities', ...all, '--where', 'account=', '--where', 'stage=Engaging').value).toBe(1088);
  });

  it('cuts weeks and years as the settings say', () => {
    const lost = ['--kpi', 'lost_opportunities', '--grain', 'week', '--from'];
    expect(workspace.byPeriod(...lost, '2017-12-04', '--to', '2017-12-31')).toEqual({
      '2017-12-04': 31,
      '2017-12-11': 27,
      '2017-12-18': 37,
      '2017-12-25': 27,
    });
    workspace.configure(`${settings}week_starts_on: sunday\nfiscal_year_starts_in: 4\n`);
    expect(workspace.byPeriod(...lost, '2017-12-03', '--to', '2017-12-30')).toEqual({
      '2017-12-03': 32,
      '2017-12-10': 30,
      '2017-12-17': 34,
      '2017-12-24': 27,
    });
    const years = workspace.cells(...rate, '--grain', 'year', '--from', '2016-04-01', '--to', '2017-12-31', '--partial');
    expect(years.map(({ period, numerator, denominator }) => [period.start, numerator, denominator])).toEqual([
      ['2016-04-01', 531, 647],
      ['2017-04-01', 3707, 6064],
    ]);
    const quarters = workspace.byPeriod(
      '--kpi',
      'new_revenue',
      '--variant',
      'booked',
      '--grain',
      'quarter',
      '--from',
      '2017-01-01',
      '--to',
      '2017-12-31',
    );
    expect(quarters).toEqual({ '2017-01-01': 1_134_672, '2017-04-01': 3_086_111, '2017-07-01': 2_982_255, '2017-10-01': 2_802_496 });
    workspace.configure(settings);
  });
});
