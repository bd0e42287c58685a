import type { Dictionary } from './dictionary.ts';

export const englishOrders: Dictionary = {
  name: 'english: orders',
  entities: {
    order: {
      tables: 'order, sales order, purchase, sale, transaction, customer order, sales transaction',
      columns: {
        id: 'order id, sales order id, order no, order number, invoice no, transaction id, order key, purchase id, sale id',
        status: 'status, order status, state, fulfillment status',
        ordered_at:
          'ordered at, order date, purchase date, sale date, date, effective date, invoice date, transaction date, order time, purchased at, date of order, activated date',
        amount:
          'amount, total amount, grand total, total, order total, order amount, revenue, sales amount, net total, sales, total price, turnover, price',
        cost: 'cost, cogs, total cost, cost of goods sold',
        is_return: 'is return, return, is reduction order, is refund, returned',
        owner_id: 'owner id, owner, sales order owner, sold by, seller, seller id',
        account_id: 'account id, customer id, customer, client id, customerid, customer key, buyer id',
      },
      values: {
        status: {
          Open: 'open',
          Created: 'open',
          Draft: 'open',
          Approved: 'open',
          Activated: 'open',
          Pending: 'open',
          Processing: 'open',
          Shipped: 'open',
          Completed: 'completed',
          Complete: 'completed',
          Delivered: 'completed',
          Fulfilled: 'completed',
          Closed: 'completed',
          Cancelled: 'cancelled',
          Canceled: 'cancelled',
          Void: 'cancelled',
        },
      },
    },
    order_line: {
      tables:
        'order line, order item, sales order line, sales order line item, order line item, sales line, order detail, order product, basket line',
      columns: {
        product_id: 'product id, product, product name, sku, stock code, item id, product code',
        quantity: 'quantity, qty, units, amount ordered, quantity ordered',
        unit_price: 'unit price, price, item price, list price, sales price',
        amount: 'amount, total, line total, net total, total price, subtotal, line amount',
        cost: 'cost, line cost, cogs',
      },
    },
    delivery: {
      tables: 'delivery, shipment, shipping, fulfilment, fulfillment, dispatch',
      columns: {
        promised_at_first: 'promised at first, original due date, first promised date, original promise date, original delivery date',
        promised_at:
          'promised at, promised date, due date, estimated delivery date, expected delivery date, delivery due date, planned delivery date',
        delivered_at:
          'delivered at, delivery date, delivered date, actual delivery date, received at, delivered customer date, delivered on',
        quantity: 'quantity, qty, quantity ordered, units',
        delivered_quantity: 'delivered quantity, quantity delivered, qty delivered',
      },
    },
    contract: {
      tables: 'contract, subscription, agreement, service contract, membership, policy',
      columns: {
        started_at: 'started at, start date, contract start date, start, effective date, begin date, activated at, valid from',
        ends_at: 'ends at, end date, contract end date, expiration date, expires at, valid to, cancel at, valid until',
        renewal_due_on: 'renewal due on, renewal date, current period end, next renewal, renewal due date',
        renewed_at: 'renewed at, renewed on, renewal done on, renewed date',
        cancelled_at: 'cancelled at, canceled at, cancellation date, cancel date, churned at, terminated at, cancelled on',
        cancel_reason: 'cancel reason, cancellation reason, churn reason, reason',
        amount: 'amount, mrr, monthly charges, monthly amount, recurring amount, price, contract value, fee',
        period: 'period, billing period, billing frequency, interval, contract term, billing cycle',
        previous_id:
          'previous id, previous contract id, previous contract, previous subscription, previous subscription id, renewal of, renewed from',
      },
    },
    invoice: {
      tables: 'invoice, bill, sales invoice',
      columns: {
        id: 'invoice id, invoice number, bill id, invoice no',
        number: 'number, invoice number, invoice no, bill number',
        status: 'status, invoice status, payment status, state',
        issued_on: 'issued on, invoice date, issue date, date, billing date, date issued',
        due_on: 'due on, due date, payment due date, date due',
        amount: 'amount, grand total, total, total amount, amount due, invoice amount, invoice total, net total',
        balance: 'balance, balance due, amount remaining, outstanding, open amount, open balance',
        paid_at: 'paid at, payment date, paid date, date paid, paid on',
        commission_rate: 'commission rate, commission',
      },
      values: {
        status: {
          Draft: 'draft',
          Created: 'open',
          Approved: 'open',
          Sent: 'open',
          Open: 'open',
          Delivered: 'open',
          Overdue: 'open',
          'Partially paid': 'open',
          Unpaid: 'open',
          Paid: 'paid',
          Void: 'void',
          Cancelled: 'void',
          Canceled: 'void',
          Uncollectible: 'void',
        },
      },
    },
    payment: {
      tables: 'payment, receipt, cash receipt, charge, collection',
      columns: {
        paid_at: 'paid at, payment date, date, paid on, received at, payment time, paid date, created',
        amount: 'amount, payment amount, amount received, amount paid, total, paid amount',
      },
    },
    exchange_rate: {
      tables: 'exchange rate, currency rate, fx rate, fx, rate, dated conversion rate',
      columns: {
        from_currency: 'from currency, from, base, base currency, source currency, iso code',
        to_currency: 'to currency, to, quote currency, target currency',
        on: 'on, date, day, rate date, start date',
        rate: 'rate, exchange rate, value, conversion rate, fx rate',
      },
    },
  },
};
