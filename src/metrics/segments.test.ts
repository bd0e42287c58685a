import { describe, expect, test } from 'vitest';
import { type Segment, segmentSchema } from '../model/segment.ts';
import type { Catalog } from './catalog.ts';
import { checkSegment, findSegment, reachableSegments, segmentConditions } from './segments.ts';
import { testCatalog } from './testing/catalog.ts';

const segment = (given: object): Segment => segmentSchema.parse(given);
const large = segment({ of: 'account', where: ['industry=hotel', 'city=Vigo'] });
const best = segment({ of: 'account', rfm: 'champions' });
const customers = segment({ of: 'account', stage: 'customer' });
const catalog = (more: Partial<Catalog> = {}): Catalog => testCatalog({ stated: { segments: { large, best, customers } }, ...more });
const without = (dataset: string): Catalog => catalog({ rows: (name) => (name === dataset ? 0 : 100) });
const refused = (code: string, more: object = {}) => expect.objectContaining({ code, ...more });
const asks = (...names: string[]) => names.map((value) => ({ dimension: 'segment', op: '=' as const, value }));

test('is found by its name; an unknown one is told those that there are', () => {
  expect(findSegment('large', catalog())).toEqual(large);
  expect(() => findSegment('toString', catalog())).toThrowError(
    refused('unknown_segment', { where: '--where', found: 'toString', expected: 'large, best, customers' }),
  );
  expect(() => findSegment('x', testCatalog())).toThrowError(refused('unknown_segment', { expected: '–' }));
});

describe('its conditions', () => {
  test('as a query would have them', () => {
    expect(segmentConditions('large', large, catalog())).toEqual([
      { dimension: 'industry', op: '=', value: 'hotel' },
      { dimension: 'city', op: '=', value: 'Vigo' },
    ]);
    expect(segmentConditions('best', best, catalog())).toEqual([]);
  });

  test('on what its entity has not are refused, with what it has', () => {
    const wrong = segment({ of: 'account', where: ['industry=hotel', 'colour=red'] });
    expect(() => segmentConditions('mine', wrong, catalog())).toThrowError(
      refused('segment_dimension', {
        where: 'cuadro.yaml (segments.mine)',
        found: 'colour',
        expected: expect.stringContaining('industry'),
        params: { entity: 'account' },
      }),
    );
  });
});

describe('without its data', () => {
  test('scores want orders, a stage of life wants accounts that have one', () => {
    expect(() => checkSegment('best', best, without('order'))).toThrowError(
      refused('segment_unavailable', { where: 'cuadro.yaml (segments.best)', found: 'rfm', expected: 'order.ordered_at' }),
    );
    expect(() => checkSegment('customers', customers, without('account_stage_span'))).toThrowError(
      refused('segment_unavailable', { found: 'stage', expected: 'lead | opportunity | contract | order' }),
    );
    for (const [name, one] of Object.entries({ large, best, customers })) expect(() => checkSegment(name, one, catalog())).not.toThrow();
    expect(() => checkSegment('best', best, without('account_stage_span'))).not.toThrow();
    expect(() => checkSegment('customers', customers, without('order'))).not.toThrow();
    expect(() => checkSegment('x', segment({ of: 'account', where: ['colour=red'] }), catalog())).toThrowError(
      refused('segment_dimension'),
    );
  });
});

describe('those that a question names', () => {
  test('each once, by whatever leads from the rows to their records', () => {
    const where = [...asks('large', 'best', 'large'), { dimension: 'stage', op: '=' as const, value: 'Demo' }];
    expect(reachableSegments(where, ['opportunity', 'account'], 'x', catalog()).map(([name]) => name)).toEqual(['large', 'best']);
    expect(reachableSegments([], ['opportunity'], 'x', catalog())).toEqual([]);
  });

  test('are refused where nothing leads there, where they are unknown, and where their data lack', () => {
    expect(() => reachableSegments(asks('large'), ['opportunity', 'exchange_rate'], 'kpi x', catalog())).toThrowError(
      refused('segment_unreachable', { where: 'kpi x', found: 'large', expected: 'account', params: { entity: 'account' } }),
    );
    expect(() => reachableSegments(asks('none'), ['opportunity'], 'x', catalog())).toThrowError(refused('unknown_segment'));
    expect(() => reachableSegments(asks('best'), ['opportunity'], 'x', without('order'))).toThrowError(refused('segment_unavailable'));
  });
});
