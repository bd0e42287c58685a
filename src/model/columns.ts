import type { Dataset } from './entity.ts';
import type { FieldType } from './field.ts';
import { batchColumn, dateOnlyColumn, dayColumn } from './layout.ts';

export interface Column {
  readonly name: string;
  readonly type: FieldType;
}

/**
 * The columns that a dataset's table has in every warehouse, custom ones aside: its fields in order, an instant with its day
 * beside it, then which instants are only dates, then (entities only) the batch.
 */
export const columnsOf = (dataset: Dataset): readonly Column[] => [
  ...Object.entries(dataset.fields).flatMap(([name, { type }]): Column[] =>
    type === 'instant'
      ? [
          { name, type },
          { name: dayColumn(name), type: 'date' },
        ]
      : [{ name, type }],
  ),
  { name: dateOnlyColumn, type: 'text' },
  ...(dataset.derived ? [] : [{ name: batchColumn, type: 'integer' as const }]),
];
