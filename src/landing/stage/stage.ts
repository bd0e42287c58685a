import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { CuadroError } from '../../model/error.ts';
import type { DetectedFormat, InputFile, RowReject } from '../../sources/file/contract-types.ts';
import { Session } from '../../warehouse/duckdb/database.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { RowSource, SourceColumn } from '../convert/row_source.ts';
import type { MappingEntry } from '../mapping/mapping.ts';
import type { FileReader } from '../reader.ts';
import { checkExpression, checkSelect } from '../sandbox/check_select.ts';
import type { SandboxLimits, Statement } from '../sandbox/job.ts';
import { runSandboxed } from '../sandbox/run.ts';
import { matchFiles, viewNames } from './match.ts';

const { identifier } = duckdbDialect;

/** Rows for one entry of the mapping: of one of its files, or of its query. */
export interface EntryRows {
  readonly entry: MappingEntry & { readonly entity: string };
  readonly source: RowSource;
  readonly rejects: readonly RowReject[];
}

/** An import's files in a DuckDB file of their own, read only, until `close`. */
export interface Staged {
  readonly rows: readonly EntryRows[];
  /** Base names of files that no entry of the mapping uses. */
  readonly ignored: readonly string[];
  close(): Promise<void>;
}

export interface StageOptions {
  readonly reader: FileReader;
  /** The workspace's folder for what may be lost. */
  readonly temporary: string;
  readonly limits: SandboxLimits;
  readonly memoryLimit: string;
  readonly signal: AbortSignal | null;
  /** Files of this size or more are scanned as they lie, when they can be; null: none is. */
  readonly scanFrom: number | null;
  readonly onFile: (file: InputFile, done: number, total: number) => void;
}

/** A file read where it lies. It cannot tell the line of a row: only a staged copy knows that. */
interface Scan {
  readonly relation: string;
  readonly tables: { readonly errors: string; readonly scans: string };
}

interface StagedFile {
  readonly file: InputFile;
  readonly format: DetectedFormat;
  readonly table: string;
  readonly rejects: readonly RowReject[];
  readonly scan: Scan | null;
}

const sqlRules = (entry: MappingEntry): readonly (readonly [string, string])[] =>
  [...entry.columns].flatMap(([field, rule]) => (rule.kind === 'sql' ? [[field, rule.sql] as const] : []));

const needsSql = (entry: MappingEntry): boolean => entry.query !== null || entry.condition !== null || sqlRules(entry).length > 0;

const hasEntity = (entry: MappingEntry): entry is MappingEntry & { readonly entity: string } => entry.entity !== null;

/** Before anything is read: a mapping's SQL is one SELECT or one expression, and nothing else. */
export const checkMappingSql = async (session: Session, entries: readonly MappingEntry[]): Promise<void> => {
  for (const entry of entries) {
    if (entry.query !== null) await checkSelect(session.run, entry.query, `${entry.where}.query`);
    if (entry.condition !== null) await checkExpression(session.run, entry.condition, `${entry.where}.where`);
    for (const [field, sql] of sqlRules(entry)) await checkExpression(session.run, sql, `${entry.where}.columns.${field}.sql`);
  }
};

interface Pending {
  readonly entry: EntryRows['entry'];
  /** Null for the rows of a query. */
  readonly staged: StagedFile | null;
  readonly relation: string;
}

interface Plan {
  readonly file: InputFile;
  readonly overrides: MappingEntry['format'];
  readonly table: string;
}

/** Which files are staged, how often (once a format), and which of them each entry reads. */
const planStaging = (entries: readonly MappingEntry[], files: readonly InputFile[]) => {
  const plans = new Map<string, Plan>();
  const planFor = (file: InputFile, overrides: MappingEntry['format']): Plan => {
    const key = `${files.indexOf(file)} ${JSON.stringify(overrides)}`;
    const known = plans.get(key);
    if (known) return known;
    const plan = { file, overrides, table: `t${plans.size}` };
    plans.set(key, plan);
    return plan;
  };
  const matched = entries.map((entry) => ({ entry, plans: matchFiles(entry, files).map((file) => planFor(file, entry.format)) }));
  const mapped = new Set(matched.filter(({ entry }) => hasEntity(entry)).flatMap(({ plans: own }) => own.map(({ file }) => file)));
  if (entries.some(({ query }) => query !== null)) {
    for (const file of files) if (![...plans.values()].some((plan) => plan.file === file)) planFor(file, {});
  }
  return { plans: [...plans.values()], matched, ignored: files.filter((file) => !mapped.has(file)).map(({ name }) => name) };
};

