import { expect, test } from 'vitest';
import { type TargetToTell, tellTarget } from './targets.ts';

const es = { locale: 'es-ES', currency: 'EUR' };
const en = { locale: 'en-GB', currency: 'EUR' };
const target: TargetToTell = {
  ...{ name: 'Cobertura', unit: 'ratio', direction: 'band', kind: 'level', state: 'reached', certain: true, gone: 1 },
  ...{ value: null, low: 3, high: 4.5, actual: 3.8, due: null, end: null, needed: null },
};

test('a range, or one end of it, is told as such; a value as what was to be reached, or not to be passed', () => {
  expect(tellTarget(target, 'es', es)).toBe('Cobertura: meta cumplida, 3,8 (meta: de 3 a 4,5).');
  expect(tellTarget({ ...target, state: 'missed', actual: 5, high: null }, 'en', en)).toBe(
    'Cobertura: outside the target, 5 (target: at least 3).',
  );
  const value = { ...target, value: 4, low: null, high: null };
  expect(tellTarget(value, 'es', es)).toBe('Cobertura: meta cumplida, 3,8 de 4.');
  expect(tellTarget({ ...value, direction: 'down' }, 'es', es)).toBe('Cobertura: meta cumplida, 3,8 con un tope de 4.');
  const running = { ...target, kind: 'flow', state: 'on_course', gone: 0.5, actual: 2, due: 1.9 };
  expect(tellTarget(running, 'es', es)).toBe(
    'Cobertura: va camino de cumplirse. Lleva 2 (meta: de 3 a 4,5), y por estas fechas tocaban 1,9.',
  );
});

test('a pace that would do and is not expected to last is told as one', () => {
  const leads: TargetToTell = {
    ...{ name: 'Leads', unit: 'count', direction: 'up', kind: 'flow', state: 'off_course', certain: true, gone: 0.83 },
    ...{ value: 2100, low: null, high: null, actual: 1757, due: null },
    end: { value: 1984, inner: [1854, 2114], chance: 0.126 },
    needed: { rest: 343, perDay: 7.8, usual_per_day: 8.3 },
  };
  expect(tellTarget(leads, 'es', es)).toContain(' Bastaría con 7,8 por día laborable y hasta ahora han sido 8,3, pero de lo que queda');
  const behind = { ...leads, needed: { rest: 343, perDay: 9, usual_per_day: 8.3 } };
  expect(tellTarget(behind, 'en', en)).toContain(' 9 per working day is needed; so far it has been 8.3.');
  const ahead = { ...leads, end: { value: 2200, inner: [2000, 2400] as const, chance: 0.8 } };
  expect(tellTarget(ahead, 'es', es)).toContain(' Hacen falta 7,8 por día laborable; hasta ahora, 8,3.');
});
