import { ownershipOf } from '../../src/model/ownership.ts';
import { findDataset } from '../../src/model/registry.ts';
import { type Row, sourceOf, textOf } from '../oracle/company.ts';
import type { World } from '../oracle/world.ts';

/** Whose a row is, by the table of the model, the plain way: `source id` of each owner; none: nobody's. */
export function ownersOf(world: World, dataset: string, row: Row): readonly string[] {
  const ownership = ownershipOf(dataset);
  if (ownership.kind === 'company') return [];
  const found: string[] = [];
  for (const by of ownership.by) {
    const id = textOf(row[by]);
    if (id === null) continue;
    const entity = by === 'id' ? 'user' : (findDataset(dataset)?.fields[by]?.entity ?? '');
    const record = entity === 'user' ? null : world.find(entity, sourceOf(row), id);
    const owners = entity === 'user' ? [`${sourceOf(row)} ${id}`] : record ? ownersOf(world, entity, record) : [];
    if (ownership.rule === 'first' && owners.length > 0) return owners;
    found.push(...owners);
  }
  return found;
}

/** Only rows of these users. */
export const seenBy =
  (users: ReadonlySet<string>) =>
  (world: World): World['sees'] =>
  (dataset, row) =>
    ownersOf(world, dataset, row).some((owner) => users.has(owner));
