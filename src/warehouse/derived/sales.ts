import type { DerivedContext } from './context.ts';
import { isLive, momentOf } from './moment.ts';

/** What an order must be to be a sale: live, not cancelled (an unknown status counts), not a return, with a time. */
export const isSale = (order: string): string =>
  `${isLive(order)} and coalesce(${order}.status, '') <> 'cancelled' and coalesce(${order}.is_return, false) = false and ${order}.ordered_at is not null`;

/** The sales of accounts: _source, order_id, account_id, amount, currency and the moment ordered_at. */
export const salesSql = ({ dialect, relation }: DerivedContext): string =>
  `select o._source, o.id as order_id, o.account_id, o.amount, o.currency, ${momentOf(dialect, 'o', 'ordered_at', 'ordered_at')}
  from ${relation('order')} as o
  where ${isSale('o')} and o.account_id is not null`;
