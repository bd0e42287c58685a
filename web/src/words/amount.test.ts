import { expect, test } from 'vitest';
import { readAmount, writeAmount } from './amount.ts';

test('reads numbers as the country writes them, and nothing else', () => {
  expect(readAmount('1.200.000,5', 'es-ES')).toBe(1_200_000.5);
  expect(readAmount('1200000', 'es-ES')).toBe(1_200_000);
  expect(readAmount('−3,25 %', 'es-ES')).toBe(-3.25);
  expect(readAmount('1,200.5', 'en-GB')).toBe(1200.5);
  for (const wrong of ['', '1.5', 'mil', '1,2,3', '--1']) expect(readAmount(wrong, 'es-ES')).toBeNull();
});

test('writes rates as percentages', () => {
  expect(writeAmount(0.365, 'rate', 'es-ES')).toBe('36,5');
  expect(writeAmount(1_200_000, 'money', 'en-GB')).toBe('1200000');
});
