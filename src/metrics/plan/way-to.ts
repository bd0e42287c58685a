import { findDataset } from '../../model/registry.ts';

/** How many references may lie between a row and the record of a segment. */
const furthest = 3;

/** The references of a dataset, the one named after `target` first, then in the order they are declared. */
function referencesOf(name: string, target: string): readonly { readonly step: string; readonly entity: string }[] {
  const fields = Object.entries(findDataset(name)?.fields ?? {}).flatMap(([field, { type, entity }]) =>
    type === 'reference' && entity ? [{ step: field.replace(/_id$/, ''), entity }] : [],
  );
  return [...fields.filter(({ step }) => step === target), ...fields.filter(({ step }) => step !== target)];
}

/**
 * The path of references from a row of a dataset to the record of an entity that it belongs to: `account` of a deal, `order.account` of
 * an order's line, the entity's own name of its own rows. The shortest counts; of equally short ones the reference named after the
 * entity, else the first declared (`converted_account` of a lead).
 * @returns null where there is none within three steps
 */
export function wayTo(dataset: string, entity: string): string | null {
  if (dataset === entity) return entity;
  let reached: readonly { readonly path: string; readonly dataset: string }[] = [{ path: '', dataset }];
  const seen = new Set([dataset]);
  for (let step = 0; step < furthest; step += 1) {
    const next = reached.flatMap((from) =>
      referencesOf(from.dataset, entity).map((to) => ({
        path: from.path === '' ? to.step : `${from.path}.${to.step}`,
        dataset: to.entity,
      })),
    );
    const found = next.find((one) => one.dataset === entity);
    if (found) return found.path;
    reached = next.filter((one) => !seen.has(one.dataset));
    for (const one of reached) seen.add(one.dataset);
  }
  return null;
}
