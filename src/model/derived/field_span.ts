import { defineDerived } from '../entity.ts';
import { instant, text } from '../field.ts';

/** What a tracked field of a record read, from when to when. The first value reaches back without a start. */
export const fieldSpan = defineDerived(
  'field_span',
  'span',
  { from: ['field_change'] },
  {
    entity: text(),
    record_id: text(),
    field: text(),
    value: text(),
    valid_from: instant(),
    valid_to: instant(),
  },
);
