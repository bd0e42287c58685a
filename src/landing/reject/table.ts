import type { RowReject } from '../../sources/file/contract-types.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { Run } from '../../warehouse/run.ts';

const { identifier, text } = duckdbDialect;

/** The words of a code for the file of rejected rows, in the workspace's language. */
export type ReasonOf = (code: string, params: Readonly<Record<string, string | number>>) => string;

/**
 * A spreadsheet runs what begins so. A plain negative number is left as it is.
 * @see OWASP, CSV Injection
 */
const guarded = (column: string): string => {
  const name = identifier(column);
  return `case when regexp_matches(${name}, '^[=+\\-@\\t\\r\\n|%]') and not regexp_full_match(${name}, '-\\d+([.,]\\d+)*') then '''' || ${name} else ${name} end as ${name}`;
};

/** Rows that were not taken, gathered in the session's own temporary table. */
export class RejectTable {
  readonly #run: Run;
  readonly #reasonOf: ReasonOf;

  constructor(run: Run, reasonOf: ReasonOf) {
    this.#run = run;
    this.#reasonOf = reasonOf;
  }

  async start(): Promise<void> {
    await this.#run(
      'create or replace temp table rejected_rows (entity VARCHAR, file VARCHAR, line BIGINT, "column" VARCHAR, value VARCHAR, code VARCHAR, reason VARCHAR)',
    );
  }

  /** @param select gives line, "column", value and code. */
  async add(entity: string, file: string, select: string): Promise<void> {
    await this.#run(
      `insert into temp.rejected_rows by name select ${text(entity)} as entity, ${text(file)} as file, line, "column", value, code from (${select})`,
    );
  }

  /** Rows that the reader of files could not read. The same file in two entries of a mapping is told once an entity. */
  async addUnread(entity: string, file: string, rows: readonly RowReject[]): Promise<void> {
    for (let from = 0; from < rows.length; from += 500) {
      const values = rows.slice(from, from + 500).map((row) => {
        const cells = [entity, file, row.line, row.column, row.value, row.code, this.#reasonOf(row.code, row.params)];
        return `(${cells.map((cell) => (cell === null ? 'null' : typeof cell === 'number' ? String(cell) : text(cell))).join(', ')})`;
      });
      await this.#run(`insert into temp.rejected_rows (entity, file, line, "column", value, code, reason) values ${values.join(', ')}`);
    }
  }

  async count(): Promise<number> {
    const [row] = await this.#run('select count(*) as n from temp.rejected_rows');
    return Number(row?.n ?? 0);
  }

  /** Writes what was gathered as CSV. */
  async write(path: string): Promise<void> {
    const codes = await this.#run('select distinct code from temp.rejected_rows where reason is null');
    for (const row of codes) {
      const code = String(row.code);
      await this.#run(
        `update temp.rejected_rows set reason = ${text(this.#reasonOf(code, {}))} where code = ${text(code)} and reason is null`,
      );
    }
    const columns = ['file', 'column', 'value', 'code', 'reason'];
    const [file, ...rest] = columns.map(guarded);
    await this.#run(
      `copy (select ${file}, line, ${rest.join(', ')} from temp.rejected_rows order by rejected_rows.file, rejected_rows.line, rejected_rows."column") to ${text(path)} (format csv, header true)`,
    );
  }
}
