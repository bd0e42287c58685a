import { CuadroError } from '../../model/error.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { Run } from '../../warehouse/run.ts';

const maxLength = 100_000;

interface Parsed {
  readonly error: boolean;
  readonly error_message?: string;
  readonly statements?: readonly { readonly node: Readonly<Record<string, unknown>> }[];
}

/** DuckDB's own parser reads the text; it runs nothing. */
const parse = async (run: Run, sql: string, where: string): Promise<Parsed> => {
  if (sql.length > maxLength) throw new CuadroError({ code: 'mapping_sql_invalid', where, found: `${sql.length} > ${maxLength}` });
  // A text constant cannot hold a NUL, and no statement needs one.
  if (sql.includes('\0')) throw new CuadroError({ code: 'mapping_sql_invalid', where, found: 'NUL (0x00)' });
  const [row] = await run(`select json_serialize_sql(${duckdbDialect.text(sql)}) as parsed`);
  const parsed: Parsed = JSON.parse(String(row?.parsed));
  return parsed;
};

/**
 * Makes sure that a mapping's `query` is exactly one SELECT.
 * @throws CuadroError `mapping_sql_invalid` (does not parse), `mapping_sql_not_select`.
 */
export const checkSelect = async (run: Run, sql: string, where: string): Promise<void> => {
  const parsed = await parse(run, sql, where);
  if (parsed.error) {
    const code = parsed.error_message?.includes('Only SELECT') ? 'mapping_sql_not_select' : 'mapping_sql_invalid';
    throw new CuadroError({ code, where, found: code === 'mapping_sql_not_select' ? sql : (parsed.error_message ?? sql) });
  }
  if (parsed.statements?.length !== 1) throw new CuadroError({ code: 'mapping_sql_not_select', where, found: sql });
};

/**
 * Makes sure that a mapping's `where` or `sql` is exactly one expression: closing a parenthesis in it leads nowhere.
 * @throws CuadroError `mapping_sql_invalid`, `mapping_sql_not_select`.
 */
export const checkExpression = async (run: Run, sql: string, where: string): Promise<void> => {
  const wrapped = await parse(run, `select (\n${sql}\n)`, where);
  if (wrapped.error) {
    // Something like `1; drop table x` is no expression, but worth its own words.
    const alone = await parse(run, sql, where);
    const statement = alone.error_message?.includes('Only SELECT') ?? false;
    throw new CuadroError({
      code: statement ? 'mapping_sql_not_select' : 'mapping_sql_invalid',
      where,
      found: statement ? sql : (wrapped.error_message ?? sql),
    });
  }
  const node = wrapped.statements?.[0]?.node;
  const items = node?.select_list;
  const from = node?.from_table;
  const plain =
    wrapped.statements?.length === 1 &&
    node?.type === 'SELECT_NODE' &&
    Array.isArray(items) &&
    items.length === 1 &&
    typeof from === 'object' &&
    from !== null &&
    Reflect.get(from, 'type') === 'EMPTY' &&
    node.where_clause === null;
  if (!plain) throw new CuadroError({ code: 'mapping_sql_not_select', where, found: sql });
};
