import { defineEntity } from '../entity.ts';
import { instant, number, reference, text } from '../field.ts';

/** A fault in the data, found and perhaps mended. */
export const dataIssue = defineEntity(
  'data_issue',
  'record',
  {
    entity: text(),
    record_id: text(),
    check: text(),
    found_at: instant(),
    fixed_at: instant(),
    fix_minutes: number(),
    owner_id: reference('user'),
  },
  { begins: 'found_at' },
);
