import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listBatches, replayBatch, undoBatch } from './batches.ts';
import { stateOf } from './testing/state.ts';
import { openTestWorkspace, type TestWorkspace } from './testing/workspace.ts';

const deals = `
source: crm
timezone: UTC
files:
  - file: deals.csv
    entity: opportunity
    columns: { id: id, name: name, stage: stage, amount: amount, created_at: created, updated_at: updated }
`;

const first = `id,name,stage,amount,created,updated
d1,One,Proposal,100,2024-01-10,2024-01-10 09:00:00
d2,Two,Won,200.50,2024-02-01,2024-02-01 09:00:00
`;

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const entity = (result: { readonly entities: readonly object[] }) => result.entities[0];

describe('importFiles', () => {
  it('creates, then leaves alone what is the same', async () => {
    const one = await workspace.import({ 'deals.csv': first }, deals);
    expect(one).toMatchObject({ batch: 'b_1', source: 'crm', rejected_file: null, ignored_files: [] });
    expect(entity(one)).toEqual({
      entity: 'opportunity',
      read: 2,
      created: 2,
      updated: 0,
      unchanged: 0,
      vanished: 0,
      rejected: 0,
      warnings: [],
    });
    const before = await stateOf(workspace.rows);
    const two = await workspace.import({ 'deals.csv': first }, deals);
    expect(two.batch).toBeNull();
    expect(entity(two)).toMatchObject({ read: 2, created: 0, updated: 0, unchanged: 2 });
    expect(await stateOf(workspace.rows)).toBe(before);
    expect(await listBatches(workspace.rows)).toHaveLength(1);
  });

  it('computes the `sql` rules of a query, over what the query gives', async () => {
    const mapping = `
files:
  - query: select id, upper(stage) as state, closed from deals;
    entity: opportunity
    columns:
      id: id
      stage: state
      status: { sql: "case when state = 'WON' then 'won' else 'open' end" }
      closed_at: { sql: "case when state = 'WON' then closed end" }
`;
    await workspace.import({ 'deals.csv': 'id,stage,closed\nd1,Won,2024-02-03\nd2,New,2024-02-04\n' }, mapping);
    expect(await workspace.rows('select id, stage, status, closed_at_day as closed from opportunity order by id')).toEqual([
      { id: 'd1', stage: 'WON', status: 'won', closed: '2024-02-03' },
      { id: 'd2', stage: 'NEW', status: 'open', closed: null },
    ]);
    expect((await workspace.rows('describe opportunity')).map((row) => String(row.column_name)).filter((name) => /sql/.test(name))).toEqual(
      [],
    );
  });

  it('numbers equal rows that get their id from their content, beside rows with ids of their own', async () => {
    const mapping = `
files:
  - file: calls.csv
    entity: activity
    columns: { id: id, type: { value: call } }
  - file: tasks.csv
    entity: activity
    columns: { id: { row: true }, type: { value: task }, subject: subject }
`;
    const result = await workspace.import({ 'calls.csv': 'id\n1\n2\n', 'tasks.csv': 'subject\nx\nx\nx\ny\n' }, mapping);
    expect(entity(result)).toMatchObject({ read: 6, created: 6, warnings: [] });
    expect(entity(await workspace.import({ 'calls.csv': 'id\n1\n2\n', 'tasks.csv': 'subject\nx\nx\nx\ny\n' }, mapping))).toMatchObject({
      created: 0,
      unchanged: 6,
    });
  });

  it('keeps dates as dates of the workspace and times as instants', async () => {
    await workspace.import({ 'deals.csv': first }, deals);
    const [row] = await workspace.rows(
      "select created_at, created_at_day, updated_at, updated_at_day, amount, _date_only from opportunity where id = 'd2'",
    );
    expect(row).toEqual({
      created_at: '2024-01-31T23:00:00Z',
      created_at_day: '2024-02-01',
      updated_at: '2024-02-01T09:00:00Z',
      updated_at_day: '2024-02-01',
      amount: 200.5,
      _date_only: ',created_at,',
    });
  });

  it('makes a new version of a changed row and keeps the old one', async () => {
    await workspace.import({ 'deals.csv': first }, deals);
    const changed = first.replace('Proposal,100,2024-01-10,2024-01-10', 'Won,150,2024-01-10,2024-03-01');
    const result = await workspace.import({ 'deals.csv': changed }, deals);
    expect(result.batch).toBe('b_2');
    expect(entity(result)).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    expect(await workspace.rows("select stage, amount, _batch from opportunity where id = 'd1'")).toEqual([
      { stage: 'Won', amount: 150, _batch: 2 },
    ]);
    expect(await workspace.rows('select stage, amount, _batch, _until from history.opportunity')).toEqual([
      { stage: 'Proposal', amount: 100, _batch: 1, _until: 2 },
    ]);
    expect(await workspace.rows('select field, old_value, new_value, changed_at, origin from field_change order by field')).toEqual([
      { field: 'amount', old_value: '100', new_value: '150', changed_at: '2024-03-01T09:00:00Z', origin: 'snapshot_diff' },
      { field: 'stage', old_value: 'Proposal', new_value: 'Won', changed_at: '2024-03-01T09:00:00Z', origin: 'snapshot_diff' },
    ]);
  });

  it('leaves fields alone that an import does not give', async () => {
    await workspace.import({ 'deals.csv': first }, deals);
    const mapping = 'source: crm\nfiles:\n  - { file: owners.csv, entity: opportunity, columns: { id: id, owner_id: owner } }\n';
    await workspace.import({ 'owners.csv': 'id,owner\nd1,u1\n' }, mapping);
    expect(await workspace.rows("select name, owner_id, _date_only from opportunity where id = 'd1'")).toEqual([
      { name: 'One', owner_id: 'u1', _date_only: ',created_at,' },
    ]);
  });

  it('finds what vanished, and takes it back when it comes again', async () => {
    await workspace.import({ 'deals.csv': first }, deals);
    const full = await workspace.import({ 'deals.csv': first.replace(/d2.*\n/, '') }, deals, { mode: 'full' });
    expect(entity(full)).toMatchObject({ unchanged: 1, vanished: 1 });
    expect(await workspace.rows("select delete_kind, deleted_at from opportunity where id = 'd2'")).toEqual([
      { delete_kind: 'vanished', deleted_at: '2024-06-01T10:00:00Z' },
    ]);
    expect((await workspace.import({ 'deals.csv': first.replace(/d2.*\n/, '') }, deals, { mode: 'full' })).batch).toBeNull();
    const back = await workspace.import({ 'deals.csv': first }, deals, { mode: 'full' });
    expect(entity(back)).toMatchObject({ updated: 1, unchanged: 1, vanished: 0 });
    expect(await workspace.rows("select delete_kind, deleted_at from opportunity where id = 'd2'")).toEqual([
      { delete_kind: null, deleted_at: null },
    ]);
  });

  it('does not take a rejected row for a vanished record', async () => {
    await workspace.import({ 'deals.csv': first }, deals);
    const result = await workspace.import({ 'deals.csv': first.replace('200.50', 'much') }, deals, { mode: 'full' });
    expect(entity(result)).toMatchObject({ rejected: 1, vanished: 0 });
  });

  it('writes rejected rows to a file, guarded against formulas', async () => {
    const result = await workspace.import(
      { 'deals.csv': `${first}d3,Three,Won,=cmd|' /C calc'!A0,2024-02-30,\n,Four,Won,1,2024-01-01,\n` },
      deals,
    );
    expect(entity(result)).toMatchObject({ read: 4, created: 2, rejected: 2 });
    const lines = readFileSync(result.rejected_file ?? '', 'utf8')
      .trim()
      .split('\n');
    expect(lines).toEqual([
      'file,line,column,value,code,reason',
      `deals.csv,4,amount,'=cmd|' /C calc'!A0,invalid_number,why invalid_number`,
      'deals.csv,4,created,2024-02-30,impossible_date,why impossible_date',
      'deals.csv,5,id,,missing_id,why missing_id',
    ]);
  });

  it('changes nothing when strict and a row is rejected', async () => {
    await expect(workspace.import({ 'deals.csv': `${first}d3,Three,Won,much,,\n` }, deals, { strict: true })).rejects.toMatchObject({
      code: 'rows_rejected',
      blame: 'input',
      params: { rows: 1 },
    });
    expect(await workspace.rows('select * from opportunity')).toEqual([]);
    expect(await listBatches(workspace.rows)).toEqual([]);
  });

  it('changes nothing in a dry run and says the same', async () => {
    const before = await stateOf(workspace.rows);
    const dry = await workspace.import({ 'deals.csv': first }, deals, { dryRun: true });
    expect(await stateOf(workspace.rows)).toBe(before);
    expect(existsSync(`${workspace.folder}/landing`)).toBe(false);
    const real = await workspace.import({ 'deals.csv': first }, deals);
    expect({ ...dry, batch: 'b_1' }).toEqual(real);
  });

  it('takes equal rows as one, the latest of dated ones, and rejects contradictions', async () => {
    const result = await workspace.import(
      {
        'deals.csv': `id,name,stage,amount,created,updated
a,Same,Won,1,2024-01-01,
a,Same,Won,1,2024-01-01,
b,Old,Won,1,2024-01-01,2024-01-02
b,New,Won,2,2024-01-01,2024-01-03
c,This,Won,1,2024-01-01,
c,That,Won,1,2024-01-01,
`,
      },
      deals,
    );
    expect(entity(result)).toMatchObject({ read: 6, created: 2, rejected: 2, warnings: [{ code: 'duplicate_row', field: null, rows: 2 }] });
    expect(await workspace.rows('select id, name from opportunity order by id')).toEqual([
      { id: 'a', name: 'Same' },
      { id: 'b', name: 'New' },
    ]);
    expect(readFileSync(result.rejected_file ?? '', 'utf8')).toContain('deals.csv,6,id,c,duplicate_id,');
  });

  it('makes ids of rows and their ordinal', async () => {
    const mapping =
      'source: log\nfiles:\n  - { file: calls.csv, entity: activity, columns: { id: { row: true }, type: { value: call }, occurred_at: at } }\n';
    const calls = 'at,note\n2024-01-01 10:00:00,x\n2024-01-01 10:00:00,x\n2024-01-02 10:00:00,y\n';
    expect(entity(await workspace.import({ 'calls.csv': calls }, mapping))).toMatchObject({ created: 3, rejected: 0 });
    expect(entity(await workspace.import({ 'calls.csv': calls }, mapping))).toMatchObject({ created: 0, unchanged: 3 });
    expect(entity(await workspace.import({ 'calls.csv': `${calls}2024-01-02 10:00:00,y\n` }, mapping))).toMatchObject({
      created: 1,
      unchanged: 3,
    });
  });

  it('maps values, defaults and empties, and lets unlisted values through', async () => {
    const mapping = `
source: s
files:
  - file: t.csv
    entity: ticket
    columns:
      id: id
      status: { from: st, values: { Abierto: open, "": new } }
      priority: { from: prio, empty: ["-"], default: normal }
      cause: { sql: "upper(cause) || '!'" }
    where: "id <> 'x'"
`;
    const result = await workspace.import(
      { 't.csv': 'id,st,prio,cause\n1,Abierto,-,a\n2,closed,high,b\n3,,,c\nx,open,,d\n4,nope,,e\n' },
      mapping,
    );
    expect(entity(result)).toMatchObject({ read: 4, created: 3, rejected: 1 });
    expect(await workspace.rows('select id, status, priority, cause from ticket order by id')).toEqual([
      { id: '1', status: 'open', priority: 'normal', cause: 'A!' },
      { id: '2', status: 'closed', priority: 'high', cause: 'B!' },
      { id: '3', status: 'new', priority: 'normal', cause: 'C!' },
    ]);
  });

  it('keeps unmapped columns, widening them when it must', async () => {
    const mapping = 'source: s\nfiles:\n  - { file: a.csv, entity: account, columns: { id: id } }\n';
    await workspace.import({ 'a.csv': 'id,size__integer,zip__integer\n1,10,01001\n' }, mapping);
    const before = await stateOf(workspace.rows);
    expect(await workspace.rows('select "custom.size__integer" as size, "custom.zip__integer" as zip from account')).toEqual([
      { size: 10, zip: '01001' },
    ]);
    await workspace.import({ 'a.csv': 'id,size__integer,zip__integer\n1,10,01001\n2,many,01002\n' }, mapping);
    expect(await workspace.rows('select "custom.size__integer" as size from account order by id')).toEqual([
      { size: '10' },
      { size: 'many' },
    ]);
    await undoBatch(workspace.context, 'b_2');
    expect(await stateOf(workspace.rows)).toBe(before);
  });

  it('warns of what is odd and takes it', async () => {
    const mapping = `
source: s
files:
  - { file: accounts.csv, entity: account, columns: { id: id, parent_id: parent } }
  - { file: deals.csv, entity: opportunity, columns: { id: id, account_id: account, created_at: created, closed_at: closed, amount: amount } }
`;
    const result = await workspace.import(
      {
        'accounts.csv': 'id,parent\na,b\nb,a\nc,a\nd,gone\n',
        'deals.csv':
          'id,account,created,closed,amount\n1,a,2024-02-01,2024-01-01,5\n2,zz,2024-01-01,2030-01-01,-5\n3,,2024-01-01,2024-01-01,5\n',
      },
      mapping,
    );
    expect(result.entities.map(({ warnings }) => warnings)).toEqual([
      [
        { code: 'missing_reference', field: 'parent_id', rows: 1 },
        { code: 'cycle', field: 'parent_id', rows: 2 },
      ],
      [
        { code: 'time_order', field: 'closed_at', rows: 1 },
        { code: 'future_time', field: 'closed_at', rows: 1 },
        { code: 'negative_value', field: 'amount', rows: 1 },
        { code: 'missing_reference', field: 'account_id', rows: 2 },
      ],
    ]);
  });

  it('reads the watermark from events, or from the mapping', async () => {
    await workspace.import({ 'deals.csv': first }, deals);
    expect(await workspace.rows('select instant, day, date_only, declared from cuadro.watermark')).toEqual([
      { instant: '2024-02-01T22:59:59Z', day: '2024-02-01', date_only: true, declared: false },
    ]);
    const declared = `exported_at: 2024-05-31T20:00:00\n${deals}`;
    expect((await workspace.import({ 'deals.csv': first }, declared)).batch).toBe('b_2');
    expect(await workspace.rows('select instant, day, date_only, declared from cuadro.watermark')).toEqual([
      { instant: '2024-05-31T20:00:00Z', day: '2024-05-31', date_only: false, declared: true },
    ]);
    expect((await workspace.import({ 'deals.csv': first }, declared)).batch).toBeNull();
  });
});

