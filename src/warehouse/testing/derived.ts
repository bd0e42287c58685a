import { findDataset } from '../../model/registry.ts';
import type { Value } from '../run.ts';
import type { Company } from './company.ts';

/**
 * The rows of a dataset as arrays of the columns asked for, in order of them. An instant reads `2024-03-05` where only its date
 * is known, else as ISO in UTC.
 */
export const rowsOf = async (company: Company, dataset: string, columns: readonly string[]): Promise<readonly (readonly Value[])[]> => {
  const fields = findDataset(dataset)?.fields ?? {};
  const { identifier } = company.dialect;
  const days = columns.filter((column) => fields[column]?.type === 'instant').map((column) => `${column}_day`);
  const names = [...columns, ...days, '_date_only'].map(identifier).join(', ');
  const order = columns.map((_, index) => `${index + 1} nulls first`).join(', ');
  const rows = await company.query(`select ${names} from ${company.relation(dataset)} order by ${order}`);
  return rows.map((row) =>
    columns.map((column) => (String(row._date_only).includes(`,${column},`) ? (row[`${column}_day`] ?? null) : (row[column] ?? null))),
  );
};
