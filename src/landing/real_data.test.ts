import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileReader } from './file_reader.ts';
import { importFiles } from './import.ts';
import { openTestWorkspace, request, type TestWorkspace } from './testing/workspace.ts';

/** Read in place, never copied (see their NOTES.md). */
const data = join(import.meta.dirname, '../../../shared/data');

const maven = `
source: maven
timezone: UTC
exported_at: 2018-01-01
files:
  - file: sales_pipeline.csv
    entity: opportunity
    columns:
      id: opportunity_id
      account_id: account
      owner_id: sales_agent
      product_id: { from: product, values: { GTXPro: GTX Pro } }
      stage: deal_stage
      status: { from: deal_stage, values: { Won: won, Lost: lost, Engaging: open, Prospecting: open } }
      created_at: engage_date
      closed_at: close_date
      amount: { from: close_value, empty: ["", "-"] }
      currency: { value: USD }
    where: "sales_agent <> ''"
  - file: accounts.csv
    entity: account
    columns: { id: account, name: account, industry: sector, country: office_location, parent_id: subsidiary_of }
  - file: products.csv
    entity: product
    columns: { id: product, name: product, category: series, price: sales_price, currency: { value: USD } }
  - file: sales_teams.csv
    entity: user
    columns: { id: sales_agent, name: sales_agent, team: manager, office: regional_office }
`;

const retail = `
source: retail
timezone: Europe/London
files:
  - file: online_retail.csv
    entity: order
    query: |
      select "InvoiceNo" as id, nullif(any_value("CustomerID"), 'NA') as customer, min("InvoiceDate") as at,
        sum("Quantity"::decimal(18,4) * "UnitPrice"::decimal(18,4)) as amount, starts_with("InvoiceNo", 'C') as cancelled
      from online_retail group by "InvoiceNo"
    columns: { id: id, account_id: customer, ordered_at: at, amount: amount, currency: { value: GBP }, is_return: cancelled }
  - file: online_retail.csv
    entity: order_line
    columns: { id: { row: true }, order_id: InvoiceNo, product_id: StockCode, quantity: Quantity, unit_price: UnitPrice }
`;

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
});
afterAll(() => workspace.close());

const importReal = (folder: string, names: readonly string[], mapping: string) =>
  importFiles(
    { ...workspace.context, reader: fileReader },
    request(
      names.map((name) => join(data, folder, name)),
      mapping,
    ),
  );

describe.skipIf(!existsSync(data))('real data', () => {
  it('takes the deals of maven-crm whole', { timeout: 120_000 }, async () => {
    const result = await importReal('maven-crm', ['sales_pipeline.csv', 'accounts.csv', 'products.csv', 'sales_teams.csv'], maven);
    expect(result.entities).toEqual([
      {
        entity: 'opportunity',
        read: 8800,
        created: 8800,
        updated: 0,
        unchanged: 0,
        vanished: 0,
        rejected: 0,
        warnings: [{ code: 'missing_reference', field: 'account_id', rows: 1425 }],
      },
      expect.objectContaining({ entity: 'account', created: 85, rejected: 0, warnings: [] }),
      expect.objectContaining({ entity: 'product', created: 7, warnings: [] }),
      expect.objectContaining({ entity: 'user', created: 35, warnings: [] }),
    ]);
    expect(
      await workspace.rows('select status, count(*) as n, sum(amount)::double as amount from opportunity group by 1 order by 1'),
    ).toEqual([
      { status: 'lost', n: 2473, amount: 0 },
      { status: 'open', n: 2089, amount: null },
      { status: 'won', n: 4238, amount: 10005534 },
    ]);
    expect(
      await workspace.rows(
        "select count(*) as n, avg(closed_at_day - created_at_day) as days from opportunity where status = 'won' and product_id = 'GTX Basic'",
      ),
    ).toEqual([{ n: expect.any(Number), days: expect.closeTo(54.77, 2) }]);
    expect(
      await workspace.rows('select any_value("custom.employees") as employees from account having count("custom.employees") = 85'),
    ).toEqual([{ employees: expect.any(Number) }]);
  });

  it('takes the invoices of online-retail, a header and its lines from one file', { timeout: 300_000 }, async () => {
    const result = await importReal('online-retail', ['online_retail.csv.gz'], retail);
    expect(result.entities).toMatchObject([
      { entity: 'order', read: 25900, created: 25900, rejected: 0 },
      { entity: 'order_line', read: 541909, created: 541909, rejected: 0 },
    ]);
    expect(await workspace.rows('select sum(quantity::decimal(18,4) * unit_price)::double as total from order_line')).toEqual([
      { total: expect.closeTo(9747747.934, 2) },
    ]);
    expect(await workspace.rows('select count(distinct account_id) as n, sum(amount)::double as total from "order"')).toEqual([
      { n: 4372, total: expect.closeTo(9747747.934, 2) },
    ]);
  });
});
