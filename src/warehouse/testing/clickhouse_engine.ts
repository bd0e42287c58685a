import { Session } from 'chdb';
import type { Column } from '../../model/columns.ts';
import type { Dialect } from '../../model/dialect.ts';
import { clickhouseDialect, clickhouseSettings } from '../clickhouse/dialect.ts';
import type { Layout } from '../layout.ts';
import type { Row, Run, Value } from '../run.ts';
import { columnList, type Engine } from './engine.ts';
import { layoutNamed, makeTemplate } from './template.ts';

/** The engine is one a process, so the session is too; each `openClickhouse` has databases of its own in it. */
const shared: { session: Session | null; template: Promise<Layout> | null; opened: number } = { session: null, template: null, opened: 0 };

/** More threads would only wait for each other, and what is compiled would run once. */
const forFewRows = { max_threads: 1, compile_expressions: 0, compile_aggregate_expressions: 0, compile_sort_description: 0 };

const session = (): Session => {
  if (shared.session) return shared.session;
  const opened = new Session();
  for (const [name, value] of Object.entries({ ...clickhouseSettings, ...forFewRows, date_time_input_format: 'best_effort' })) {
    opened.query(`set ${name} = ${typeof value === 'number' ? value : clickhouseDialect.text(value)}`);
  }
  shared.session = opened;
  return opened;
};

/** Tables in memory: the tests make many. */
const dialect: Dialect = {
  ...clickhouseDialect,
  replaceTable: (relation, select) => `create or replace table ${relation} engine = Memory as ${select}`,
};

const plain = (value: Value, type: string): Value =>
  typeof value === 'string' && type.includes('DateTime') ? Temporal.Instant.from(`${value.replace(' ', 'T')}Z`).toString() : value;

const parse = (answer: string): readonly Row[] => {
  const [head, types, ...lines] = answer.split('\n').filter((line) => line !== '');
  if (head === undefined || types === undefined) return [];
  const names: readonly string[] = JSON.parse(head);
  const columnTypes: readonly string[] = JSON.parse(types);
  return lines.map((line) => {
    const row: readonly Value[] = JSON.parse(line);
    return Object.fromEntries(row.map((value, index) => [names[index] ?? '', plain(value, columnTypes[index] ?? '')]));
  });
};

const run: Run = async (sql) => parse(session().query(sql, 'JSONCompactEachRowWithNamesAndTypes'));

const create = async (table: string, columns: readonly Column[]): Promise<void> => {
  session().query(`create table ${table} (${columnList(dialect, columns)}) engine = Memory`);
};

const makeDatabases = (layout: Layout): void => {
  for (const database of Object.values(layout)) session().query(`create database ${database}`);
};

const drop = (database: string): string => `drop database if exists ${database}`;

/** @returns new databases in ClickHouse in this process (the npm package chdb). */
export const openClickhouse = async (): Promise<Engine> => {
  const layout = layoutNamed(`company_${++shared.opened}`);
  makeDatabases(layout);
  const prefix = `world_${shared.opened}_`;
  return {
    dialect,
    layout,
    run,
    create,
    insert: async (table, columns, rows) => {
      if (rows.length === 0) return;
      const names = columns.map(({ name }) => dialect.identifier(name)).join(', ');
      session().query(`insert into ${table} (${names}) format JSONCompactEachRow ${rows.map((row) => JSON.stringify(row)).join('\n')}`);
    },
    template: () => {
      shared.template ??= (async () => {
        const empty = layoutNamed('empty_company');
        makeDatabases(empty);
        return makeTemplate({ dialect, create }, empty);
      })();
      return shared.template;
    },
    worlds: {
      world: (name) => ({
        schema: `${prefix}${name}`,
        create: [`create database if not exists ${prefix}${name}`],
        drop: drop(`${prefix}${name}`),
        table: (table) => `${prefix}${name}.${dialect.identifier(table)}`,
      }),
      isWorld: (schema) => schema.startsWith(prefix),
      dropWorld: drop,
    },
    close: async () => {
      const worlds = await run(`select name as s from system.databases where name like '${prefix}%'`);
      for (const database of [...worlds.map((row) => String(row.s)), ...Object.values(layout)]) session().query(drop(database));
    },
  };
};
