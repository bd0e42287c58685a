import { expect, test } from 'vitest';
import { formatFor } from './writing.ts';

const place = { locale: 'es-ES', currency: 'USD', timezone: 'Europe/Madrid' };
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f\u2060]/g, ' ');

test('amounts are divided by what one of the currency shown is worth in the company’s; nothing else is', () => {
  // A dollar at 0.80 €: 200 € are 250 $.
  const format = formatFor('es', { ...place, worth: 0.8 });
  expect(plain(format.value(200, 'money'))).toBe('250 US$');
  expect(plain(format.column(200, 'money'))).toContain('250');
  expect(plain(format.difference(-200, 'money'))).toContain('250 US$');
  expect(plain(format.change(-200, null, 'money'))).toContain('250');
  expect(format.figure(200, 'money').figure).toBe('250');
  expect(format.alike([200, 100], 'money').value(100)).toContain('125');
  expect(format.shown(200, 'money')).toBe(250);
  for (const unit of ['count', 'days', 'rate'] as const) expect(format.shown(200, unit)).toBe(200);
  expect(plain(format.value(200, 'count'))).toBe('200');
  expect(plain(formatFor('es', place).value(200, 'money'))).toBe('200 US$');
});
