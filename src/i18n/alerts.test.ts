import { expect, it } from 'vitest';
import { type RuleToTell, tellRule } from './alerts.ts';
import type { Writer } from './format.ts';

const es: Writer = { locale: 'es-ES', currency: 'EUR' };
const en: Writer = { locale: 'en-GB', currency: 'EUR' };
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const rule: RuleToTell = {
  kpi: 'NPS',
  unit: 'score',
  direction: 'up',
  scope: null,
  each: null,
  grain: 'quarter',
  condition: { kind: 'change', against: 'previous', side: 'fall', by: 12, in: 'unit' },
  leastSample: null,
  breaches: 1,
  reading: null,
};

it.each([
  ['score', 12, 'unit', 'baje más de 12 puntos respecto', 'falls by more than 12 points on'],
  ['score', 1, 'unit', 'baje más de 1 punto respecto', 'falls by more than 1 point on'],
  ['score', 0.1, 'share', 'baje más de 10 % de su valor respecto', 'falls by more than 10% of its value on'],
  ['rate', 0.02, 'unit', 'baje más de 2 p. p. respecto', 'falls by more than 2 pp on'],
  ['rate', 0.1, 'share', 'baje más de 10 % de su valor respecto', 'falls by more than 10% of its value on'],
  ['money', 500, 'unit', 'baje más de 500 € respecto', 'falls by more than €500 on'],
  ['money', 0.1, 'share', 'baje más de 10 % respecto', 'falls by more than 10% on'],
  ['days', 2, 'unit', 'baje más de 2 días respecto', 'falls by more than 2 days on'],
])('says whether a change of %s by %d (%s) is points or a share', (unit, by, measure, spanish, english) => {
  const told = { ...rule, unit, condition: { ...rule.condition, by, in: measure } };
  expect(plain(tellRule(told, 'es', es))).toBe(`Avísame cuando «NPS» ${spanish} al trimestre anterior.`);
  expect(plain(tellRule(told, 'en', en))).toBe(`Tell me when “NPS” ${english} the quarter before.`);
});

it('says of what a share of a target is, where it could be read as points', () => {
  const told = (unit: string): RuleToTell => ({ ...rule, unit, condition: { kind: 'target', by: 0.05 } });
  expect(plain(tellRule(told('rate'), 'es', es))).toBe('Avísame cuando «NPS» no llegue a su meta por más de un 5 % de la propia meta.');
  expect(plain(tellRule(told('score'), 'en', en))).toBe('Tell me when “NPS” misses its target by more than 5% of the target itself.');
  expect(plain(tellRule(told('money'), 'es', es))).toBe('Avísame cuando «NPS» no llegue a su meta por más de un 5 %.');
});
