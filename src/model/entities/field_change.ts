import { defineEntity } from '../entity.ts';
import { instant, oneOf, text } from '../field.ts';

/** What a field of a record was and became. */
export const fieldChange = defineEntity(
  'field_change',
  'history',
  {
    entity: text(),
    record_id: text(),
    field: text(),
    old_value: text(),
    new_value: text(),
    changed_at: instant(),
    changed_by: text(),
    origin: oneOf(['native', 'audit', 'snapshot_diff', 'synthetic']),
  },
  { begins: 'changed_at' },
);
