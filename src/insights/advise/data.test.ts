import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { kpis } from '../../kpis/catalogue.ts';
import type { Bilingual } from '../../kpis/kpi.ts';
import { companions } from './companions.ts';
import { goals } from './goals.ts';
import { overlaps } from './overlaps.ts';
import { packs } from './packs.ts';
import { questions, themes } from './questions.ts';
import { roles } from './roles.ts';
import { swaps } from './swaps.ts';

const file = new URL('../../../../shared/spec/kpis.json', import.meta.url);
const required = existsSync(file)
  ? new Set(
      z
        .array(z.object({ slug: z.string() }))
        .parse(JSON.parse(readFileSync(file, 'utf8')))
        .map(({ slug }) => slug),
    )
  : null;

/** Every KPI that advice names, by who names it. */
const named: readonly (readonly [string, readonly string[]])[] = [
  ...[...goals.values()].map(({ id, kpis: list, avoid }) => [`goal ${id}`, [...list, ...avoid].map(({ kpi }) => kpi)] as const),
  ...[...packs.values()].map(({ id, kpis: list }) => [`pack ${id}`, list.map(({ kpi }) => kpi)] as const),
  ...[...roles.values()].map(({ id, kpis: list }) => [`role ${id}`, list.map(({ kpi }) => kpi)] as const),
  ...[...questions.values()].map(({ id, outcome }) => [`question ${id}`, outcome.kpis.map(({ kpi }) => kpi)] as const),
  ...swaps.map(({ activity, progress }) => [`swap ${activity}`, [activity, progress]] as const),
  ...companions.map(({ kpi, with: beside }) => [`companions ${kpi}`, [kpi, ...beside]] as const),
  ...overlaps.map(({ kpi, better }) => [`overlap ${kpi}`, [kpi, better]] as const),
];

describe.each(named)('%s', (_, ids) => {
  test.skipIf(!required)('names KPIs of the requirements', () => {
    // Those that the requirements do not list say so with a null reference.
    expect(ids.filter((id) => !required?.has(id) && kpis.get(id)?.ref !== null)).toEqual([]);
  });

  test('names KPIs of the catalogue, each once', () => {
    expect(ids.filter((id) => !kpis.has(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

const sets: readonly (readonly [string, readonly string[]])[] = [
  ...[...goals.values()].map(({ id, kpis: list }) => [`the goal ${id}`, list.map(({ kpi }) => kpi)] as const),
  ...[...packs.values()].map(({ id, kpis: list }) => [`the pack ${id}`, list.map(({ kpi }) => kpi)] as const),
  ...[...roles.values()].map(({ id, kpis: list }) => [`the board of ${id}`, list.map(({ kpi }) => kpi)] as const),
];

test.each(sets)('%s has what announces, what results and what fails', (_, ids) => {
  const progress = ids.flatMap((id) => kpis.get(id) ?? []).filter(({ nature }) => nature !== 'activity');
  expect(progress.some(({ timing }) => timing === 'leading')).toBe(true);
  expect(progress.some(({ timing }) => timing === 'lagging')).toBe(true);
  expect(progress.some(({ nature }) => nature === 'failure')).toBe(true);
});

test.each([...packs.values(), ...roles.values()])('$id is short, and no mere activity is on it without its progress', ({ kpis: list }) => {
  expect(list.length).toBeLessThanOrEqual(12);
  const ids = list.map(({ kpi }) => kpi);
  for (const id of ids) {
    const kpi = kpis.get(id);
    if (kpi?.nature === 'activity' && kpi.partner !== null) expect(ids).toContain(kpi.partner);
  }
});

test('the board of direction shows all three classes of metrics', () => {
  const bands = new Set(roles.get('direction')?.kpis.flatMap(({ kpi }) => kpis.get(kpi)?.band ?? []));
  expect(bands).toEqual(new Set(['business', 'adoption', 'perception']));
});

test('the swaps are the six of the source text, and the catalogue knows them as partners', () => {
  expect(swaps).toHaveLength(6);
  for (const { activity, progress } of swaps) {
    expect(kpis.get(activity)?.partner).toBe(progress);
    expect(kpis.get(activity)?.nature).toBe('activity');
  }
});

test('questions lead to goals that there are, one theme after the other', () => {
  expect(themes.map(({ id }) => id)).toEqual([
    'pipeline',
    'activity',
    'complaints',
    'unconverted',
    'orders',
    'receivables',
    'people',
    'delivery',
  ]);
  for (const { outcome } of questions.values()) {
    expect(outcome.goals.length).toBeGreaterThan(0);
    for (const goal of outcome.goals) expect(goals.has(goal), goal).toBe(true);
  }
  expect(questions.size).toBe(themes.flatMap((theme) => theme.questions).length);
});

test('everything is said in both languages', () => {
  const texts: readonly Bilingual[] = [
    ...[...goals.values()].flatMap(({ name, kpis: list, avoid }) => [name, ...[...list, ...avoid].map(({ why }) => why)]),
    ...[...packs.values()].flatMap(({ kpis: list }) => list.map(({ why }) => why)),
    ...[...roles.values()].flatMap(({ kpis: list }) => list.map(({ why }) => why)),
    ...[...questions.values()].flatMap(({ text, outcome }) => [text, ...outcome.kpis.map(({ why }) => why)]),
    ...[...swaps, ...companions, ...overlaps].map(({ why }) => why),
  ];
  for (const { es, en } of texts) {
    expect(es.trim()).not.toBe('');
    expect(en.trim()).not.toBe('');
    expect(es).not.toBe(en);
  }
});
