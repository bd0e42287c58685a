import { defineDerived } from '../entity.ts';
import { boolean, instant, integer, number, oneOf, reference, text } from '../field.ts';

/**
 * The live accounts, contacts and leads that look like another of their entity and source, one row a record: by tax number,
 * domain, e-mail, phone and names that resemble (`src/quality/duplicates`). Records of one `group_id` are likely one.
 *
 * `ordinal` counts in order of entry: those after the first are the surplus. `survivor_id` is the record to keep (most fields filled, then
 * first entered). `score`, from 0.8 to 1, is the record's best link to another; `group_score` the weakest of its group's. It is a
 * scale of certainty, not a probability. `reasons` are what the record shares, in alphabetical order with spaces between.
 */
export const duplicateGroup = defineDerived(
  'duplicate_group',
  'fact',
  { from: ['account', 'contact', 'lead'] },
  {
    entity: oneOf(['account', 'contact', 'lead']),
    group_id: text(),
    record_id: text(),
    created_at: instant(),
    owner_id: reference('user'),
    ordinal: integer(),
    size: integer(),
    survivor_id: text(),
    is_survivor: boolean(),
    score: number(),
    group_score: number(),
    reasons: text(),
  },
);
