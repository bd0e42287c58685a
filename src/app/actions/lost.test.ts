import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Company, loadCompany } from '../../warehouse/testing/company.ts';
import { type LostRecord, lostRecords } from './lost.ts';

const deal = (id: string, product_id: string, account_id: string) => ({
  id,
  account_id,
  product_id,
  status: 'lost',
  created_at: '2026-01-02',
  closed_at: '2026-03-31',
  amount: 1000,
  lost_reason: 'Plazo',
});

/** One order and its delivery, so many days after. */
const delivered = (product_id: string, on: string, days: number, index: number) => {
  const id = `${product_id}-${on}-${index}`;
  const ordered = Temporal.PlainDate.from(on).subtract({ days }).toString();
  return {
    order: { id, account_id: 'a', ordered_at: ordered, status: 'completed', amount: 1 },
    delivery: { id, order_id: id, product_id, delivered_at: on },
  };
};
const then = [10, 30, 20, 40, 90, 50].map((days, index) => delivered('p1', '2026-03-10', days, index));
const now = [4, 6, 2, 8, 5].map((days, index) => delivered('p1', '2026-06-10', days, index));
const few = [4, 6, 2, 8].map((days, index) => delivered('p2', '2026-06-10', days, index));

describe('what the data say of lost deals since', () => {
  let company: Company;
  let found: ReadonlyMap<string, LostRecord>;

  beforeAll(async () => {
    const all = [...then, ...now, ...few];
    company = await loadCompany(
      'duckdb',
      {
        opportunity: [deal('o1', 'p1', 'a'), deal('o2', 'p2', 'b')],
        product: [
          { id: 'p1', name: 'Caldera', price: 900 },
          { id: 'p2', name: 'Bomba', price: 500, currency: 'USD' },
        ],
        order: all.map(({ order }) => order),
        delivery: all.map(({ delivery }) => delivery),
        demand_signal: [
          { id: 'd1', account_id: 'a', occurred_at: '2026-04-01', product_name: 'Antes' },
          { id: 'd2', account_id: 'a', occurred_at: '2026-05-02', product_name: 'Suelo radiante' },
          { id: 'd3', account_id: 'a', occurred_at: '2026-05-02', product_name: 'Aerotermia' },
          { id: 'd4', account_id: 'a', occurred_at: '2026-08-01', product_name: 'Después' },
        ],
        field_change: [
          { id: 'f1', entity: 'product', record_id: 'p1', field: 'price', changed_at: '2026-05-01', old_value: '1200', new_value: '900' },
          { id: 'f2', entity: 'product', record_id: 'p1', field: 'price', changed_at: '2026-02-01', old_value: '1000', new_value: '1200' },
          { id: 'f3', entity: 'product', record_id: 'p2', field: 'price', changed_at: '2026-05-01', old_value: '700', new_value: '500' },
        ],
      },
      { exportedAt: '2026-06-30' },
    );
    const { dialect, catalog, query } = company;
    const records = await lostRecords({ dialect, catalog, run: query }, { from: '2026-01-01', until: '2026-06-30' });
    found = new Map(records.map((one) => [one.id, one]));
  }, 60_000);
  afterAll(() => company.close());

  test('of an even number of deliveries the median is between the two in the middle, of an odd one the middle one, of fewer than five there is none', () => {
    // 10 20 30 40 50 90; 2 4 5 6 8.
    expect(found.get('o1')).toMatchObject({ leadTimeThen: 35, leadTimeNow: 5 });
    expect(found.get('o2')).toMatchObject({ leadTimeThen: null, leadTimeNow: null });
  });

  test('of several things on the last day the first by name is told, and nothing of what came after', () => {
    expect(found.get('o1')?.lastIn).toEqual({ kind: 'demand', on: '2026-05-02', what: 'Aerotermia' });
    expect(found.get('o2')?.lastIn).toBeNull();
  });

  test('a price is that of the day it was lost; one in another currency is no price', () => {
    expect(found.get('o1')).toMatchObject({ priceThen: 1200, priceNow: 900 });
    expect(found.get('o2')).toMatchObject({ priceThen: null, priceNow: null });
  });
});
