import { afterEach, describe, expect, it } from 'vitest';
import { describeReal, type Imported, importTimeout, RealWorkspace } from './workspace.ts';

/** Small tables for headers and mappings, not for figures: what is counted here can be counted by eye. */
describeReal('fivetran-seeds', () => {
  let workspace: RealWorkspace | null = null;
  afterEach(() => {
    workspace?.close();
    workspace = null;
  });
  const open = (folder: string): { workspace: RealWorkspace; created: Record<string, number>; imported: Imported } => {
    workspace = new RealWorkspace('timezone: UTC\ncurrency: USD\n');
    const imported = workspace.import(`fivetran-seeds/${folder}`, `${folder}/mapping.yaml`);
    expect(imported.rejected_file).toBeNull();
    return { workspace, imported, created: Object.fromEntries(imported.entities.map(({ entity, created }) => [entity, created])) };
  };

  describe('HubSpot', () => {
    it('brings companies, deals with their stages and history, tickets, meetings and e-mails', { timeout: importTimeout }, () => {
      const { created, workspace } = open('dbt_hubspot');
      expect(created).toEqual({
        user: 100,
        account: 24,
        contact: 22,
        stage: 71,
        opportunity: 44,
        field_change: 14,
        ticket: 25,
        activity: 100,
        campaign: 100,
        campaign_message: 22,
      });
      // All 22 messages that are known to have arrived were opened.
      const opened = workspace.cell(
        '--kpi',
        'email_open_rate',
        '--from',
        '2020-01-01',
        '--to',
        '2020-12-31',
        '--grain',
        'total',
        '--partial',
      );
      expect(opened).toMatchObject({ variant: 'delivered', numerator: 22, denominator: 22 });
    });
  });

  describe('Salesforce', () => {
    it('brings deals won, lost and open', { timeout: importTimeout }, () => {
      const { created, workspace } = open('dbt_salesforce');
      expect(created).toEqual({ user: 10, account: 10, contact: 4, opportunity: 10, opportunity_line: 10, product: 2, activity: 10 });
      const won = workspace.cell(
        '--kpi',
        'opportunity_conversion_rate',
        '--from',
        '2018-01-01',
        '--to',
        '2018-12-31',
        '--grain',
        'total',
        '--partial',
      );
      expect(won).toMatchObject({ numerator: 5, denominator: 9 });
    });
  });

  describe('Zendesk', () => {
    it('brings tickets with the times that their history tells', { timeout: importTimeout }, () => {
      const { created, workspace } = open('dbt_zendesk');
      expect(created).toEqual({ user: 1, contact: 9, account: 10, ticket: 10, field_change: 34 });
      // Two of the ten were deleted; the other eight are solved or closed.
      const resolved = ['--kpi', 'resolution_rate', '--variant', 'ever', '--from', '2020-01-01', '--to', '2020-12-31', '--grain', 'total'];
      expect(workspace.cell(...resolved)).toMatchObject({ numerator: 8, denominator: 8 });
      // Ticket 11071, opened on 28 August at 18:06:36, solved on 14 November at 11:01:27.
      const hours = workspace.cell('--kpi', 'avg_resolution_time', '--from', '2020-11-14', '--to', '2020-11-14', '--grain', 'day');
      expect(hours.value).toBeCloseTo(1864.9141666667, 6);
    });
  });

  describe('Stripe', () => {
    it('brings customers, invoices in cents and subscriptions', { timeout: importTimeout }, () => {
      const { created, workspace } = open('dbt_stripe');
      expect(created).toEqual({ account: 12, payment: 0, invoice: 2, contract: 2, product: 10 });
      // Two invoices of 1,000 cents.
      const sold = workspace.cell('--kpi', 'total_sales', '--from', '2021-02-01', '--to', '2021-02-28', '--grain', 'total', '--partial');
      expect(sold).toMatchObject({ variant: 'invoices', value: 20, n: 2 });
    });
  });
});
