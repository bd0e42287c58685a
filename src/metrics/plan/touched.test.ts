import { describe, expect, test } from 'vitest';
import type { DayRange } from '../../model/dialect.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { Catalog } from '../catalog.ts';
import { openSight, testCatalog } from '../testing/catalog.ts';
import { Rows } from './rows.ts';
import type { Change } from './scan.ts';
import { daysTouched, edgesTouched, periodsSince, periodsTouched } from './touched.ts';

const rowsOf = (dataset: string, facts: Partial<Catalog> = {}): Rows =>
  new Rows(dataset, { dialect: duckdbDialect, catalog: testCatalog(facts), attributes: 'then' });
const on = (...days: readonly string[]): readonly DayRange[] => days.map((day) => ({ start: day, end: day }));
const change = (dataset: string, days: Readonly<Record<string, readonly DayRange[]>>): Change => ({
  dataset,
  days: new Map(Object.entries(days)),
});
const [first, second, third] = ['2024-01-10', '2024-02-10', '2024-03-10'] as const;

describe('the days on which a change altered rows', () => {
  test('of the rows themselves: those of the time asked for', () => {
    const orders = rowsOf('order');
    const changed = change('order', { ordered_at: on(first), created_at: on(second) });
    expect(daysTouched(orders, changed, 'ordered_at')).toEqual(on(first));
    expect(daysTouched(orders, changed, 'updated_at')).toEqual([]);
  });

  test('none, where the rows do not read what changed', () => {
    expect(daysTouched(rowsOf('order'), change('ticket', { opened_at: on(first) }), 'ordered_at')).toEqual([]);
  });

  test('of rows that refer to a changed record: the days of those rows', () => {
    const orders = rowsOf('order');
    orders.value('account.country');
    const changed = change('account', {
      created_at: on(first),
      'order.account_id@ordered_at': on(second),
      'lead.account_id@ordered_at': on(third),
    });
    expect(daysTouched(orders, changed, 'ordered_at')).toEqual(on(second));
    expect(daysTouched(orders, changed, 'created_at')).toEqual([]);
  });

  test('of rows whose time is that of a record they refer to: its own days; and when the row changes, those on record under that path', () => {
    const lines = rowsOf('order_line');
    lines.day('order.ordered_at');
    expect(daysTouched(lines, change('order', { ordered_at: on(first), created_at: on(second) }), 'order.ordered_at')).toEqual(on(first));
    expect(daysTouched(lines, change('order_line', { 'order.ordered_at': on(third) }), 'order.ordered_at')).toEqual(on(third));
  });

  test('all, where a derived dataset takes its time from a record: no change of it tells those days', () => {
    const sequence = rowsOf('order_sequence');
    sequence.day('account.created_at');
    expect(daysTouched(sequence, change('order_sequence', { 'account.created_at': on(first) }), 'account.created_at')).toBe('all');
    expect(daysTouched(sequence, change('order_sequence', { ordered_at: on(first) }), 'ordered_at')).toEqual(on(first));
  });

  test('all, where the record lies two references away, or the time does', () => {
    const lines = rowsOf('order_line');
    lines.value('order.account.country');
    expect(daysTouched(lines, change('account', { created_at: on(first) }), 'created_at')).toBe('all');
    const dated = rowsOf('order_line');
    dated.day('order.account.created_at');
    for (const dataset of ['order_line', 'order', 'account'])
      expect(daysTouched(dated, change(dataset, { created_at: on(first) }), 'order.account.created_at')).toBe('all');
  });

  test('all, where rows with a time of one record read another, that changed', () => {
    const lines = rowsOf('order_line');
    lines.day('order.ordered_at');
    lines.value('product.name');
    expect(daysTouched(lines, change('product', { created_at: on(first) }), 'order.ordered_at')).toBe('all');
  });

  test('of rows that read a rate: the days of the rates that changed, by the time at which they are read', () => {
    const orders = rowsOf('order');
    orders.rate('r."currency"', 'ordered_at');
    const changed = change('rate_day', { day: on(second) });
    expect(daysTouched(orders, changed, 'ordered_at')).toEqual(on(second));
    expect(daysTouched(orders, changed, 'created_at')).toBe('all');
    orders.rate('r."currency"', 'created_at');
    expect(daysTouched(orders, changed, 'ordered_at')).toBe('all');
  });

  test('all, where the way is neither a reference nor a day: business hours, earlier values', () => {
    const tickets = rowsOf('ticket');
    tickets.businessDay(tickets.day('opened_at'));
    expect(daysTouched(tickets, change('business_day', { day: on(first) }), 'opened_at')).toBe('all');
    const deals = rowsOf('opportunity', { hasHistory: (_, field) => field === 'stage' });
    deals.dimension('stage', { kind: 'event', at: 'created_at' });
    expect(daysTouched(deals, change('field_span', { valid_from: on(first) }), 'created_at')).toBe('all');
  });

  test('a time is the same however a definition writes it', () => {
    const orders = rowsOf('order');
    orders.rate('r."currency"', 'order.ordered_at');
    expect(daysTouched(orders, change('order', { ordered_at: on(first) }), 'order.ordered_at')).toEqual(on(first));
    expect(daysTouched(orders, change('rate_day', { day: on(second) }), 'ordered_at')).toEqual(on(second));
    // A deal's span borrows the deal's own times.
    const spans = rowsOf('opportunity_span');
    spans.day('closed_at');
    expect(daysTouched(spans, change('opportunity', { closed_at: on(first), created_at: on(second) }), 'closed_at')).toEqual(on(first));
    expect(daysTouched(spans, change('opportunity_span', { valid_from: on(first) }), 'closed_at')).toBe('all');
  });

  test('all, where the time is a column of a source’s own: changes do not tell of it', () => {
    const custom = () => new Map([['signed', 'date'] as const]);
    const orders = rowsOf('order', { custom });
    expect(daysTouched(orders, change('order', { ordered_at: on(first) }), 'custom.signed')).toBe('all');
    expect(daysTouched(orders, change('order', { ordered_at: on(first) }), 'account.custom.signed')).toBe('all');
    expect(daysTouched(orders, change('ticket', { opened_at: on(first) }), 'custom.signed')).toEqual([]);
  });

  test('of a record of its own kind: its own days, and those of the rows that refer to it', () => {
    const accounts = rowsOf('account');
    accounts.value('parent.name');
    const changed = change('account', { created_at: on(first), 'account.parent_id@created_at': on(third) });
    expect(daysTouched(accounts, changed, 'created_at')).toEqual([...on(first), ...on(third)]);
  });

  test('all, where the change may say whose the rows are', () => {
    const sight = { ...openSight, rows: { kind: 'users', users: [{ source: 'crm', id: 'ana' }], receivables: true } } as const;
    const orders = rowsOf('order', { sight });
    expect(daysTouched(orders, change('account', { created_at: on(first) }), 'ordered_at')).toBe('all');
    expect(daysTouched(orders, change('order', { ordered_at: on(first) }), 'ordered_at')).toEqual(on(first));
    expect(daysTouched(orders, change('ticket', { opened_at: on(first) }), 'ordered_at')).toEqual([]);
  });
});

