import { describe, expect, test } from 'vitest';
import type { Catalog } from '../catalog.ts';
import { testCatalog } from '../testing/catalog.ts';
import { reachableDimensions, resolvePath } from './path.ts';

const catalog: Catalog = testCatalog({
  custom: (dataset) =>
    new Map(dataset === 'account' ? [['zona.norte', 'text'] as const] : dataset === 'order' ? [['signed', 'date'] as const] : []),
});
const hop = (field: string, entity: string) => ({ field, entity });
/** Where a path leads: the references on the way, and the field. */
const leads = (dataset: string, path: string, preferBase = false): string | null => {
  const found = resolvePath(dataset, path, catalog, preferBase);
  return found && [...found.hops.map(({ field }) => field), `${found.dataset}.${found.column}`].join(' → ');
};

describe('a path leads', () => {
  test('to a field of the row, with its type', () => {
    expect(resolvePath('opportunity', 'amount', catalog)).toEqual({ hops: [], dataset: 'opportunity', column: 'amount', type: 'money' });
    expect(leads('opportunity', 'colour')).toBeNull();
    expect(leads('opportunity', '')).toBeNull();
  });

  test('to the record that a reference names: its id, or a field of it, however far', () => {
    expect(resolvePath('order', 'owner', catalog)).toEqual({ hops: [], dataset: 'order', column: 'owner_id', type: 'reference' });
    expect(resolvePath('order', 'owner.team', catalog)).toEqual({
      hops: [hop('owner_id', 'user')],
      dataset: 'user',
      column: 'team',
      type: 'text',
    });
    expect(leads('order_line', 'order.account.owner.team')).toBe('order_id → account_id → owner_id → user.team');
    expect(leads('order_line', 'order_id.account_id.country')).toBe('order_id → account_id → account.country');
    expect(leads('order', 'status.team')).toBeNull();
    expect(leads('order', 'owner.colour')).toBeNull();
  });

  test('to the connection, where the row has no field of that name', () => {
    expect(resolvePath('order', 'source', catalog)).toEqual({ hops: [], dataset: 'order', column: '_source', type: 'text' });
    expect(leads('order', 'account.source')).toBe('account_id → account._source');
    expect(leads('lead', 'source')).toBe('lead.source');
  });

  test('to a column of a source’s own, dots in its name or not', () => {
    expect(resolvePath('order', 'custom.signed', catalog)).toEqual({ hops: [], dataset: 'order', column: 'custom.signed', type: 'date' });
    expect(leads('order', 'account.custom.zona.norte')).toBe('account_id → account.custom.zona.norte');
    expect(leads('order', 'custom.zona.norte')).toBeNull();
    expect(leads('order', 'custom')).toBeNull();
  });

  test('by the row’s own name before a field', () => {
    expect(leads('order', 'order.status')).toBe('order.status');
    expect(leads('order', 'order.account.country')).toBe('account_id → account.country');
    expect(leads('order', 'order')).toBeNull();
    expect(leads('order', 'ticket.status')).toBeNull();
    // A reference of that name is found first by the rest of the path, then by all of it.
    expect(leads('account', 'account.country')).toBe('account.country');
  });

  test('no dataset of that name: the catalogue’s fault, not the asker’s', () => {
    expect(() => resolvePath('nothing', 'x', catalog)).toThrowError(
      expect.objectContaining({ code: 'unknown_dataset', blame: 'internal', found: 'nothing' }),
    );
    expect(() => reachableDimensions('nothing', catalog)).toThrowError(expect.objectContaining({ code: 'unknown_dataset' }));
  });
});

describe('a dataset made from others lends the fields of the record it stands for', () => {
  test('where it has none of its own', () => {
    expect(leads('opportunity_span', 'type')).toBe('opportunity_id → opportunity.type');
    expect(leads('opportunity_span', 'opportunity.type')).toBe('opportunity_id → opportunity.type');
    expect(leads('opportunity_span', 'account.country')).toBe('opportunity_id → account_id → account.country');
    expect(leads('opportunity_span', 'opportunity_span.stage')).toBe('opportunity_span.stage');
    expect(leads('opportunity_span', 'stage')).toBe('opportunity_span.stage');
    expect(leads('opportunity_span', 'opportunity')).toBe('opportunity_span.opportunity_id');
    expect(leads('opportunity_span', 'colour')).toBeNull();
    // Without such a record there is nothing to lend.
    expect(leads('field_span', 'type')).toBeNull();
  });

  test('and, asked as things stand, also where it has', () => {
    expect(leads('opportunity_span', 'stage', true)).toBe('opportunity_id → opportunity.stage');
    expect(leads('opportunity_span', 'owner.team', true)).toBe('opportunity_id → owner_id → user.team');
    expect(leads('opportunity_span', 'before_status', true)).toBe('opportunity_span.before_status');
    expect(leads('order', 'status', true)).toBe('order.status');
  });

  test('but not for what it says of itself', () => {
    // The campaign that a deal is put down to is not the one that its record names.
    expect(leads('attribution', 'campaign', true)).toBe('attribution.campaign_id');
    expect(leads('attribution', 'campaign_id', true)).toBe('attribution.campaign_id');
    expect(leads('attribution', 'campaign.name', true)).toBe('campaign_id → campaign.name');
    expect(leads('attribution', 'owner.team', true)).toBe('opportunity_id → owner_id → user.team');
    expect(leads('attribution', 'closed_at', true)).toBe('opportunity_id → opportunity.closed_at');
  });
});

describe('dimensions to choose from', () => {
  const of = (dataset: string) => reachableDimensions(dataset, catalog);

  test('are fields by which one groups, the row’s and those of the records one reference away', () => {
    const order = of('order');
    expect(order).toEqual(expect.arrayContaining(['status', 'is_return', 'currency', 'owner.team', 'account.country', 'contact.country']));
    // Amounts and times are no groups; ids and connections tell nobody anything; nobody asks for more than one reference.
    for (const none of [
      'amount',
      'ordered_at',
      'account_id',
      'account',
      'id',
      '_source',
      'owner.id',
      'account.owner.team',
      'account.credit_limit',
    ])
      expect(order).not.toContain(none);
    expect(of('invoice')).not.toContain('issued_on');
    expect(of('ticket')).toContain('transfer_count');
    expect(of('order_line')).toContain('quantity');
  });

  test('of what is personal only names', () => {
    const order = of('order');
    expect(order).toContain('owner.name');
    for (const none of ['owner.email', 'contact.email', 'account.tax_id', 'account.phone']) expect(order).not.toContain(none);
  });

  test('with the columns of a source’s own', () => {
    expect(of('order')).toEqual(expect.arrayContaining(['custom.signed', 'account.custom.zona.norte']));
    expect(of('lead')).not.toContain('custom.signed');
  });

  test('without the marks of records that do not count', () => {
    expect(of('order').filter((name) => /(delete_kind|merged_into_id|is_test)$/.test(name))).toEqual([]);
  });

  test('of a dataset made from others, those of the record it stands for too, each once', () => {
    const spans = of('opportunity_span');
    expect(spans).toEqual(expect.arrayContaining(['stage', 'before_status', 'type', 'competitor', 'account.country', 'campaign.channel']));
    expect(new Set(spans).size).toBe(spans.length);
    // No row of it stands for one record.
    expect(of('field_span')).toEqual(['entity', 'record_id', 'field', 'value']);
  });

  test('all lead somewhere', () => {
    for (const dataset of ['order', 'opportunity_span', 'ticket', 'cost_day', 'user'])
      for (const path of of(dataset)) expect(leads(dataset, path), `${dataset} by ${path}`).not.toBeNull();
  });
});
