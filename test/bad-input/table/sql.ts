import type { BadInput } from '../case.ts';
import { deals } from '../case.ts';

const entryWith = (key: string, sql: string, column = 'id: id'): string =>
  `files:\n  - { file: deals.csv, ${key}: ${JSON.stringify(sql)}, entity: order, columns: { ${column} } }\n`;

const expressionWith = (columns: string): string => `files:\n  - { file: deals.csv, entity: order, columns: { ${columns} } }\n`;

const refused = (
  cause: string,
  mapping: string,
  code: string,
  where: string,
  es: string,
  en: string,
  limited?: BadInput['limited'],
): BadInput => ({
  cause,
  files: { 'deals.csv': deals },
  mapping,
  entity: 'order',
  ...(limited ? { limited } : {}),
  expects: { exit: 2, code, where, es, en },
});
const query = (cause: string, sql: string, code: string, es: string, en: string, limited?: BadInput['limited']): BadInput =>
  refused(cause, entryWith('query', sql), code, 'files[0].query', es, en, limited);
const where = (cause: string, sql: string, code: string, es: string, en: string): BadInput =>
  refused(cause, entryWith('where', sql), code, 'files[0].where', es, en);

/** SQL in a mapping that wants more than to read the import. */
export const sql: readonly BadInput[] = [
  query(
    'SQL that reads another file',
    "select content as id from read_text('/etc/passwd')",
    'mapping_sql_forbidden',
    'El SQL de mapping.yaml:2:5 files[0].query quiere salir de la importación: Permission Error',
    'The SQL at mapping.yaml:2:5 files[0].query reaches beyond the import: Permission Error',
  ),
  query(
    'SQL that reads another file as CSV',
    "select * from read_csv('/etc/passwd', columns = {'id': 'VARCHAR'})",
    'mapping_sql_forbidden',
    'El SQL de mapping.yaml:2:5 files[0].query quiere salir de la importación: Permission Error',
    'The SQL at mapping.yaml:2:5 files[0].query reaches beyond the import: Permission Error',
  ),
  query(
    'SQL that names another file as a table',
    "select * from '/etc/passwd'",
    'mapping_sql_failed',
    'El SQL de mapping.yaml:2:5 files[0].query ha fallado: Catalog Error',
    'The SQL at mapping.yaml:2:5 files[0].query failed: Catalog Error',
  ),
  query(
    'SQL that lists a folder',
    "select file as id from glob('/etc/*')",
    'mapping_sql_forbidden',
    'El SQL de mapping.yaml:2:5 files[0].query quiere salir de la importación: Permission Error',
    'The SQL at mapping.yaml:2:5 files[0].query reaches beyond the import: Permission Error',
  ),
  query(
    'SQL that reads the network',
    "select * from 'https://example.org/x.parquet'",
    'mapping_sql_forbidden',
    'El SQL de mapping.yaml:2:5 files[0].query quiere salir de la importación: Permission Error',
    'The SQL at mapping.yaml:2:5 files[0].query reaches beyond the import: Permission Error',
  ),
  query(
    'SQL that reads the environment',
    "select getenv('HOME') as id",
    'mapping_sql_failed',
    'El SQL de mapping.yaml:2:5 files[0].query ha fallado: Catalog Error',
    'The SQL at mapping.yaml:2:5 files[0].query failed: Catalog Error',
  ),
  query(
    'SQL that writes a file',
    "copy deals to 'stolen.csv'",
    'mapping_sql_not_select',
    "El SQL de mapping.yaml:2:5 files[0].query no es una sola lectura: copy deals to 'stolen.csv'",
    "The SQL at mapping.yaml:2:5 files[0].query is not one plain reading: copy deals to 'stolen.csv'",
  ),
  query(
    'SQL that attaches a database',
    "attach 'other.duckdb'",
    'mapping_sql_not_select',
    "El SQL de mapping.yaml:2:5 files[0].query no es una sola lectura: attach 'other.duckdb'",
    "The SQL at mapping.yaml:2:5 files[0].query is not one plain reading: attach 'other.duckdb'",
  ),
  query(
    'SQL that installs an extension',
    'install httpfs',
    'mapping_sql_not_select',
    'El SQL de mapping.yaml:2:5 files[0].query no es una sola lectura: install httpfs',
    'The SQL at mapping.yaml:2:5 files[0].query is not one plain reading: install httpfs',
  ),
  query(
    'SQL that loads an extension',
    "load '/tmp/evil.duckdb_extension'",
    'mapping_sql_not_select',
    "El SQL de mapping.yaml:2:5 files[0].query no es una sola lectura: load '/tmp/evil.duckdb_extension'",
    "The SQL at mapping.yaml:2:5 files[0].query is not one plain reading: load '/tmp/evil.duckdb_extension'",
  ),
  query(
    'SQL that changes a setting',
    'set threads = 64',
    'mapping_sql_not_select',
    'El SQL de mapping.yaml:2:5 files[0].query no es una sola lectura: set threads = 64',
    'The SQL at mapping.yaml:2:5 files[0].query is not one plain reading: set threads = 64',
  ),
  query(
    'SQL that is a PRAGMA',
    'pragma database_list',
    'mapping_sql_not_select',
    'El SQL de mapping.yaml:2:5 files[0].query no es una sola lectura: pragma database_list',
    'The SQL at mapping.yaml:2:5 files[0].query is not one plain reading: pragma database_list',
  ),
  query(
    'SQL that drops a table',
    'drop table deals',
    'mapping_sql_not_select',
    'El SQL de mapping.yaml:2:5 files[0].query no es una sola lectura: drop table deals',
    'The SQL at mapping.yaml:2:5 files[0].query is not one plain reading: drop table deals',
  ),
  query(
    'SQL that deletes rows',
    'delete from deals',
    'mapping_sql_not_select',
    'El SQL de mapping.yaml:2:5 files[0].query no es una sola lectura: delete from deals',
    'The SQL at mapping.yaml:2:5 files[0].query is not one plain reading: delete from deals',
  ),
  query(
    'SQL of two statements',
    'select 1 as id; drop table deals',
    'mapping_sql_not_select',
    'El SQL de mapping.yaml:2:5 files[0].query no es una sola lectura: select 1 as id; drop table deals',
    'The SQL at mapping.yaml:2:5 files[0].query is not one plain reading: select 1 as id; drop table deals',
  ),
  query(
    'SQL that reads what Cuadro keeps itself',
    'select source as id from cuadro.batch',
    'mapping_sql_failed',
    'El SQL de mapping.yaml:2:5 files[0].query ha fallado: Catalog Error',
    'The SQL at mapping.yaml:2:5 files[0].query failed: Catalog Error',
  ),
  query(
    'SQL that is none',
    'selct id from deals',
    'mapping_sql_invalid',
    'El SQL de mapping.yaml:2:5 files[0].query no se entiende: syntax error at or near "selct"',
    'The SQL at mapping.yaml:2:5 files[0].query cannot be read: syntax error at or near "selct"',
  ),
  query(
    'a NUL in SQL',
    'select 1\0',
    'mapping_sql_invalid',
    'El SQL de mapping.yaml:2:5 files[0].query no se entiende: NUL (0x00)',
    'The SQL at mapping.yaml:2:5 files[0].query cannot be read: NUL (0x00)',
  ),
  query(
    'SQL nested without measure',
    `select ${'('.repeat(20_000)}1${')'.repeat(20_000)} as id`,
    'mapping_sql_invalid',
    'El SQL de mapping.yaml:2:5 files[0].query no se entiende: memory exhausted at or near "("',
    'The SQL at mapping.yaml:2:5 files[0].query cannot be read: memory exhausted at or near "("',
  ),
  query(
    'SQL over a column that there is not',
    'select nope as id from deals',
    'mapping_sql_failed',
    'El SQL de mapping.yaml:2:5 files[0].query ha fallado: Binder Error',
    'The SQL at mapping.yaml:2:5 files[0].query failed: Binder Error',
  ),
  query(
    'SQL that casts what cannot be',
    "select 'x'::int as id from deals",
    'mapping_sql_failed',
    'El SQL de mapping.yaml:2:5 files[0].query ha fallado: Conversion Error',
    'The SQL at mapping.yaml:2:5 files[0].query failed: Conversion Error',
  ),
  query(
    'SQL that runs for ever',
    'with recursive r as (select 1 as id union all select id + 1 from r) select max(id) as id from r',
    'mapping_sql_timeout',
    'El SQL de mapping.yaml:2:5 files[0].query ha tardado más de 3 segundos.',
    'The SQL at mapping.yaml:2:5 files[0].query took more than 3 seconds.',
    'time',
  ),
  query(
    'SQL that eats memory',
    'select list(i) as id from range(100000000000) t(i)',
    'mapping_sql_memory',
    'El SQL de mapping.yaml:2:5 files[0].query necesita más memoria o disco de lo permitido (400 MB).',
    'The SQL at mapping.yaml:2:5 files[0].query needs more memory or disk than allowed (400 MB).',
    'memory',
  ),
  query(
    'SQL that makes one giant text',
    "select length(repeat('x', 2000000000) || repeat('y', 2000000000)) as id",
    'mapping_sql_memory',
    'El SQL de mapping.yaml:2:5 files[0].query necesita más memoria o disco de lo permitido (400 MB).',
    'The SQL at mapping.yaml:2:5 files[0].query needs more memory or disk than allowed (400 MB).',
    'memory',
  ),
  where(
    'a condition that closes its parenthesis',
    "1 = 1) union all select * from read_text('/etc/passwd') where (1 = 1",
    'mapping_sql_not_select',
    "El SQL de mapping.yaml:2:5 files[0].where no es una sola lectura: 1 = 1) union all select * from read_text('/etc/passwd') where (1 = 1",
    "The SQL at mapping.yaml:2:5 files[0].where is not one plain reading: 1 = 1) union all select * from read_text('/etc/passwd') where (1 = 1",
  ),
  where(
    'a condition that drops a table',
    'true); drop table deals; --',
    'mapping_sql_invalid',
    'El SQL de mapping.yaml:2:5 files[0].where no se entiende: syntax error at or near ")"',
    'The SQL at mapping.yaml:2:5 files[0].where cannot be read: syntax error at or near ")"',
  ),
  where(
    'a condition that reads another file',
    "id in (select content from read_text('/etc/passwd'))",
    'mapping_sql_forbidden',
    'El SQL de mapping.yaml:2:5 files[0].where quiere salir de la importación: Permission Error',
    'The SQL at mapping.yaml:2:5 files[0].where reaches beyond the import: Permission Error',
  ),
  refused(
    'an expression that reads another file',
    expressionWith(`id: { sql: "(select content from read_text('/etc/passwd'))" }`),
    'mapping_sql_forbidden',
    'files[0]',
    'El SQL de mapping.yaml:2:5 files[0].columns quiere salir de la importación: Permission Error',
    'The SQL at mapping.yaml:2:5 files[0].columns reaches beyond the import: Permission Error',
  ),
];
