import { type Row, sourceOf } from '../company.ts';
import type { World } from '../world.ts';
import { groupBy } from './orders.ts';

/** What a field of a record read: before its first change the old value since ever, then each new value until the next change. */
export function fieldSpan(world: World): Row[] {
  const changes = world
    .live('field_change')
    .filter(
      (change) =>
        world.moment(change.changed_at) !== null && [change.entity, change.record_id, change.field].every((one) => (one ?? null) !== null),
    );
  return groupBy(changes, (change) => JSON.stringify([sourceOf(change), change.entity, change.record_id, change.field])).flatMap((own) => {
    const sorted = own.sort(
      (a, b) => (world.moment(a.changed_at)?.at ?? 0) - (world.moment(b.changed_at)?.at ?? 0) || (String(a.id) < String(b.id) ? -1 : 1),
    );
    const span = (change: Row, rest: Row): Row => ({
      _source: sourceOf(change),
      entity: change.entity ?? null,
      record_id: change.record_id ?? null,
      field: change.field ?? null,
      ...rest,
    });
    const [first] = sorted;
    const before = first ? [span(first, { value: first.old_value ?? null, valid_from: null, valid_to: first.changed_at ?? null })] : [];
    const after = sorted.map((change, index) =>
      span(change, {
        value: change.new_value ?? null,
        valid_from: change.changed_at ?? null,
        valid_to: sorted[index + 1]?.changed_at ?? null,
      }),
    );
    return [...before, ...after];
  });
}
