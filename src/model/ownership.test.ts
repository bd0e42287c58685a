import { expect, test } from 'vitest';
import { owned, ownershipOf } from './ownership.ts';
import { derivedDatasets, entities, findDataset } from './registry.ts';

const all = [...entities.keys(), ...derivedDatasets.keys()];

test('every dataset says whose its rows are', () => {
  expect([...owned].sort()).toEqual([...all].sort());
});

/** The references that a row is owned through, down to users. @returns the chain that goes round in a circle, or null */
function circle(dataset: string, above: readonly string[] = []): readonly string[] | null {
  if (above.includes(dataset)) return [...above, dataset];
  const ownership = ownershipOf(dataset);
  if (ownership.kind === 'company') return null;
  for (const name of ownership.by) {
    const target = findDataset(dataset)?.fields[name]?.entity;
    const found = target === undefined || target === 'user' ? null : circle(target, [...above, dataset]);
    if (found) return found;
  }
  return null;
}

test.each(all)('%s is owned through references that end at a user', (name) => {
  const ownership = ownershipOf(name);
  if (ownership.kind === 'company') return;
  expect(ownership.by.length).toBeGreaterThan(0);
  for (const by of ownership.by) {
    if (name === 'user' && by === 'id') continue;
    const field = findDataset(name)?.fields[by];
    expect(field?.type, `${name}.${by}`).toBe('reference');
    if (field?.entity !== 'user') expect(ownershipOf(field?.entity ?? '').kind, `${name}.${by}`).toBe('owned');
  }
  expect(circle(name)).toBeNull();
});

test.each(all)('%s that has an owner of its own is not the company’s', (name) => {
  // A campaign has somebody in charge, whose own results its messages are not.
  if (name === 'campaign' || name === 'deal_model') return;
  if (findDataset(name)?.fields.owner_id) expect(ownershipOf(name).kind).toBe('owned');
});

test('nobody owns what is not in the model', () => {
  expect(ownershipOf('toString')).toEqual({ kind: 'company' });
});
