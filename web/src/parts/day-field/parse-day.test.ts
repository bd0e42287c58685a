import { expect, it } from 'vitest';
import { parseDay, writeDay } from './parse-day.ts';

it.each([
  ['21/11/2026', 'es-ES', '2026-11-21'],
  ['1-3-24', 'es-ES', '2024-03-01'],
  ['11/21/2026', 'en-US', '2026-11-21'],
  ['2026-11-21', 'es-ES', '2026-11-21'],
  ['31/02/2026', 'es-ES', null],
  ['29/02/2024', 'es-ES', '2024-02-29'],
  ['13/13/2026', 'es-ES', null],
  ['ayer', 'es-ES', null],
  ['', 'es-ES', null],
])('reads %s in %s as %s', (text, locale, day) => {
  expect(parseDay(text, locale)).toBe(day);
});

it('writes what it reads', () => {
  for (const locale of ['es-ES', 'es-CL', 'en-US', 'en-GB']) expect(parseDay(writeDay('2026-03-09', locale), locale)).toBe('2026-03-09');
});
