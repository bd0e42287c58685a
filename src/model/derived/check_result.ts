import { defineDerived } from '../entity.ts';
import { date, integer, oneOf, text } from '../field.ts';

/** The entities whose records are checked for KPIs: those that KPIs stand on most. */
export const checkedEntities = [
  'account',
  'contact',
  'lead',
  'opportunity',
  'quote',
  'order',
  'contract',
  'invoice',
  'ticket',
  'activity',
  'delivery',
] as const;

/**
 * How many live records a check of `src/quality/checks.ts` looked at and how many passed, by entity, field and the month (its first
 * day) in which the records begin: their business start, else when they were made or last changed; null where none is known. A check that
 * none of a source's records passes for want of the field is left out: what a source never fills is not asked of it. Overdue is
 * judged at the day up to which the source reaches.
 */
export const checkResult = defineDerived(
  'check_result',
  'fact',
  { from: [...checkedEntities, 'user', 'campaign', 'product', 'order_line'], times: checkedEntities },
  {
    entity: text(),
    field: text(),
    check: text(),
    aspect: oneOf(['validity', 'completeness', 'consistency', 'timeliness']),
    month: date(),
    checked: integer(),
    passed: integer(),
    failed: integer(),
  },
);
