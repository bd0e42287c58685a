import { expect, test } from 'vitest';
import { wayTo } from './way-to.ts';

test('the entity’s own rows are the records themselves, whatever they refer to', () => {
  expect(wayTo('account', 'account')).toBe('account');
  // A deal may have a parent, and is not its record.
  expect(wayTo('opportunity', 'opportunity')).toBe('opportunity');
});

test('the shortest way from a row to its record', () => {
  expect(wayTo('opportunity', 'account')).toBe('account');
  expect(wayTo('order_line', 'account')).toBe('order.account');
  expect(wayTo('order_line', 'campaign')).toBe('order.opportunity.campaign');
  // A lead has no account but that of its conversion.
  expect(wayTo('lead', 'account')).toBe('converted_account');
  // The deal that it is about has a campaign too: what the row itself names comes first.
  expect(wayTo('attribution', 'campaign')).toBe('campaign');
});

test('of equally short ones the first declared', () => {
  // By its contact, or by its lead’s conversion.
  expect(wayTo('touch', 'account')).toBe('contact.account');
});

test('none beyond three references, none where nothing leads there', () => {
  expect(wayTo('payment', 'opportunity')).toBe('invoice.order.opportunity');
  // invoice.order.opportunity.product: four.
  expect(wayTo('payment', 'product')).toBeNull();
  expect(wayTo('exchange_rate', 'account')).toBeNull();
  expect(wayTo('user', 'account')).toBeNull();
  expect(wayTo('opportunity', 'invoice')).toBeNull();
  expect(wayTo('nothing', 'account')).toBeNull();
});
