import type { Dictionary } from './dictionary.ts';

/** Stripe. Its `account` is the shop itself, not a customer. */
export const stripe: Dictionary = {
  name: 'stripe',
  entities: {
    account: {
      tables: 'customer',
      columns: { country: 'address country', city: 'address city', region: 'address state', tax_id: 'tax info tax id' },
    },
    contract: {
      tables: 'subscription',
      columns: {
        account_id: 'customer id',
        started_at: 'start date, start',
        ends_at: 'ended at, cancel at',
        renewal_due_on: 'current period end',
        cancelled_at: 'canceled at',
        amount: 'plan amount, amount',
        product_id: 'product id',
      },
    },
    invoice: {
      columns: {
        account_id: 'customer id',
        due_on: 'due date',
        amount: 'total, amount due',
        balance: 'amount remaining',
        issued_on: 'period start, created',
      },
    },
    payment: { tables: 'charge, payment intent', columns: { account_id: 'customer id', paid_at: 'created', amount: 'amount' } },
    product: { columns: { is_active: 'active' } },
  },
  ignored:
    'balance transaction, card, coupon, credit note, credit note line item, discount, dispute, fee, payment method, payment method card, payout, payout balance transaction, plan, price, refund, subscription discount, subscription history, subscription item, transfer, payment intent',
};
