import { columnsOf } from '../../model/columns.ts';
import type { Dialect } from '../../model/dialect.ts';
import type { DerivedDataset } from '../../model/entity.ts';
import { dateOnlyColumn } from '../../model/layout.ts';
import type { SelectedBuilder } from './context.ts';

/** `sql` (what the builder gives) with exactly the columns of its table: typed, in the model's order, `_date_only` put together. */
export const finishedSql = ({ dataset }: SelectedBuilder, dialect: Dialect, sql: string): string => {
  const instants = Object.entries(dataset.fields)
    .filter(([, field]) => field.type === 'instant')
    .map(([name]) => name);
  const flags = instants.map(
    (name) => `case when made.${name} is not null and made.${name}_date_only then ${dialect.text(`${name},`)} else '' end`,
  );
  const dateOnly = flags.length === 0 ? dialect.nullOf('text') : `nullif(',' || ${flags.join(' || ')}, ',')`;
  const columns = columnsOf(dataset).map(({ name, type }) => {
    const value = name === dateOnlyColumn ? dateOnly : `made.${dialect.identifier(name)}`;
    return `${dialect.convert(value, type)} as ${dialect.identifier(name)}`;
  });
  return `select ${columns.join(', ')}\nfrom (\n${sql}\n) as made`;
};

/** A SELECT of no rows with the columns of a derived dataset's table. */
export const emptySql = (dataset: DerivedDataset, dialect: Dialect): string => {
  const columns = columnsOf(dataset).map(({ name, type }) => `${dialect.nullOf(type)} as ${dialect.identifier(name)}`);
  return `select * from (select ${columns.join(', ')}) as made where 1 = 0`;
};
