import { derivedDatasets } from '../../model/registry.ts';
import type { Run } from '../run.ts';
import type { DerivedBuilder, DerivedContext } from './context.ts';
import { fieldSpanBuilder } from './field_span.ts';
import { finishedSql } from './finish.ts';

const builders: ReadonlyMap<string, DerivedBuilder> = new Map([fieldSpanBuilder].map((builder) => [builder.dataset.name, builder]));

/** Every derived dataset in an order in which each comes after those it is made from. */
export const derivedBuilders: readonly DerivedBuilder[] = [...derivedDatasets.keys()].flatMap((name) => builders.get(name) ?? []);

/** The derived datasets that change when these entities do, in the order to make them in. */
export const derivedFrom = (changed: ReadonlySet<string>): readonly DerivedBuilder[] => {
  const touched = new Set(changed);
  return derivedBuilders.filter(({ dataset }) => {
    if (!dataset.from.some((name) => touched.has(name))) return false;
    touched.add(dataset.name);
    return true;
  });
};

/**
 * Makes anew, inside the caller's transaction, the derived datasets that stand on what changed: `'all'` after a change of
 * settings (zone, currency, what a customer is) and in a new warehouse. `context.relation` names where each table is and goes.
 * @returns the names of those made, in order
 */
export const rebuildDerived = async (
  run: Run,
  context: DerivedContext,
  changed: ReadonlySet<string> | 'all',
): Promise<readonly string[]> => {
  const due = changed === 'all' ? derivedBuilders : derivedFrom(changed);
  for (const builder of due) {
    await run(context.dialect.replaceTable(context.relation(builder.dataset.name), finishedSql(builder, context)));
  }
  return due.map(({ dataset }) => dataset.name);
};
