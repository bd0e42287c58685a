import { expect, test } from 'vitest';
import { type Actor, guestActor, localActor } from '../rights/actor.ts';
import { UsageNotes } from './usage.ts';

const ana: Actor = { ...localActor, kind: 'user', id: 'ana' };
const notes = (operation: string, input: unknown, actor: Actor): boolean => {
  const usage = new UsageNotes();
  usage.note(operation, input, actor, '2026-07-15');
  return !usage.isEmpty;
};

test('looking is asking for a few KPIs by name', () => {
  expect(notes('board', { kpis: ['ces'] }, ana)).toBe(true);
  expect(notes('query', { kpis: ['ces', 'nps'] }, ana)).toBe(true);
  // A list of all is nobody's look at each.
  expect(notes('board', { kpis: [] }, ana)).toBe(false);
  expect(notes('board', { kpis: Array.from({ length: 13 }, (_, index) => `kpi_${index}`) }, ana)).toBe(false);
  expect(notes('forecast', { kpi: 'ces' }, ana)).toBe(false);
});

test('programs, guests and whoever sits at the machine look at nothing', () => {
  for (const actor of [localActor, guestActor, { ...ana, kind: 'key' as const }, { ...ana, kind: 'system' as const }])
    expect(notes('board', { kpis: ['ces'] }, actor)).toBe(false);
});
