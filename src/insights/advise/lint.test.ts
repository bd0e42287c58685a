import { describe, expect, test } from 'vitest';
import { lintSelection, primaryLimit } from './lint.ts';
import { swaps } from './swaps.ts';
import { catalogueOf, kpiLike } from './testing/kpi.ts';

const sound = [
  kpiLike('announces', { timing: 'leading' }),
  kpiLike('results', { timing: 'lagging' }),
  kpiLike('fails', { timing: 'lagging', nature: 'failure' }),
];
const soundIds = sound.map(({ id }) => id);
const codes = (ids: readonly string[], kpis: Parameters<typeof lintSelection>[1]) => lintSelection(ids, kpis).map(({ code }) => code);

test('a set that announces, results and fails is sound', () => {
  expect(lintSelection(soundIds, catalogueOf(...sound))).toEqual([]);
});

test('an empty set, or one of KPIs that there are not, says so and nothing else', () => {
  expect(codes([], catalogueOf())).toEqual(['nothing_chosen']);
  expect(codes(['elsewhere'], catalogueOf())).toEqual(['nothing_chosen']);
});

test.each([
  ['announces', 'no_leading'],
  ['results', 'no_lagging'],
  ['fails', 'no_failure'],
])('without what %s: %s', (left, code) => {
  const failing = kpiLike('fails', { timing: 'leading', nature: 'failure' });
  const list = left === 'results' ? [sound[0] ?? failing, failing] : sound.filter(({ id }) => id !== left);
  expect(
    codes(
      list.map(({ id }) => id),
      catalogueOf(...list),
    ),
  ).toEqual([code]);
});

describe('the six swaps of activity for progress', () => {
  test.each(swaps)('$activity alone asks for $progress', ({ activity, progress, why }) => {
    const kpis = catalogueOf(...sound, kpiLike(activity, { nature: 'activity', partner: progress }), kpiLike(progress));
    expect(lintSelection([...soundIds, activity], kpis)).toEqual([
      { code: 'activity_without_progress', severity: 'warning', kpis: [activity], instead: [progress], why, count: 1 },
    ]);
    expect(lintSelection([...soundIds, activity, progress], kpis)).toEqual([]);
  });

  test('an activity with another partner, or only guards, is asked for those', () => {
    const kpis = catalogueOf(
      ...sound,
      kpiLike('sent', { nature: 'activity', partner: 'effect' }),
      kpiLike('answered', { nature: 'activity', guards: ['results', 'sent'] }),
    );
    expect(lintSelection(['announces', 'fails', 'sent', 'answered'], kpis).map(({ kpis: about, instead }) => [about, instead])).toEqual([
      [['sent'], ['effect']],
      [['answered'], ['results']],
    ]);
  });
});

describe('what must not stand alone', () => {
  test.each(['calls_per_agent', 'avg_handle_time'])('%s needs satisfaction or loyalty beside it', (id) => {
    const kpis = catalogueOf(...sound, ...[id, 'csat', 'fcr', 'repeat_purchase_rate'].map((one) => kpiLike(one)));
    const [found, ...others] = lintSelection([...soundIds, id], kpis);
    expect(found).toMatchObject({ code: 'stands_alone', severity: 'error', kpis: [id] });
    expect(others).toEqual([]);
    expect(found?.instead).toContain('csat');
    expect(codes([...soundIds, id, 'csat'], kpis)).toEqual([]);
    expect(codes([...soundIds, id, 'repeat_purchase_rate'], kpis)).toEqual([]);
    // Solved at once is not satisfied.
    expect(codes([...soundIds, id, 'fcr'], kpis)).toContain('stands_alone');
  });

  test('awareness needs reputation', () => {
    const kpis = catalogueOf(...sound, kpiLike('brand_awareness'), kpiLike('nps'));
    expect(codes([...soundIds, 'brand_awareness'], kpis)).toEqual(['stands_alone']);
    expect(codes([...soundIds, 'brand_awareness', 'nps'], kpis)).toEqual([]);
  });
});

test('two that say the same are one too many', () => {
  const kpis = catalogueOf(...sound, kpiLike('close_rate'), kpiLike('opportunity_conversion_rate'));
  expect(codes([...soundIds, 'close_rate', 'opportunity_conversion_rate'], kpis)).toEqual(['same_thing']);
});

test(`more than ${primaryLimit} are too many, companions apart`, () => {
  const many = Array.from({ length: 10 }, (_, index) => kpiLike(`k${index}`));
  const kpis = catalogueOf(...sound, ...many);
  const ids = [...kpis.keys()];
  expect(lintSelection(ids, kpis)).toMatchObject([{ code: 'too_many', count: 13 }]);
  expect(lintSelection(ids, kpis, ids.slice(1))).toEqual([]);
});
