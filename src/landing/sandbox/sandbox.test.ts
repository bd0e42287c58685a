import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LandingContext } from '../context.ts';
import { importFiles } from '../import.ts';
import { openTestWorkspace, request, type TestWorkspace } from '../testing/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const mapping = (query: string): string =>
  `source: s\nfiles:\n  - { file: items.csv, query: ${JSON.stringify(query)}, entity: order, columns: { id: id, amount: amount } }\n`;

const items = 'id,amount\n1,10.5\n2,20\n1,1\n';

/** Small limits, so that what runs away is caught soon. */
const limited = (): LandingContext => ({ ...workspace.context, limits: { sandbox: { seconds: 3, memoryMb: 600, growthMb: 300 } } });

const run = (text: string) =>
  importFiles(limited(), request([workspace.file('items.csv', items), workspace.file('other.csv', 'id\n7\n')], text));

describe('a query over the files of the import', () => {
  it('reads all of them, as text, and keeps the types it makes', async () => {
    const result = await run(
      mapping(
        'select id, sum(amount::decimal(18,4)) as amount, count(*) as lines, (select max(id) from other) as top from items group by 1',
      ),
    );
    expect(result).toMatchObject({ ignored_files: ['other.csv'], entities: [{ entity: 'order', read: 2, created: 2 }] });
    expect(await workspace.rows('select id, amount, "custom.lines" as lines, "custom.top" as top from "order" order by id')).toEqual([
      { id: '1', amount: 11.5, lines: 2, top: '7' },
      { id: '2', amount: 20, lines: 1, top: '7' },
    ]);
  });

  it.each([
    ['another file', "select id, id as amount from read_csv('/etc/passwd', columns = {'id': 'VARCHAR'})", 'mapping_sql_forbidden'],
    ['a file as a table', "select * from '/etc/passwd'", /mapping_sql_(failed|forbidden)/],
    ['the files of a folder', "select file as id, 1 as amount from glob('/etc/*')", 'mapping_sql_forbidden'],
    ['the network', "select * from 'https://example.org/x.parquet'", /mapping_sql_(failed|forbidden)/],
    ['a write', 'drop table items', 'mapping_sql_not_select'],
    ['a copy', "copy items to '/tmp/stolen.csv'", 'mapping_sql_not_select'],
    ['a setting', 'set threads = 64', 'mapping_sql_not_select'],
    ['an attached database', "attach '/tmp/other.duckdb'", 'mapping_sql_not_select'],
    ['an extension', 'install httpfs', 'mapping_sql_not_select'],
    ['two statements', 'select 1 as id, 2 as amount; drop table items', 'mapping_sql_not_select'],
    ['nonsense', 'selct 1', 'mapping_sql_invalid'],
    ['a NUL', 'select 1\0', 'mapping_sql_invalid'],
    ['an unknown column', 'select nope as id, 1 as amount from items', 'mapping_sql_failed'],
    ['what cannot be cast', "select id, 'x'::int as amount from items", 'mapping_sql_failed'],
    [
      'no end',
      'with recursive r as (select 1 as id union all select id + 1 from r) select max(id) as id, 1 as amount from r',
      'mapping_sql_timeout',
    ],
    [
      'no end without a look at the clock',
      "select 1 as id, length(repeat('x', 2000000000) || repeat('y', 2000000000)) as amount",
      /mapping_sql_(timeout|memory|failed)/,
    ],
    ['all memory', 'select list(i) as id, 1 as amount from range(100000000000) t(i)', /mapping_sql_(memory|timeout)/],
    ['all disk', 'select a.i as id, b.i as amount from range(10000000) a(i), range(10000000) b(i)', /mapping_sql_(memory|timeout)/],
  ])('refuses %s', { timeout: 60_000 }, async (_, query, code) => {
    await expect(run(mapping(query))).rejects.toMatchObject({ code: expect.stringMatching(code), where: expect.stringContaining('query') });
    expect(await workspace.rows('select * from "order"')).toEqual([]);
  });

  it.each([
    ["1 = 1) union all select * from read_text('/etc/passwd') where (1 = 1", /mapping_sql_(not_select|invalid)/],
    ['true); drop table items; --', /mapping_sql_(not_select|invalid)/],
    ['delete from items', /mapping_sql_(not_select|invalid)/],
  ])('refuses the condition %s', async (condition, code) => {
    const text = `source: s\nfiles:\n  - { file: items.csv, entity: order, columns: { id: { row: true } }, where: ${JSON.stringify(condition)} }\n`;
    await expect(run(text)).rejects.toMatchObject({ code: expect.stringMatching(code) });
  });

  it('takes a condition that ends in a comment', async () => {
    const text = `source: s\nfiles:\n  - { file: items.csv, entity: order, columns: { id: { row: true }, amount: amount }, where: "id = '1' -- only those" }\n`;
    expect(await run(text)).toMatchObject({ entities: [{ read: 2, created: 2 }] });
  });
});
