import { derivedDatasets } from '../../src/model/registry.ts';
import type { Row } from './company.ts';
import { renewal } from './derived/contracts.ts';
import { costDay } from './derived/costs.ts';
import { fieldSpan } from './derived/field_span.ts';
import { orderSequence, productOrderSequence } from './derived/orders.ts';
import type { World } from './world.ts';

const makers: Readonly<Record<string, (world: World) => Row[]>> = {
  cost_day: costDay,
  field_span: fieldSpan,
  renewal,
  order_sequence: orderSequence,
  product_order_sequence: productOrderSequence,
};

/** The rows of a dataset that count: live records of an entity, or what a derived dataset is made of. */
export function rowsOf(world: World, dataset: string): readonly Row[] {
  if (!derivedDatasets.has(dataset)) return world.live(dataset);
  const made = world.derived.get(dataset) ?? makers[dataset]?.(world);
  if (!made) throw new Error(`the oracle cannot make ${dataset}`);
  world.derived.set(dataset, made);
  return made;
}
