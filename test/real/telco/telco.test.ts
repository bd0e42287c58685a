import { afterAll, beforeAll, expect, it } from 'vitest';
import { startProgram } from '../program.ts';
import { describeReal, importTimeout, RealWorkspace } from '../workspace.ts';

const month = ['--from', '2019-10-01', '--to', '2019-10-31'];

/** Figures marked "published" are in NOTES.md; the others were counted with plain SQL over the CSV file. */
describeReal('telco', () => {
  let workspace: RealWorkspace;
  beforeAll(() => {
    workspace = new RealWorkspace('timezone: UTC\ncurrency: USD\n', startProgram);
    const { entities } = workspace.import('telco', 'telco/mapping.yaml');
    expect(entities.map(({ entity, created, rejected }) => [entity, created, rejected])).toEqual([
      ['account', 7043, 0],
      ['contract', 7043, 0],
    ]);
  }, importTimeout);
  afterAll(() => workspace?.close());

  it('counts 1,869 of 7,043 lost in the month of the snapshot (published: 26.54 %)', () => {
    const cell = workspace.cell('--kpi', 'churn_rate', ...month);
    expect(cell).toMatchObject({ numerator: 1869, denominator: 7043, detail: { at_start: 7043, at_end: 5174, lost: 1869, new: 0 } });
    expect(cell.value).toBeCloseTo(0.2654, 4);
    expect(workspace.cell('--kpi', 'churned_customers', ...month).value).toBe(1869);
    expect(workspace.cell('--kpi', 'retention_rate', '--variant', 'seed', ...month).value).toBeCloseTo(5174 / 7043, 12);
  });

  it('tells churn by contract (published: month-to-month 42.71 %)', () => {
    const cells = workspace.cells('--kpi', 'churn_rate', ...month, '--by', 'account.segment');
    expect(
      Object.fromEntries(cells.map(({ group, numerator, denominator }) => [group['account.segment'], [numerator, denominator]])),
    ).toEqual({
      'Month-to-month': [1655, 3875],
      'One year': [166, 1473],
      'Two year': [48, 1695],
    });
    const senior = workspace.cell('--kpi', 'churn_rate', ...month, '--where', 'account.custom.SeniorCitizen=1');
    expect(senior).toMatchObject({ numerator: 476, denominator: 1142 });
  });

  it('keeps what it did not map, blanks as nothing', () => {
    const blank = workspace.records(
      '--kpi',
      'churn_rate',
      ...month,
      '--part',
      'denominator',
      '--where',
      'account.custom.TotalCharges=',
    ).total;
    expect(blank).toBe(11);
  });
});
