import { defineDerived } from '../entity.ts';
import { instant, integer, oneOf, reference } from '../field.ts';
import { rfmClasses } from '../segment.ts';

/**
 * How recently, how often and how much an account has bought, as scores from 1 to 5 made at the end of each calendar month that its
 * source's orders reach; they hold from then until the next month's differ. Empty unless a segment of the settings asks for `rfm`.
 *
 * Scored at the end of a month is each account with a sale (an order that is not cancelled and no return) within `rfm.months` calendar
 * months, that month the last. Recency is the day of its last sale, frequency the number of its sales within those months, amount
 * their sum in the workspace's currency at the rate of each sale's day (an amount or a rate that is not known counts as nothing).
 * The score is 1 + ⌊5 · w / n⌋, where n accounts of all sources are scored and w of them are strictly worse: 5 when at least 80 % are,
 * and equals always score the same. `class` is that of recency and the mean of the other two, halves up (`src/model/segment.ts`).
 *
 * `valid_from` is the first day of the month after: whatever happens on a day finds scores that know nothing of it, and the close of
 * a month, being the beginning of the next, finds that month's own.
 */
export const accountRfm = defineDerived(
  'account_rfm',
  'span',
  { from: ['order', 'exchange_rate', 'rate_day'], standsOn: ['order'], times: ['order'], base: 'account_id' },
  {
    account_id: reference('account'),
    recency: integer(),
    frequency: integer(),
    amount: integer(),
    class: oneOf([...rfmClasses]),
    valid_from: instant(),
    valid_to: instant(),
  },
);
