import { columnsOf } from '../../model/columns.ts';
import { untilColumn } from '../../model/layout.ts';
import { derivedDatasets, entities } from '../../model/registry.ts';
import type { Layout } from '../layout.ts';
import type { Engine } from './engine.ts';

/** Makes every table, with nothing in it. */
export const makeTemplate = async ({ dialect, create }: Pick<Engine, 'dialect' | 'create'>, layout: Layout): Promise<Layout> => {
  for (const dataset of [...entities.values(), ...derivedDatasets.values()]) {
    await create(`${layout.main}.${dialect.identifier(dataset.name)}`, columnsOf(dataset));
  }
  for (const entity of entities.values()) {
    await create(`${layout.history}.${dialect.identifier(entity.name)}`, [...columnsOf(entity), { name: untilColumn, type: 'integer' }]);
  }
  return layout;
};

export const layoutNamed = (name: string): Layout => ({ main: name, history: `${name}_history`, bookkeeping: `${name}_cuadro` });