describe('the periods', () => {
  const months: readonly DayRange[] = [
    { start: '2024-01-01', end: '2024-01-31' },
    { start: '2024-02-01', end: '2024-02-29' },
    { start: '2024-03-01', end: '2024-03-31' },
  ];

  test('that hold a touched day, first and last days with them', () => {
    const touched = (...days: DayRange[]) => periodsTouched(rowsOf('order'), change('order', { ordered_at: days }), 'ordered_at', months);
    expect(touched({ start: '2024-02-10', end: '2024-02-12' })).toEqual([1]);
    expect(touched({ start: '2024-01-31', end: '2024-02-01' })).toEqual([0, 1]);
    expect(touched({ start: '2024-02-29', end: '2024-02-29' }, { start: '2024-03-31', end: '2024-04-30' })).toEqual([1, 2]);
    expect(touched({ start: '2024-04-01', end: '2024-05-01' })).toEqual([]);
    expect(touched({ start: '2023-01-01', end: '2025-01-01' })).toEqual([0, 1, 2]);
    expect(touched()).toEqual([]);
  });

  test('are all where the days are not known', () => {
    const lines = rowsOf('order_line');
    lines.value('order.account.country');
    expect(periodsTouched(lines, change('account', {}), 'created_at', months)).toBe('all');
  });

  test('that end on or after the first of some days', () => {
    expect(periodsSince(on('2024-03-05', '2024-02-29'), months)).toEqual([1, 2]);
    expect(periodsSince(on('2024-03-01'), months)).toEqual([2]);
    expect(periodsSince(on('2020-01-01'), months)).toEqual([0, 1, 2]);
    expect(periodsSince([], months)).toEqual([]);
  });
});

describe('what spans hold', () => {
  const deals = () => rowsOf('opportunity_span');

  test('changes where one begins otherwise and where one ends', () => {
    const began = change('opportunity_span', { valid_from: on(first, second), 'valid_from:began': on(second), valid_to: on(third) });
    expect(edgesTouched(deals(), began)).toEqual([...on(second), ...on(third)]);
    // Only its end changed: it begins as before.
    expect(edgesTouched(deals(), change('opportunity_span', { valid_from: on(first), valid_to: on(third) }))).toEqual(on(third));
    expect(edgesTouched(deals(), began, 'valid_from', null)).toEqual(on(second));
  });

  test('of an entity’s own times every change counts at both ends', () => {
    const quotes = rowsOf('quote');
    const changed = change('quote', { sent_at: on(first), decided_at: on(second), 'valid_from:began': on(third) });
    expect(edgesTouched(quotes, changed, 'sent_at', 'decided_at')).toEqual([...on(first), ...on(second)]);
    expect(edgesTouched(quotes, changed, 'sent_at', null)).toEqual(on(first));
    const derived = change('opportunity_span', { expected_close_on: on(first) });
    expect(edgesTouched(deals(), derived, 'expected_close_on', null)).toEqual(on(first));
  });

  test('of a record that spans refer to counts on both of their edges', () => {
    const spans = deals();
    spans.value('owner.team');
    const changed = change('user', {
      'opportunity_span.owner_id@valid_from': on(first),
      'opportunity_span.owner_id@valid_to': on(second),
    });
    expect(edgesTouched(spans, changed)).toEqual([...on(first), ...on(second)]);
  });

  test('are all to be asked anew where either edge is not known', () => {
    const spans = deals();
    spans.value('account.owner.name');
    expect(edgesTouched(spans, change('user', {}))).toBe('all');
    const dated = rowsOf('order_line');
    dated.day('order.ordered_at');
    expect(edgesTouched(dated, change('product', {}), 'order.ordered_at', 'created_at')).toEqual([]);
    dated.value('product.name');
    expect(edgesTouched(dated, change('product', {}), 'order.ordered_at', 'created_at')).toBe('all');
    expect(edgesTouched(dated, change('product', {}), 'created_at', 'order.ordered_at')).toBe('all');
    expect(edgesTouched(dated, change('product', {}), 'created_at', 'updated_at')).toEqual([]);
  });
});
