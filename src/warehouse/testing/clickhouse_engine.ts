import { Session } from 'chdb';
import { clickhouseDialect, clickhouseSettings } from '../clickhouse/dialect.ts';
import type { Row, Value } from '../run.ts';
import type { Engine } from './engine.ts';

/** The engine is one a process, so the session is too; each `openClickhouse` has a database of its own in it. */
const shared: { session: Session | null; opened: number } = { session: null, opened: 0 };

const session = (): Session => {
  if (shared.session) return shared.session;
  const opened = new Session();
  for (const [name, value] of Object.entries(clickhouseSettings)) {
    opened.query(`set ${name} = ${typeof value === 'number' ? value : clickhouseDialect.text(value)}`);
  }
  shared.session = opened;
  return opened;
};

const isInstant = (type: string): boolean => type.includes('DateTime');

const plain = (value: Value, type: string): Value =>
  typeof value === 'string' && isInstant(type) ? Temporal.Instant.from(`${value.replace(' ', 'T')}Z`).toString() : value;

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

/** @returns a new database in ClickHouse in this process (the npm package chdb). */
export const openClickhouse = async (): Promise<Engine> => {
  const schema = `cuadro_test_${++shared.opened}`;
  session().query(`create database ${schema}`);
  return {
    dialect: clickhouseDialect,
    schema,
    run: async (sql) => parse(session().query(sql, 'JSONCompactEachRowWithNamesAndTypes')),
    close: async () => {
      session().query(`drop database if exists ${schema}`);
    },
  };
};