/** A fault of a landed file is told with the name that the user knows, not with where its copy lies. */
const named = async <T>(file: InputFile, read: () => Promise<T>): Promise<T> => {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof CuadroError) || error.where !== file.path) throw error;
    const { code, blame, params, found, expected } = error;
    const facts = { code, blame, params, where: file.gzip ? `${file.name}.gz` : file.name, cause: error };
    throw new CuadroError({ ...facts, ...(found === null ? {} : { found }), ...(expected === null ? {} : { expected }) });
  }
};

const columnsOf = (format: DetectedFormat): readonly SourceColumn[] =>
  format.columns.map((column) => ({ name: column.name, type: column.type, format: column }));

const computedName = (field: string): string => `sql:${field}`;

const computedColumns = (entry: MappingEntry): readonly string[] =>
  sqlRules(entry).map(([field, expression]) => `(\n${expression}\n) as ${identifier(computedName(field))}`);

/** A query with what the entry's `sql` rules make of its rows. */
const queryStatement = (entry: MappingEntry, query: string): string => {
  const sql = computedColumns(entry);
  return sql.length === 0 ? query : `select ${['*', ...sql].join(', ')} from (\n${query.replace(/;\s*$/, '')}\n) as query_rows`;
};

const rowStatement = (entry: MappingEntry, staged: StagedFile, view: string): string => {
  const sql = computedColumns(entry);
  const condition = entry.condition === null ? '' : ` where (\n${entry.condition}\n)`;
  return `select ${['*', ...sql].join(', ')} from stage.${staged.table} as ${identifier(view)}${condition}`;
};

const describeResult = async (session: Session, relation: string): Promise<readonly SourceColumn[]> =>
  (await session.run(`describe from ${relation}`)).map((row) => ({
    name: String(row.column_name),
    type: String(row.column_type),
    format: null,
  }));

/**
 * Reads the files into tables and runs the mapping's SQL over them in the sandbox.
 * @throws CuadroError of the files (`src/sources/file`), `mapping_file_missing`, `mapping_sql_*`.
 */
