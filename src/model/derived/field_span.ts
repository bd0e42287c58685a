import { defineDerived } from '../entity.ts';
import { instant, text } from '../field.ts';

/**
 * What a tracked field of a record read, from when to when: one row a value. Each live change's new value holds from its time to
 * the next change's; before the first change its old value held, since a time unknown (`valid_from` null). Changes of one
 * instant go by id and leave spans without length between them. A change without a time tells nothing.
 */
export const fieldSpan = defineDerived(
  'field_span',
  'span',
  { from: ['field_change'], standsOn: ['field_change'] },
  {
    entity: text(),
    record_id: text(),
    field: text(),
    value: text(),
    valid_from: instant(),
    valid_to: instant(),
  },
);
