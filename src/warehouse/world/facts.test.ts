import { describe, expect, test } from 'vitest';
import { type DatasetFacts, factsAfter, noFacts } from './facts.ts';

const facts = (parts: Partial<DatasetFacts>): DatasetFacts => ({ ...noFacts, onlySource: 'crm', ...parts });
const before = facts({ rows: 10, filled: { id: 10, amount: 4 }, currencies: ['EUR'] });

describe('facts after a change', () => {
  test('counts go by what went and came; a column that was not there begins at none', () => {
    const gone = facts({ rows: 2, filled: { id: 2, amount: 1 } });
    const came = facts({ rows: 5, filled: { id: 5, amount: 3, 'custom.x': 1 } });
    expect(factsAfter(before, { gone, came })).toEqual({ ...before, rows: 13, filled: { id: 13, amount: 6, 'custom.x': 1 } });
  });

  test('a currency or a connection may come; where the last of one may have gone, the rows must be asked', () => {
    const dollars = facts({ rows: 1, currencies: ['USD'] });
    const euros = facts({ rows: 1, currencies: ['EUR'] });
    expect(factsAfter(before, { gone: noFacts, came: dollars })?.currencies).toEqual(['EUR', 'USD']);
    expect(factsAfter(before, { gone: euros, came: euros })?.currencies).toEqual(['EUR']);
    expect(factsAfter(before, { gone: euros, came: dollars })).toBeNull();
    const shop = facts({ rows: 1, onlySource: 'shop' });
    expect(factsAfter(before, { gone: noFacts, came: shop })?.onlySource).toBeNull();
    expect(factsAfter(before, { gone: facts({ rows: 1 }), came: shop })).toBeNull();
    const several = { ...before, onlySource: null };
    expect(factsAfter(several, { gone: noFacts, came: shop })?.onlySource).toBeNull();
    expect(factsAfter(several, { gone: shop, came: noFacts })).toBeNull();
  });

  test('of histories the same holds', () => {
    const own = facts({ rows: 9, histories: ['lead.status'] });
    const row = (name: string) => facts({ rows: 1, histories: [name] });
    expect(factsAfter(own, { gone: noFacts, came: row('ticket.owner_id') })?.histories).toEqual(['lead.status', 'ticket.owner_id']);
    expect(factsAfter(own, { gone: row('lead.status'), came: noFacts })).toBeNull();
  });

  test('of a dataset that was or becomes empty nothing is told', () => {
    expect(factsAfter(noFacts, { gone: noFacts, came: before })).toBeNull();
    expect(factsAfter(before, { gone: before, came: noFacts })).toBeNull();
  });
});
