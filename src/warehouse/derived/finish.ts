import { columnsOf } from '../../model/columns.ts';
import { dateOnlyColumn } from '../../model/layout.ts';
import type { DerivedBuilder, DerivedContext } from './context.ts';

/** The SELECT of a derived dataset with exactly the columns of its table: typed, in the model's order, `_date_only` put together. */
export const finishedSql = (builder: DerivedBuilder, context: DerivedContext): string => {
  const { dialect } = context;
  const instants = Object.entries(builder.dataset.fields)
    .filter(([, field]) => field.type === 'instant')
    .map(([name]) => name);
  const flags = instants.map(
    (name) => `case when made.${name} is not null and made.${name}_date_only then ${dialect.text(`${name},`)} else '' end`,
  );
  const dateOnly = flags.length === 0 ? dialect.nullOf('text') : `nullif(',' || ${flags.join(' || ')}, ',')`;
  const columns = columnsOf(builder.dataset).map(({ name, type }) => {
    const value = name === dateOnlyColumn ? dateOnly : `made.${dialect.identifier(name)}`;
    return `${dialect.convert(value, type)} as ${dialect.identifier(name)}`;
  });
  return `select ${columns.join(', ')}\nfrom (\n${builder.sql(context)}\n) as made`;
};