describe('undoBatch and replayBatch', () => {
  it('is as if the batch had never been imported', async () => {
    const other = await openTestWorkspace();
    try {
      const changed = first.replace('Proposal,100', 'Won,150');
      const third = `${first}d3,Three,Won,7,2024-03-01,\n`;
      await workspace.import({ 'deals.csv': first }, deals);
      await workspace.import({ 'deals.csv': changed }, deals);
      await workspace.import({ 'deals.csv': third }, deals, { mode: 'full' });
      await other.import({ 'deals.csv': first }, deals);
      await other.import({ 'deals.csv': third }, deals, { mode: 'full' });
      expect(await undoBatch(workspace.context, 'b_2')).toEqual({ undone: 'b_2', replayed: ['b_3'] });
      expect(await stateOf(workspace.rows, { batches: false })).toBe(await stateOf(other.rows, { batches: false }));
      expect((await listBatches(workspace.rows)).map(({ batch }) => batch)).toEqual(['b_1', 'b_3']);
      await expect(undoBatch(workspace.context, 'b_2')).rejects.toMatchObject({ code: 'batch_already_undone' });
      await expect(undoBatch(workspace.context, 'b_9')).rejects.toMatchObject({ code: 'batch_unknown' });
    } finally {
      other.close();
    }
  });

  it('leaves nothing of an only batch', async () => {
    const before = await stateOf(workspace.rows);
    await workspace.import({ 'deals.csv': first }, deals);
    await undoBatch(workspace.context, 'b_1');
    expect(await stateOf(workspace.rows)).toBe(before);
    expect((await workspace.import({ 'deals.csv': first }, deals)).batch).toBe('b_2');
  });

  it('applies a corrected mapping to the files as they came', async () => {
    await workspace.import({ 'deals.csv': first }, deals);
    await replayBatch(workspace.context, 'b_1', { text: deals.replace('stage: stage', 'pipeline: stage'), file: 'better.yaml' });
    expect(await workspace.rows("select stage, pipeline, _batch from opportunity where id = 'd1'")).toEqual([
      { stage: null, pipeline: 'Proposal', _batch: 1 },
    ]);
  });
});
