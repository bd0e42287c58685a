import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { Scratch } from './testing/scratch.ts';

const scratch = new Scratch();
afterAll(() => scratch.close());

describe('JSON', () => {
  const lines = '{"id":1,"at":"2021-01-01T10:00:00+02:00","who":{"a":1},"tags":[1,2],"ok":true}\n\n{"id":2,"amount":1.5,"a.b":"x"}\n';

  it('has an object a line', async () => {
    const loaded = await scratch.load('a.jsonl', lines);
    expect(loaded.names).toEqual(['id', 'at', 'who', 'tags', 'ok', 'amount', 'a.b']);
    expect(loaded.format.columns.map(({ type }) => type)).toEqual([
      'BIGINT',
      'VARCHAR',
      'VARCHAR',
      'VARCHAR',
      'BOOLEAN',
      'DOUBLE',
      'VARCHAR',
    ]);
    expect(loaded.rows).toEqual([
      [1, '2021-01-01T10:00:00+02:00', '{"a":1}', '[1,2]', true, null, null, 1],
      [2, null, null, null, null, 1.5, 'x', 3],
    ]);
  });

  it('leaves out lines that are none', async () => {
    const loaded = await scratch.load('b.ndjson.gz', gzipSync('{"id":1}\nnot json\n[1]\n{"id":"x"}\n'));
    expect(loaded.rows).toEqual([
      ['1', 1],
      ['x', 4],
    ]);
    expect(loaded.rejects).toMatchObject([
      { line: 2, code: 'invalid_json_line', value: 'not json' },
      { line: 3, code: 'invalid_json_line', value: '[1]' },
    ]);
  });

  it('is an array, or objects over several lines', async () => {
    const pretty = JSON.stringify([{ id: 1 }, { id: 2 }], null, 2);
    expect((await scratch.load('c.json', pretty)).rows).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect((await scratch.load('d.json', `${JSON.stringify({ id: 1, b: 'x' }, null, 2)}\n`)).rows).toEqual([[1, 'x', 1]]);
  });

  it('is refused when it is broken', async () => {
    await expect(scratch.load('e.json', '[{"id":1},{"id":')).rejects.toMatchObject({ code: 'damaged_file' });
    await expect(scratch.load('f.jsonl', '[]\n')).rejects.toMatchObject({ code: 'no_rows' });
  });

  it('keeps names apart that only case parts', async () => {
    expect((await scratch.load('g.jsonl', '{"Id":1,"id":2,"_row":3}\n')).names).toEqual(['Id', 'id_2', '_row_2']);
    expect((await scratch.load('g.jsonl', '{"Id":1,"id":2,"_row":3}\n')).rows).toEqual([[1, 2, 3, 1]]);
  });
});

describe('Parquet', () => {
  it('keeps its types', async () => {
    const connection = await scratch.connection();
    const path = join(scratch.folder, 'p.parquet');
    await connection.run(
      `COPY (SELECT 1 AS id, 2.50::DECIMAL(9,2) AS amount, DATE '2021-01-02' AS day, TIMESTAMP '2021-01-02 03:04:05' AS at, true AS ok, ` +
        `'x' AS name, {'a': 1} AS record, [1, 2] AS list, TIME '10:00:00' AS clock) TO '${path}' (FORMAT parquet)`,
    );
    const loaded = await scratch.stage(path);
    expect(loaded.format.columns.map(({ name, type }) => [name, type])).toEqual([
      ['id', 'INTEGER'],
      ['amount', 'DECIMAL(9,2)'],
      ['day', 'DATE'],
      ['at', 'TIMESTAMP'],
      ['ok', 'BOOLEAN'],
      ['name', 'VARCHAR'],
      ['record', 'VARCHAR'],
      ['list', 'VARCHAR'],
      ['clock', 'VARCHAR'],
    ]);
    expect(loaded.rows[0]?.slice(6)).toEqual(['{"a":1}', '[1,2]', '10:00:00', 1]);
  });

  it('is refused when it is broken', async () => {
    await expect(scratch.load('q.parquet', 'PAR1 and nothing more')).rejects.toMatchObject({ code: 'damaged_file' });
  });
});
