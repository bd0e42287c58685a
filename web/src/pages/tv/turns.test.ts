import { expect, test } from 'vitest';
import { boardsIn, goalsOf } from './turns.ts';

test('boards come one after another, each once; nothing is the most urgent', () => {
  expect(boardsIn('')).toEqual(['']);
  expect(boardsIn('b1')).toEqual(['b1']);
  expect(boardsIn(',b1, goals:Ventas,b1')).toEqual(['', 'b1', 'goals:Ventas']);
});

test('goals are those of the company or of a team', () => {
  expect(goalsOf('goals')).toEqual({ team: null });
  expect(goalsOf('goals:Ventas')).toEqual({ team: 'Ventas' });
  expect(goalsOf('role:sales')).toBeNull();
  expect(goalsOf('')).toBeNull();
});
