import { describe, expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';
import type { World } from './open.ts';

const then = (world: World, company: Awaited<ReturnType<typeof loadCompany>>) => ({ ...company, relation: world.relation });

describe.each(engineNames)('worlds in %s', (engine) => {
  test('as of a day: what happened later has not', async () => {
    const company = await loadCompany(
      engine,
      {
        opportunity: [
          { id: 'later', status: 'open', created_at: '2024-03-02' },
          { id: 'always', status: 'open' },
          // 23:30 UTC is half past midnight of the next day in Madrid.
          { id: 'midnight', status: 'open', created_at: '2024-03-01T23:30:00Z' },
          {
            id: 'won',
            status: 'won',
            created_at: '2024-02-01',
            closed_at: '2024-03-05',
            lost_reason: null,
            expected_close_on: '2024-06-01',
          },
          { id: 'lost', status: 'lost', created_at: '2024-02-01', closed_at: '2024-03-05', lost_reason: 'price' },
          { id: 'before', status: 'lost', created_at: '2024-02-01', closed_at: '2024-03-01', lost_reason: 'price' },
          {
            id: 'deleted',
            status: 'open',
            created_at: '2024-02-01',
            deleted_at: '2024-03-02',
            delete_kind: 'merged',
            merged_into_id: 'won',
          },
        ],
        quote: [
          {
            id: 'q',
            status: 'accepted',
            created_at: '2024-02-01',
            sent_at: '2024-02-02',
            decided_at: '2024-03-02',
            valid_until: '2024-04-01',
          },
        ],
        contract: [
          { id: 'k', account_id: 'a', started_at: '2024-01-01', ends_at: '2024-12-31', cancelled_at: '2024-03-02', cancel_reason: 'x' },
        ],
        order: [{ id: 'o', account_id: 'b', ordered_at: '2024-03-02' }],
        lead: [
          { id: 'converted', status: 'converted', created_at: '2024-02-01', qualified_at: '2024-02-10', converted_at: '2024-03-02' },
          { id: 'working', status: 'working', created_at: '2024-02-01' },
        ],
        ticket: [
          { id: 'closed', status: 'closed', opened_at: '2024-02-01', closed_at: '2024-03-02' },
          { id: 'resolved', status: 'resolved', opened_at: '2024-02-01', resolved_at: '2024-03-01' },
        ],
        exchange_rate: [{ id: 'r', from_currency: 'USD', to_currency: 'EUR', on: '2024-03-02', rate: 1 }],
      },
      { reads: ['customer_span', 'opportunity_span', 'rate_day'], exportedAt: '2024-04-30' },
    );
    const world = then(await company.world({ asOf: '2024-03-01' }), company);
    const columns = ['id', 'status', 'closed_at', 'lost_reason', 'expected_close_on', 'deleted_at', 'delete_kind', 'merged_into_id'];
    expect(await rowsOf(world, 'opportunity', columns)).toEqual([
      ['always', 'open', null, null, null, null, null, null],
      ['before', 'lost', '2024-03-01', 'price', null, null, null, null],
      ['deleted', 'open', null, null, null, null, null, null],
      ['lost', 'open', null, null, null, null, null, null],
      ['won', 'open', null, null, '2024-06-01', null, null, null],
    ]);
    expect((await company.query(`select closed_at, closed_at_day from ${world.relation('opportunity')} where id = 'won'`))[0]).toEqual({
      closed_at: null,
      closed_at_day: null,
    });
    expect(await rowsOf(world, 'quote', ['id', 'status', 'decided_at', 'valid_until'])).toEqual([['q', 'sent', null, '2024-04-01']]);
    expect(await rowsOf(world, 'lead', ['id', 'status', 'converted_at'])).toEqual([
      ['converted', null, null],
      ['working', 'working', null],
    ]);
    expect(await rowsOf(world, 'ticket', ['id', 'status', 'closed_at'])).toEqual([
      ['closed', 'open', null],
      ['resolved', 'resolved', null],
    ]);
    expect(await rowsOf(world, 'customer_span', ['account_id', 'valid_to', 'cancel_reason'])).toEqual([['a', '2024-12-31', null]]);
    expect(await rowsOf(world, 'opportunity_span', ['opportunity_id', 'status', 'valid_from', 'valid_to'])).toEqual([
      ['always', 'open', '2024-04-30T21:59:59Z', null],
      ['before', 'lost', '2024-03-01', null],
      ['before', 'open', '2024-02-01', '2024-03-01'],
      ['deleted', 'open', '2024-02-01', null],
      ['lost', 'open', '2024-02-01', null],
      ['won', 'open', '2024-02-01', null],
    ]);
    expect(await rowsOf(world, 'rate_day', ['day'])).toEqual([]);
    const { catalog } = await company.world({ asOf: '2024-03-01' });
    expect(catalog.watermark('opportunity')).toEqual({ instant: '2024-03-01T22:59:59Z', lastCompleteDay: '2024-03-01' });
    expect([catalog.rows('opportunity'), catalog.rows('order'), catalog.rows('lead')]).toEqual([5, 0, 2]);
    expect(company.catalog.watermark('opportunity')).toEqual({ instant: '2024-04-30T21:59:59Z', lastCompleteDay: '2024-04-30' });
    expect(catalog.dataVersion('opportunity')).not.toBe(company.catalog.dataVersion('opportunity'));
    await company.close();
  });

  test('as of a day: changed fields read what they read', async () => {
    const of = (field: string) => ({ entity: 'opportunity', record_id: 'a', field });
    const company = await loadCompany(
      engine,
      {
        opportunity: [
          {
            id: 'a',
            status: 'won',
            created_at: '2024-01-01',
            closed_at: '2024-03-10',
            amount: 300,
            stage: 'C',
            expected_close_on: '2024-03-10',
            'custom.tier': 'gold',
          },
          { id: 'b', status: 'open', created_at: '2024-01-01', amount: 7, stage: 'C', 'custom.tier': 'gold' },
        ],
        field_change: [
          { id: '1', ...of('amount'), old_value: '100', new_value: '200', changed_at: '2024-02-01' },
          { id: '2', ...of('amount'), old_value: '200', new_value: '300', changed_at: '2024-03-05' },
          { id: '3', ...of('stage'), old_value: 'A', new_value: 'B', changed_at: '2024-03-02T10:00:00Z' },
          { id: '4', ...of('stage'), old_value: 'B', new_value: 'C', changed_at: '2024-03-02T11:00:00Z' },
          { id: '5', ...of('expected_close_on'), old_value: '2024-05-01', new_value: '2024-03-10', changed_at: '2024-03-05' },
          { id: '6', ...of('custom.tier'), old_value: 'silver', new_value: 'gold', changed_at: '2024-03-05' },
          { id: '7', ...of('no such field'), old_value: 'x', new_value: 'y', changed_at: '2024-03-05' },
          { id: '8', ...of('owner_id'), old_value: 'u', new_value: null, changed_at: '2024-03-05', deleted_at: '2024-03-06' },
        ],
      },
      { reads: ['customer_span', 'opportunity_span', 'rate_day'] },
    );
    const columns = ['id', 'status', 'amount', 'stage', 'expected_close_on', 'custom.tier', 'owner_id'];
    const read = async (asOf: string) => rowsOf(then(await company.world({ asOf }), company), 'opportunity', columns);
    expect(await read('2024-01-31')).toEqual([
      ['a', 'open', 100, 'A', '2024-05-01', 'silver', null],
      ['b', 'open', 7, 'C', null, 'gold', null],
    ]);
    expect((await read('2024-03-02'))[0]).toEqual(['a', 'open', 200, 'C', '2024-05-01', 'silver', null]);
    expect((await read('2024-03-05'))[0]).toEqual(['a', 'open', 300, 'C', '2024-03-10', 'gold', null]);
    expect((await read('2024-03-10'))[0]).toEqual(['a', 'won', 300, 'C', '2024-03-10', 'gold', null]);
    const world = then(await company.world({ asOf: '2024-03-02' }), company);
    expect(await rowsOf(world, 'opportunity_span', ['opportunity_id', 'valid_from', 'amount', 'stage'])).toEqual([
      ['a', '2024-01-01', 100, 'A'],
      ['a', '2024-02-01', 200, 'A'],
      ['a', '2024-03-02T10:00:00Z', 200, 'B'],
      ['a', '2024-03-02T11:00:00Z', 200, 'C'],
      ['b', '2024-01-01', 7, 'C'],
    ]);
    const { catalog } = await company.world({ asOf: '2024-03-02' });
    expect([catalog.hasHistory('opportunity', 'amount'), catalog.hasHistory('opportunity', 'expected_close_on')]).toEqual([true, false]);
    expect([...catalog.custom('opportunity')]).toEqual([['tier', 'text']]);
    await company.close();
  });

  test('known at a day: what had landed', async () => {
    const company = await loadCompany(
      engine,
      { opportunity: [{ id: 'a', status: 'open', amount: 1, created_at: '2024-01-01', 'custom.tier': 'x' }] },
      {
        reads: ['customer_span', 'opportunity_span', 'rate_day'],
        landedOn: '2024-02-01',
        batches: [
          {
            landedOn: '2024-03-01',
            given: {
              opportunity: [
                { id: 'a', status: 'open', amount: 2, created_at: '2024-01-01' },
                { id: 'b', status: 'open', created_at: '2024-02-15' },
              ],
            },
          },
          {
            landedOn: '2024-04-01',
            given: {
              opportunity: [{ id: 'a', status: 'won', amount: 3, created_at: '2024-01-01', closed_at: '2024-03-20' }],
              order: [{ id: 'o', account_id: 'x', ordered_at: '2024-03-25' }],
            },
          },
        ],
      },
    );
    const read = async (dates: { asOf?: string; knownAt?: string }) => {
      const world = await company.world(dates);
      return { rows: await rowsOf(then(world, company), 'opportunity', ['id', 'status', 'amount', 'custom.tier']), world };
    };
    const january = await read({ knownAt: '2024-01-31' });
    expect(january.rows).toEqual([]);
    expect(january.world.catalog.watermark('opportunity')).toBeNull();
    const february = await read({ knownAt: '2024-02-01' });
    expect(february.rows).toEqual([['a', 'open', 1, 'x']]);
    expect(february.world.catalog.watermark('opportunity')?.lastCompleteDay).toBe('2024-01-01');
    expect(february.world.catalog.rows('order')).toBe(0);
    const march = await read({ knownAt: '2024-03-31' });
    expect(march.rows).toEqual([
      ['a', 'open', 2, null],
      ['b', 'open', null, null],
    ]);
    expect((await read({ knownAt: '2024-04-01' })).rows).toEqual([
      ['a', 'won', 3, null],
      ['b', 'open', null, null],
    ]);
    expect((await read({ knownAt: '2024-04-01', asOf: '2024-02-01' })).rows).toEqual([['a', 'open', 3, null]]);
    expect(
      await rowsOf(then((await read({ knownAt: '2024-03-31' })).world, company), 'opportunity_span', ['opportunity_id', 'status']),
    ).toEqual([
      ['a', 'open'],
      ['b', 'open'],
    ]);
    await company.close();
  });
});
