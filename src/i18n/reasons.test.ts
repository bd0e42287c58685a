import { expect, it } from 'vitest';
import { reasons } from '../metrics/result/reasons.ts';
import { reasonWords } from './reasons.ts';

it.each(Object.values(reasons))('has words for %s in both languages', (code) => {
  expect(reasonWords([code], 'es')).not.toBe(code);
  expect(reasonWords([code], 'en')).not.toBe(reasonWords([code], 'es'));
});

it('names the fields that are missing', () => {
  expect(reasonWords(['order.amount', 'order.account_id', 'small_sample'], 'es')).toBe(
    'falta order.amount, order.account_id, muestra pequeña',
  );
});
