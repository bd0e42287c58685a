import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeReal, type Imported, importTimeout, RealWorkspace } from '../workspace.ts';

const leads = ['--from', '2017-06-14', '--to', '2018-05-31', '--grain', 'total'];
const deals = ['--from', '2017-06-01', '--to', '2018-11-13', '--grain', 'total'];

/** Figures marked "published" are in NOTES.md; the others were counted with plain SQL over the CSV files. */
describeReal('olist-funnel', () => {
  let workspace: RealWorkspace;
  let imported: Imported;
  beforeAll(() => {
    workspace = new RealWorkspace('timezone: America/Sao_Paulo\ncurrency: BRL\n');
    imported = workspace.import('olist-funnel', 'olist-funnel/mapping.yaml');
  }, importTimeout);
  afterAll(() => workspace?.close());

  it('takes every row and tells of the deal won before its first contact', () => {
    expect(Object.fromEntries(imported.entities.map(({ entity, created }) => [entity, created]))).toEqual({ opportunity: 842, lead: 8000 });
    expect(imported.entities.find(({ entity }) => entity === 'lead')?.warnings).toEqual([
      { code: 'time_order', field: 'converted_at', rows: 1 },
    ]);
  });

  it('counts leads and those won by origin (published: paid_search 1,586/195, social 1,350/75, email 493/15)', () => {
    const cells = workspace.cells('--kpi', 'lead_conversion_rate', '--variant', 'ever', ...leads, '--by', 'lead.source');
    const counts = Object.fromEntries(
      cells.map(({ group, numerator, denominator }) => [group['lead.source'] ?? '', [denominator, numerator]]),
    );
    expect(counts).toEqual({
      paid_search: [1586, 195],
      social: [1350, 75],
      email: [493, 15],
      organic_search: [2296, 271],
      unknown: [1099, 179],
      direct_traffic: [499, 56],
      referral: [284, 24],
      other: [150, 4],
      display: [118, 6],
      other_publicities: [65, 3],
      '': [60, 14],
    });
    expect(workspace.cell('--kpi', 'new_leads', ...leads).value).toBe(8000);
  });

  it('tells the mean days from first contact to winning (published: 56.6, 61.0, 52.2)', () => {
    const days = workspace.byGroup('lead.source', '--kpi', 'sales_cycle_length', '--variant', 'seed', ...deals);
    expect(days.paid_search).toBeCloseTo(56.6, 12);
    expect(days.social).toBeCloseTo(60.96, 12);
    expect(days.email).toBeCloseTo(52.2, 12);
  });

  it('leaves the deal won before its first contact out of durations, and says so', () => {
    const cells = workspace.cells('--kpi', 'sales_cycle_length', '--variant', 'seed', ...deals, '--by', 'lead.source');
    expect(cells.filter(({ reasons }) => reasons.includes('end_before_start')).map(({ group }) => group['lead.source'])).toEqual([
      'organic_search',
    ]);
  });

  it('follows cohorts for 90 days', () => {
    expect(workspace.cell('--kpi', 'lead_conversion_rate', ...leads)).toMatchObject({ numerator: 691, denominator: 8000, state: 'ok' });
    const months = workspace.cells('--kpi', 'lead_conversion_rate', '--from', '2017-11-01', '--to', '2018-05-31');
    expect(months.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [8, 445],
      [6, 200],
      [129, 1141],
      [128, 1028],
      [140, 1174],
      [171, 1352],
      [109, 1303],
    ]);
  });

  it('knows what was won by a date', () => {
    const then = workspace.cell('--kpi', 'lead_conversion_rate', '--variant', 'ever', ...leads, '--as-of', '2018-06-30');
    expect(then).toMatchObject({ numerator: 722, denominator: 8000 });
  });
});
