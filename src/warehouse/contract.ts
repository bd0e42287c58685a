import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Dialect } from '../model/dialect.ts';
import type { FieldType } from '../model/field.ts';
import type { Layout } from './layout.ts';
import type { Row, Run, Value } from './run.ts';

/** A database to be judged: empty, and freed by `close`. */
export interface WarehouseUnderTest {
  readonly dialect: Dialect;
  readonly layout: Pick<Layout, 'main'>;
  readonly run: Run;
  /** Runs a statement that stops, with an error, when the signal fires; null where the driver cannot stop one. */
  readonly cancellable: ((sql: string, signal: AbortSignal) => Promise<readonly Row[]>) | null;
  close(): Promise<void>;
}

/**
 * What the engine needs of a database, whatever it is: every warehouse must pass. It is about tables and what comes
 * back of them; how single functions are spelt is in `dialects.test.ts`.
 */
export function warehouseContract(name: string, make: () => Promise<WarehouseUnderTest>): void {
  describe(`warehouse contract: ${name}`, () => {
    let warehouse: WarehouseUnderTest;
    beforeAll(async () => {
      warehouse = await make();
    });
    afterAll(() => warehouse.close());

    const table = (label: string): string => `${warehouse.layout.main}.${warehouse.dialect.identifier(label)}`;
    const rowsOf = async (sql: string): Promise<Value[][]> => (await warehouse.run(sql)).map((row) => Object.values(row));
    const fill = async (label: string, columns: readonly (readonly [string, FieldType])[], rows: readonly (readonly string[])[]) => {
      const { dialect } = warehouse;
      const typed = rows.map((row) => row.map((value, index) => dialect.convert(value, columns[index]?.[1] ?? 'text')));
      await warehouse.run(
        dialect.replaceTable(
          table(label),
          `select * from ${dialect.values(
            columns.map(([column]) => column),
            typed,
          )} as given`,
        ),
      );
    };

    const everyType: readonly (readonly [string, FieldType])[] = [
      ['t', 'text'],
      ['m', 'money'],
      ['n', 'number'],
      ['i', 'integer'],
      ['b', 'boolean'],
      ['moment', 'instant'],
      ['d', 'date'],
    ];

    test('a table gives back what was put in it, each type and null', async () => {
      const { dialect } = warehouse;
      const nulls = everyType.map(([, type]) => dialect.nullOf(type));
      const values = [
        dialect.text("L'Àlber 😀"),
        '-12345678.5678',
        dialect.number(0.1),
        '9007199254740991',
        dialect.boolean(false),
        dialect.instant('1969-12-31T23:59:59.25Z'),
        dialect.date('1900-01-01'),
      ];
      await fill('every type', everyType, [values, nulls]);
      expect(await rowsOf(`select t, m, n, i, b, moment, d from ${table('every type')} order by t nulls last`)).toEqual([
        ["L'Àlber 😀", -12345678.5678, 0.1, 9007199254740991, false, '1969-12-31T23:59:59.25Z', '1900-01-01'],
        [null, null, null, null, null, null, null],
      ]);
    });

    test('replacing a table leaves nothing of the old one', async () => {
      await fill('replaced', [['a', 'integer']], [['1'], ['2']]);
      await fill('replaced', [['b', 'text']], [[warehouse.dialect.text('x')]]);
      expect(await warehouse.run(`select * from ${table('replaced')}`)).toEqual([{ b: 'x' }]);
    });

    test('an empty table keeps its columns and types', async () => {
      const { dialect } = warehouse;
      const nulls = everyType.map(([column, type]) => `${dialect.nullOf(type)} as ${column}`).join(', ');
      await warehouse.run(dialect.replaceTable(table('empty'), `select * from (select ${nulls}) as given where false`));
      expect(await rowsOf(`select t, m, n, i, b, moment, d from ${table('empty')}`)).toEqual([]);
      expect(await rowsOf(`select count(*) as n, sum(m) as s, max(moment) as latest, min(d) as d from ${table('empty')}`)).toEqual([
        [0, null, null, null],
      ]);
    });

    test('money is added exactly', async () => {
      await fill(
        'money',
        [['m', 'money']],
        Array.from({ length: 1000 }, () => ['0.0001']),
      );
      const { dialect } = warehouse;
      expect(
        await rowsOf(
          `select case when sum(m) = ${dialect.convert('0.1', 'money')} then 'exact' else 'not' end as x from ${table('money')}`,
        ),
      ).toEqual([['exact']]);
      expect(await rowsOf(`select sum(m) as s from ${table('money')}`)).toEqual([[0.1]]);
    });

    test('nulls: no comparison holds, groups keep them, sums and counts of a column leave them out', async () => {
      const { dialect } = warehouse;
      await fill(
        'nulls',
        [
          ['k', 'text'],
          ['x', 'number'],
        ],
        [
          ["'a'", '1'],
          ["'a'", dialect.nullOf('number')],
          [dialect.nullOf('text'), '3'],
          [dialect.nullOf('text'), '4'],
        ],
      );
      expect(await rowsOf(`select count(*) as n from ${table('nulls')} where k <> 'b'`)).toEqual([[2]]);
      expect(await rowsOf(`select count(*) as n from ${table('nulls')} where k = k`)).toEqual([[2]]);
      expect(await rowsOf(`select count(*) as n from ${table('nulls')} where not (k in ('b'))`)).toEqual([[2]]);
      expect(
        await rowsOf(`select k, count(*) as n, count(x) as known, sum(x) as s from ${table('nulls')} group by k order by k nulls last`),
      ).toEqual([
        ['a', 2, 1, 1],
        [null, 2, 2, 7],
      ]);
      expect(
        await rowsOf(
          `select a.k as k, b.x as x from ${table('nulls')} as a left join ${table('nulls')} as b on b.k = a.k and b.x > 1 where a.k = 'a' order by 1, 2`,
        ),
      ).toEqual([
        ['a', null],
        ['a', null],
      ]);
    });

    test('running sums and places over windows', async () => {
      await fill(
        'windows',
        [
          ['k', 'text'],
          ['d', 'date'],
          ['x', 'integer'],
        ],
        [
          ["'a'", warehouse.dialect.date('2024-01-01'), '1'],
          ["'a'", warehouse.dialect.date('2024-01-03'), '2'],
          ["'b'", warehouse.dialect.date('2024-01-02'), '10'],
        ],
      );
      expect(
        await rowsOf(
          `select k, d, sum(x) over (partition by k order by d rows between unbounded preceding and current row) as running, row_number() over (partition by k order by d) as place from ${table('windows')} order by k, d`,
        ),
      ).toEqual([
        ['a', '2024-01-01', 1, 1],
        ['a', '2024-01-03', 3, 2],
        ['b', '2024-01-02', 10, 1],
      ]);
    });

    test('wide results: 600 columns by name, in order', async () => {
      const columns = Array.from({ length: 600 }, (_, index) => `${index} as ${warehouse.dialect.identifier(`c.${index}`)}`);
      const [row = {}] = await warehouse.run(`select ${columns.join(', ')}`);
      expect(Object.keys(row)).toEqual(columns.map((_, index) => `c.${index}`));
      expect(Object.values(row)).toEqual(columns.map((_, index) => index));
    });

    test('long results: 100,000 rows', async () => {
      const days = warehouse.dialect.calendar([{ start: '1925-01-01', end: '2198-10-15' }]);
      const rows = await warehouse.run(`select period, day from ${days} as c order by day`);
      expect(rows.length).toBe(100_000);
      expect(rows.at(-1)).toEqual({ period: 0, day: '2198-10-15' });
    });

    test('a statement that fails is an error, and the next one runs', async () => {
      await expect(warehouse.run('select no_such_column')).rejects.toThrow();
      expect(await rowsOf('select 1 as x')).toEqual([[1]]);
    });

    test('a statement that is cancelled stops, and the next one runs', async (context) => {
      const { cancellable } = warehouse;
      if (cancellable === null) return context.skip('the driver runs a statement to its end');
      const many = warehouse.dialect.calendar([{ start: '1925-01-01', end: '2198-10-15' }]);
      const stop = AbortSignal.timeout(200);
      const started = performance.now();
      await expect(
        cancellable(`select count(*) as n from ${many} as a cross join ${many} as b cross join ${many} as c where a.day < b.day`, stop),
      ).rejects.toThrow();
      expect(performance.now() - started).toBeLessThan(10_000);
      expect(await rowsOf('select 1 as x')).toEqual([[1]]);
    });
  });
}
