import type { DetectedFormat, InputFile } from '../contract-types.ts';
import { sqlName, sqlText } from '../sql.ts';
import { globless } from './read-csv-sql.ts';

type Layout = NonNullable<DetectedFormat['layout']>;

/** An object that is larger is refused. */
const largestObject = 64 << 20;

/** A FROM-able expression: `json VARCHAR` and `_line BIGINT` (the ordinal of the object where objects have no line of their own). */
export function jsonRowsSql(file: InputFile, layout: Layout): string {
  const path = sqlText(globless(file.path));
  const compression = file.gzip ? "compression = 'gzip'" : "compression = 'uncompressed'";
  // Lines are read as texts, so that a broken one is told from the others; no control character stands in JSON as it is. Without
  // `buffer_size` DuckDB takes sixteen times the longest line at once, which is more than an import may have.
  const source =
    layout === 'lines'
      ? `(SELECT line AS json FROM read_csv(${path}, auto_detect = false, header = false, delim = chr(1), quote = '', escape = '', ` +
        `columns = {'line': 'VARCHAR'}, max_line_size = ${largestObject}, buffer_size = ${largestObject}, ${compression}))`
      : `(SELECT json::VARCHAR AS json FROM read_json_objects(${path}, format = ${layout === 'array' ? "'array'" : "'unstructured'"}, ` +
        `maximum_object_size = ${largestObject}, ${compression}))`;
  return `(SELECT json, row_number() OVER () AS _line FROM ${source})`;
}

/** Boolean SQL: the row holds an object. */
export const isObject = "(CASE WHEN json_valid(json) THEN json_type(json) = 'OBJECT' ELSE FALSE END)";

const jsonPath = (key: string): string => sqlText(`$."${key.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`);

/** SQL for each key: texts as they are, lists and objects as JSON text. */
export function jsonColumn(key: string, type: string, name: string): string {
  const text = `json ->> ${jsonPath(key)}`;
  return `${type === 'VARCHAR' ? `(${text})` : `try_cast(${text} AS ${type})`} AS ${sqlName(name)}`;
}

/** SQL for `json_type` of an entry of `json_each`, where it tells apart whole numbers that DOUBLE does not hold (LONG) or BIGINT (HUGE). */
export const jsonEntryType = (entry: string): string =>
  `CASE WHEN ${entry}.type NOT LIKE '%BIGINT' OR length(${entry}.value::VARCHAR) <= 15 THEN ${entry}.type ` +
  `WHEN length(${entry}.value::VARCHAR) <= 18 THEN 'LONG' ELSE 'HUGE' END`;

/** The type that holds every value of a key as it is, by `jsonEntryType`. */
export function jsonColumnType(types: readonly string[]): string {
  if (types.includes('HUGE') || (types.includes('LONG') && types.includes('DOUBLE'))) return 'VARCHAR';
  const kinds = new Set(types.filter((type) => type !== 'NULL').map((type) => (type === 'UBIGINT' || type === 'LONG' ? 'BIGINT' : type)));
  const [only] = kinds;
  if (kinds.size === 1 && (only === 'BIGINT' || only === 'DOUBLE' || only === 'BOOLEAN')) return only;
  return kinds.size === 2 && kinds.has('BIGINT') && kinds.has('DOUBLE') ? 'DOUBLE' : 'VARCHAR';
}
