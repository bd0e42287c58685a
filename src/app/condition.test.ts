import { expect, it } from 'vitest';
import { parseCondition } from './condition.ts';

it.each([
  ['owner.name=Ana', { dimension: 'owner.name', op: '=', value: 'Ana' }],
  ['amount>=1000', { dimension: 'amount', op: '>=', value: '1000' }],
  ['amount<=-1', { dimension: 'amount', op: '<=', value: '-1' }],
  ['stage!=Won', { dimension: 'stage', op: '!=', value: 'Won' }],
  ['region=', { dimension: 'region', op: '=', value: null }],
  ['region!=', { dimension: 'region', op: '!=', value: null }],
  ['name=a=b, c', { dimension: 'name', op: '=', value: 'a=b, c' }],
  ['custom.my column=x', { dimension: 'custom.my column', op: '=', value: 'x' }],
  ['segment=VIP', { dimension: 'segment', op: '=', value: 'VIP' }],
])('reads %s', (text, expected) => {
  expect(parseCondition(text)).toEqual(expected);
});

it.each(['', 'owner', '=x', 'a>5', 'a<5', 'amount>='])('refuses %j', (text) => {
  expect(() => parseCondition(text)).toThrow('condition_invalid');
});
