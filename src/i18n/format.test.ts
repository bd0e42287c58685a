import { describe, expect, it } from 'vitest';
import { formatChange, formatPeriod, formatValue } from './format.ts';

const es = { locale: 'es-ES', currency: 'EUR' };
const en = { locale: 'en-GB', currency: 'GBP' };
/** Intl sets hard and narrow spaces. */
const spaced = (text: string): string => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

describe('formatValue', () => {
  it.each([
    [0.6315, 'rate', '63,2 %', '63.2%'],
    [10_005_534, 'money', '10.005.534 €', '£10,005,534'],
    [12.5, 'money', '12,50 €', '£12.50'],
    [54.77, 'days', '54,8 días', '54.8 days'],
    [1, 'hours', '1 hora', '1 hour'],
    [4238, 'count', '4238', '4,238'],
    [-12.3, 'score', '-12,3', '-12.3'],
  ])('writes %d %s as %s and %s', (value, unit, spanish, english) => {
    expect(spaced(formatValue(value, unit, es))).toBe(spanish);
    expect(spaced(formatValue(value, unit, en))).toBe(english);
  });
});

describe('formatChange', () => {
  it('gives points for rates and per cent for the rest', () => {
    expect(spaced(formatChange(0.018, 0.03, 'rate', es))).toBe('+1,8 p. p.');
    expect(spaced(formatChange(-120, -0.124, 'money', es))).toBe('-12,4 %');
    expect(spaced(formatChange(3, null, 'count', en))).toBe('+3');
  });
});

describe('formatPeriod', () => {
  it.each([
    [{ start: '2026-01-01', end: '2026-01-31' }, 'month', 'ene 2026', 'Jan 2026'],
    [{ start: '2026-04-01', end: '2026-06-30' }, 'quarter', 'T2 2026', 'Q2 2026'],
    [{ start: '2026-01-01', end: '2026-12-31' }, 'year', '2026', '2026'],
    [{ start: '2026-01-05', end: '2026-01-05' }, 'day', '5 ene 2026', '5 Jan 2026'],
  ])('names %o by %s', (period, grain, spanish, english) => {
    expect(formatPeriod(period, grain, es)).toBe(spanish);
    expect(formatPeriod(period, grain, en)).toBe(english);
  });

  it('gives both ends of a clipped month', () => {
    const text = spaced(formatPeriod({ start: '2026-01-10', end: '2026-01-31' }, 'month', en));
    expect(text).toContain('10');
    expect(text).toContain('31');
  });
});
