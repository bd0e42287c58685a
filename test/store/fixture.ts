import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql, type TableMetadata } from 'kysely';

export const fixtureFolder = join(import.meta.dirname, 'fixtures');

/** Versions that left a store of that engine behind. */
export const versionsOf = (engine: 'sqlite' | 'postgres'): readonly string[] =>
  readdirSync(fixtureFolder)
    .filter((name) => name.endsWith(`.${engine}.sql`))
    .map((name) => name.slice(0, -`.${engine}.sql`.length));

export type Rows = readonly Readonly<Record<string, unknown>>[];

/** Every row of every table. */
export async function rowsOf(db: Kysely<unknown>): Promise<ReadonlyMap<string, Rows>> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: false });
  const found = new Map<string, Rows>();
  for (const { name } of tables) found.set(name, (await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db)).rows);
  return found;
}

/** Columns that name a row of another table. */
const references: Readonly<Record<string, string>> = { userId: 'auth_user', user_id: 'auth_user', job_id: 'job' };

const isNumber = (type: string): boolean => /int|double|float|real|numeric/i.test(type);

const valueFor = (table: string, { name, dataType }: TableMetadata['columns'][number], row: number): string | number => {
  const other = references[name];
  if (other) return `${other}.id ${row} ñ`;
  return isNumber(dataType) ? row : `${table}.${name} ${row} ñ`;
};

/** Two rows in each table that has none, whatever its columns: tables that others name first. */
export async function fill(db: Kysely<unknown>): Promise<void> {
  const empty = new Set([...(await rowsOf(db))].filter(([, rows]) => rows.length === 0).map(([name]) => name));
  let waiting = (await db.introspection.getTables()).filter(({ name }) => empty.has(name));
  while (waiting.length > 0) {
    const failed: TableMetadata[] = [];
    let last: unknown = null;
    for (const table of waiting) {
      const rows = [1, 2].map((row) => table.columns.map((column) => valueFor(table.name, column, row)));
      const columns = sql.join(table.columns.map(({ name }) => sql.ref(name)));
      const values = sql.join(rows.map((row) => sql`(${sql.join(row)})`));
      try {
        await sql`insert into ${sql.table(table.name)} (${columns}) values ${values}`.execute(db);
      } catch (error) {
        last = error;
        failed.push(table);
      }
    }
    if (failed.length === waiting.length) throw new Error(`cannot fill ${failed.map(({ name }) => name).join(', ')}`, { cause: last });
    waiting = failed;
  }
}