export const stageFiles = async (
  session: Session,
  entries: readonly MappingEntry[],
  files: readonly InputFile[],
  options: StageOptions,
): Promise<Staged> => {
  await checkMappingSql(session, entries);
  const { plans, matched, ignored } = planStaging(entries, files);
  const id = randomUUID();
  const database = join(options.temporary, `stage-${id}.duckdb`);
  const temporary = join(options.temporary, `stage-${id}.tmp`);
  const catalog = identifier(`stage_${id.slice(0, 8)}`);
  const remove = (): void => {
    for (const path of [database, `${database}.wal`, temporary]) rmSync(path, { recursive: true, force: true });
  };
  try {
    const scanFrom = entries.some(needsSql) ? null : options.scanFrom;
    const staged = await loadFiles(plans, database, temporary, { ...options, scanFrom });
    const views = viewNames(files);
    const statements: (Statement & { readonly place: string })[] = [];
    const add = (sql: string, place: string): string => {
      const table = `r${statements.length}`;
      statements.push({ table, sql, place });
      return `${catalog}.result.${table}`;
    };
    const pending = matched.flatMap(({ entry, plans: own }): readonly Pending[] => {
      if (!hasEntity(entry)) return [];
      if (entry.query !== null) return [{ entry, staged: null, relation: add(queryStatement(entry, entry.query), `${entry.where}.query`) }];
      return own.map((plan) => {
        const file = staged.get(plan);
        if (!file) throw new Error(`${plan.table} was not staged`);
        const place = entry.condition === null ? `${entry.where}.columns` : `${entry.where}.where`;
        if (file.scan) return { entry, staged: file, relation: file.scan.relation };
        const relation = needsSql(entry)
          ? add(rowStatement(entry, file, views.get(plan.file) ?? plan.file.stem), place)
          : `${catalog}.stage.${plan.table}`;
        return { entry, staged: file, relation };
      });
    });
    if (statements.length > 0) {
      await nameViews(database, [...staged.values()], views);
      const places = statements.map(({ place }) => place);
      await runSandboxed({ database, temporary, statements, limits: options.limits }, places, options.signal);
    }
    await session.connection.run(`attach ${duckdbDialect.text(database)} as ${catalog} (read_only)`);
    const rows: EntryRows[] = [];
    for (const { entry, staged: file, relation } of pending) {
      const described = needsSql(entry) ? await describeResult(session, relation) : [];
      const computed = new Map(
        sqlRules(entry).flatMap(([field]) => {
          const column = described.find(({ name }) => name === computedName(field));
          return column ? [[field, column] as const] : [];
        }),
      );
      const columns = file
        ? columnsOf(file.format)
        : described.filter(({ name }) => ![...computed.values()].some((column) => column.name === name));
      rows.push({
        entry,
        rejects: file?.rejects ?? [],
        source: {
          relation,
          line: file && !file.scan ? lineColumn : null,
          scan: file?.scan?.tables ?? null,
          columns,
          computed,
          decimal: file?.format.decimal ?? null,
          thousands: file?.format.thousands ?? null,
          file: file?.file.name ?? `${entry.where}.query`,
        },
      });
    }
    return {
      rows,
      ignored,
      close: async () => {
        await session.connection.run(`detach ${catalog}`);
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
};

/** Beside the file's own columns in a staged table: the physical line. */
const lineColumn = '"_line"';

const scanOf = (plan: Plan, format: DetectedFormat, options: StageOptions): Scan | null => {
  if (options.scanFrom === null || plan.file.bytes < options.scanFrom) return null;
  const tables = { errors: `cuadro_errors_${plan.table}`, scans: `cuadro_scans_${plan.table}` };
  const relation = options.reader.scan(plan.file, format, tables);
  return relation === null ? null : { relation, tables };
};

const loadFiles = async (
  plans: readonly Plan[],
  database: string,
  temporary: string,
  options: StageOptions,
): Promise<ReadonlyMap<Plan, StagedFile>> => {
  const instance = await DuckDBInstance.create(database, {
    memory_limit: options.memoryLimit,
    temp_directory: temporary,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const stage = new Session(await instance.connect());
  try {
    return await stage.cancellable(options.signal, async () => {
      await stage.connection.run("set timezone = 'UTC'");
      await stage.connection.run('create schema stage');
      const staged = new Map<Plan, StagedFile>();
      for (const [index, plan] of plans.entries()) {
        options.onFile(plan.file, index, plans.length);
        const format = await named(plan.file, () => options.reader.detect(plan.file, plan.overrides));
        const scan = scanOf(plan, format, options);
        if (scan) {
          staged.set(plan, { file: plan.file, format, table: plan.table, rejects: [], scan });
          continue;
        }
        const report = await named(plan.file, () =>
          options.reader.stage(stage.connection, plan.file, format, `stage.${plan.table}`, options.temporary),
        );
        staged.set(plan, { file: plan.file, format, table: plan.table, rejects: report.rejects, scan: null });
      }
      await stage.connection.run('checkpoint');
      return staged;
    });
  } finally {
    stage.close();
    instance.closeSync();
  }
};

/** Queries see each file by its own name, with its own columns only. */
const nameViews = async (database: string, staged: readonly StagedFile[], views: ReadonlyMap<InputFile, string>): Promise<void> => {
  const instance = await DuckDBInstance.create(database);
  const connection = await instance.connect();
  const made = new Set<string>();
  for (const { file, format, table } of staged) {
    const name = views.get(file) ?? file.stem;
    if (made.has(name)) continue;
    made.add(name);
    const columns = format.columns.map((column) => identifier(column.name)).join(', ');
    await connection.run(`create or replace view main.${identifier(name)} as select ${columns} from stage.${table}`);
  }
  await connection.run('checkpoint');
  connection.closeSync();
  instance.closeSync();
};
