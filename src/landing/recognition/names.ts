/** Words that endings, exports and databases put around the name of a table, without telling what it holds. */
const noise = new Set(
  'data dataset export exports exported table tbl report list all full my our dump extract copy final new dim fact stg raw src v1 v2 sf sfdc hubspot salesforce zoho pipedrive zendesk stripe crm es en csv datos exportacion exportados tabla informe listado lista todos todas copia'.split(
    ' ',
  ),
);

const articles = new Set(['de', 'del', 'la', 'las', 'el', 'los']);

/** `Fecha de creación`, `fechaCreacion`, `FECHA_CREACION?` → `fecha de creacion`, `fecha creacion`, `fecha creacion`. */
export function normalise(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** English and Spanish plurals of table names; enough for the names in the dictionaries. */
export function singular(word: string): string {
  if (word.length <= 3 || /(ss|us|is|sales)$/.test(word)) return word;
  if (/(ones|eres|ores|ades|ales)$/.test(word) && !/(stages|sales)$/.test(word)) return word.slice(0, -2);
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(sses|ches|shes|xes)$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

const singularEach = (text: string): string => text.split(' ').map(singular).join(' ');

/** What a file's name says it holds: `sf_Accounts_2026-01-31.csv.gz` → `account`. */
export function subjectOf(stem: string): string {
  const words = normalise(stem)
    .split(' ')
    .filter((word) => !/^\d+$/.test(word) && !noise.has(word) && !articles.has(word));
  return singularEach(words.join(' '));
}

/** The same with the words that may tell one table from another: `contact_list_data` → `contact list`. */
export const fullSubjectOf = (stem: string): string =>
  singularEach(
    normalise(stem)
      .split(' ')
      .filter((word) => !/^(\d+|data|sf)$/.test(word))
      .join(' '),
  );

/** Written in a dictionary as people write them, compared normalised, singular and without articles. */
export const tableName = (name: string): string =>
  singularEach(
    normalise(name)
      .split(' ')
      .filter((word) => !articles.has(word))
      .join(' '),
  );

const vendorPrefix = /^(property|properties)( hs| hubspot)? |^hs |^hubspot /;

/**
 * The ways a column's (normalised) name can be read, the most literal first, each with how far it is from what stands in the file:
 * without the vendor's prefix (`property_hs_…`), without the name of its own table (`Lead Status` in Leads → `status`).
 */
export function readings(literal: string, tableNames: readonly string[]): readonly { readonly name: string; readonly certainty: number }[] {
  const bare = literal.replace(vendorPrefix, '');
  const found = [{ name: literal, certainty: 1 }];
  if (bare !== literal) found.push({ name: bare, certainty: 0.98 });
  for (const table of tableNames) {
    if (bare.startsWith(`${table} `)) found.push({ name: bare.slice(table.length + 1), certainty: 0.94 });
    else {
      const of = [` de ${table}`, ` del ${table}`, ` de la ${table}`].find((end) => bare.endsWith(end));
      if (of !== undefined) found.push({ name: bare.slice(0, -of.length), certainty: 0.94 });
    }
  }
  return found;
}
