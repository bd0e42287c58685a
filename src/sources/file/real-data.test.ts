import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { detectFormat } from './detect-format.ts';
import { discoverFiles } from './discover.ts';
import { type Loaded, Scratch } from './testing/scratch.ts';

const data = join(import.meta.dirname, '../../../../shared/data');
const scratch = new Scratch();
afterAll(() => scratch.close());

if (!existsSync(data)) console.warn(`No real data in ${data}: their tests are left out.`);

const column = ({ format }: Loaded, name: string) => format.columns.find((one) => one.name === name);

describe.skipIf(!existsSync(data))('real exports', () => {
  const load = (path: string) => scratch.stage(join(data, path), {}, 10);

  it.each([
    ['maven-crm/sales_pipeline.csv', 8800],
    ['maven-crm/accounts.csv', 85],
    ['zoho-crm/Sales_Orders.csv', 2061],
    ['zoho-crm/Potentials.csv', 3632],
    ['zoho-crm/Users.csv', 11],
    ['olist-funnel/olist_marketing_qualified_leads_dataset.csv', 8000],
    ['olist-funnel/olist_closed_deals_dataset.csv', 842],
    ['cdnow/cdnowElog.csv', 6919],
    ['cdnow/CDNOW_sample.txt', 6919],
    ['telco/WA_Fn-UseC_-Telco-Customer-Churn.csv', 7043],
    ['crm-recordings/singer-tap-postgres-odoo17.jsonl.gz', 1262],
  ])('%s has %i rows and none is left out', async (path, rows) => {
    const loaded = await load(path);
    expect(loaded.count).toBe(rows);
    expect(loaded.rejects).toEqual([]);
  });

  it('of Zoho have four ways of writing dates and three of writing money', async () => {
    const orders = await load('zoho-crm/Sales_Orders.csv');
    expect(orders.names).toHaveLength(15);
    expect(column(orders, 'Due Date')).toMatchObject({ kind: 'datetime', dates: 'DD-MM-YYYY HH:mm', dateChoices: [] });
    expect(column(orders, 'Grand Total')).toMatchObject({ kind: 'number', decimal: '.', thousands: ',', numberDoubt: false });
    const campaigns = await load('zoho-crm/Campaigns.csv');
    expect(column(campaigns, 'Expected Revenue')).toMatchObject({ kind: 'money', decimal: '.', thousands: ',' });
    expect(column(campaigns, 'Start Date')).toMatchObject({ kind: 'date', dates: null });
    const cases = await load('zoho-crm/Cases.csv');
    expect(column(cases, 'Created Time')).toMatchObject({ kind: 'datetime', dates: 'DD MMM, YYYY HH:mm:ss' });
    expect(column(await load('zoho-crm/Calls.csv'), 'Call Start Time')).toMatchObject({ kind: 'datetime', dates: null });
    expect(column(await load('zoho-crm/Invoices.csv'), 'Grand Total')).toMatchObject({ kind: 'money', decimal: '.' });
  });

  it('of ServiceNow have day-first dates, question marks and a header that stands twice', async () => {
    const incidents = await load('uci-incidents/incident_event_log.csv.gz');
    expect(incidents.count).toBe(141_712);
    expect(incidents.names.filter((name) => name.startsWith('category'))).toEqual(['category', 'category_2']);
    expect(column(incidents, 'opened_at')).toMatchObject({ kind: 'datetime', dates: 'D/M/YYYY HH:mm' });
    expect(column(incidents, 'resolved_at')).toMatchObject({ kind: 'datetime', dates: 'D/M/YYYY HH:mm' });
  }, 60_000);

  it('of a shop have codes that are nearly all numbers', async () => {
    const lines = await load('online-retail/online_retail.csv.gz');
    expect(lines.count).toBe(541_909);
    expect(column(lines, 'InvoiceNo')).toMatchObject({ kind: 'integer' });
    expect(column(lines, 'UnitPrice')).toMatchObject({ kind: 'number', decimal: '.' });
    expect(column(lines, 'CustomerID')).toMatchObject({ kind: 'integer' });
  }, 60_000);

  it('of CDNOW have no header, columns parted by spaces and dates without separators', async () => {
    const { format } = await load('cdnow/CDNOW_sample.txt');
    expect(format).toMatchObject({ header: false, delimiter: ' ' });
    expect(format.columns.map(({ name, kind, dates }) => [name, kind, dates])).toEqual([
      ['c1', 'text', null],
      ['c2', 'text', null],
      ['c3', 'date', 'YYYYMMDD'],
      ['c4', 'integer', null],
      ['c5', 'number', null],
    ]);
  });

  it('of HubSpot, Salesforce, Zendesk and Stripe are all understood', async () => {
    const { files, ignored } = await discoverFiles([join(data, 'fivetran-seeds')]);
    expect(files).toHaveLength(233);
    expect(ignored.every((path) => path.endsWith('LICENSE'))).toBe(true);
    for (const file of files) {
      const format = await detectFormat(file, {});
      expect([file.name, format.header, format.delimiter, format.encoding]).toEqual([file.name, true, ',', 'utf-8']);
    }
  }, 60_000);
});
