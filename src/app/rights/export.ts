import type { Catalog } from '../../metrics/catalog.ts';
import { isBeyond, limitedRows } from '../../metrics/plan/limit.ts';
import type { Dialect } from '../../model/dialect.ts';
import { pseudonymKey, pseudonymLength, pseudonymStem } from './pseudonym.ts';
import { columnShown } from './seen.ts';

/** What of the tables somebody may take out. */
export interface Takeable {
  has(dataset: string): boolean;
  /** The rows, as SQL that can stand after FROM. */
  from(dataset: string): string;
  /** A column as a SELECT list has it; null where it is kept back. */
  column(dataset: string, name: string): string | null;
}

/** Of a DuckDB warehouse. Pseudonyms are those of `pseudonymOf`. */
export async function takeable(catalog: Catalog, dialect: Dialect, folder: string): Promise<Takeable> {
  const { sight } = catalog;
  const key = sight?.personal ? await pseudonymKey(folder) : '';
  const plain = (dataset: string): string => `main.${dialect.identifier(dataset)}`;
  return {
    has: (dataset) => !isBeyond(dataset, catalog),
    from: (dataset) =>
      sight?.rows ? `${limitedRows(dataset, { dialect, catalog, attributes: 'now' })?.sql ?? plain(dataset)} as t` : plain(dataset),
    column: (dataset, name) => {
      const shown = columnShown(dataset, name, catalog);
      const column = dialect.identifier(name);
      if (shown !== 'pseudonym') return shown === 'whole' ? column : null;
      const stem = dialect.text(`${pseudonymStem(name, catalog.settings.locale)} `);
      return `${stem} || substr(sha256(${dialect.text(`${key}:`)} || ${column}), 1, ${pseudonymLength}) as ${column}`;
    },
  };
}
