import { describe, expect, it } from 'vitest';
import { changeFrom } from '../model/change.ts';
import {
  figureOf,
  formatAlike,
  formatChange,
  formatColumn,
  formatDifference,
  formatDistance,
  formatPeriod,
  formatRange,
  formatValue,
} from './format.ts';

const es = { locale: 'es-ES', currency: 'EUR' };
const en = { locale: 'en-GB', currency: 'GBP' };
/** Intl sets hard and narrow spaces. */
const spaced = (text: string): string => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

describe('formatValue', () => {
  it.each([
    [0.6315, 'rate', '63,2 %', '63.2%'],
    [10_005_534, 'money', '10.005.534 €', '£10,005,534'],
    [12.5, 'money', '12,50 €', '£12.50'],
    [1515.4, 'money', '1515 €', '£1,515'],
    [0, 'money', '0 €', '£0'],
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
  it.each([
    // Value before, value now, unit.
    [0.2, 0.231, 'rate', '+3,1 p. p.', '+3.1 pp'],
    [-40, -10, 'score', '+30 puntos', '+30 points'],
    [-10, 5, 'score', '+15 puntos', '+15 points'],
    [0, -1, 'score', '-1 punto', '-1 point'],
    [20, 53.846, 'score', '+33,8 puntos', '+33.8 points'],
    [3.9, 4.2, 'score', '+0,3 puntos', '+0.3 points'],
    [3.94, 3.9, 'score', '-0,04 puntos', '-0.04 points'],
    [7, 7, 'score', '0 puntos', '0 points'],
    [0.2, 0.12, 'correlation', '−0,08', '−0.08'],
    [-100, 50, 'money', '+150 €', '+£150'],
    [0, 2500, 'money', '+2500 €', '+£2,500'],
    [1000, 876, 'money', '-12,4 %', '-12.4%'],
    [0, 3, 'count', '+3', '+3'],
    [4, 3, 'days', '-25 %', '-25%'],
  ])('tells what goes from %d to %d of %s as %s and %s', (before, now, unit, spanish, english) => {
    const { change, relative } = changeFrom(before, now, unit);
    expect(spaced(formatChange(change ?? 0, relative, unit, es))).toBe(spanish);
    expect(spaced(formatChange(change ?? 0, relative, unit, en))).toBe(english);
  });
  it('gives no share of what has none, whatever it is handed', () => {
    expect(spaced(formatChange(0.018, 0.03, 'rate', es))).toBe('+1,8 p. p.');
    expect(spaced(formatChange(33.8, 1.692, 'score', es))).toBe('+33,8 puntos');
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

describe('figureOf', () => {
  it.each([
    [412_600, 'money', 'es-ES', { before: '', figure: '412,6', after: 'mil €' }],
    [57.72, 'money', 'en-GB', { before: '€', figure: '57.72', after: '' }],
    [-0.138, 'rate', 'es-ES', { before: '', figure: '-13,8', after: '%' }],
    [-0, 'count', 'es-ES', { before: '', figure: '0', after: '' }],
    [31.94, 'days', 'es-ES', { before: '', figure: '31,9', after: 'días' }],
  ])('takes %d in %s of %s apart', (value, unit, locale, parts) => {
    const { full: _, ...found } = figureOf(value, unit, { locale, currency: 'EUR' });
    expect(Object.fromEntries(Object.entries(found).map(([name, text]) => [name, spaced(text)]))).toEqual(parts);
  });
});

describe('formatColumn', () => {
  it('groups four digits too, so that digits stand below each other', () => {
    expect(spaced(formatColumn(1234.5, 'money', es))).toBe('1.234,50 €');
    expect(spaced(formatColumn(1234.5, 'amount', es))).toBe('1.234,50');
    expect(formatColumn(4238, 'count', es)).toBe('4.238');
    expect(spaced(formatColumn(0.5, 'rate', es))).toBe('50,0 %');
  });
});

describe('formatDifference', () => {
  it('gives points for rates and the unit for the rest', () => {
    expect(spaced(formatDifference(-0.018, 'rate', es))).toBe('-1,8 p. p.');
    expect(spaced(formatDifference(-4, 'days', es))).toBe('−4 días');
    expect(spaced(formatDifference(22, 'money', es))).toBe('+22 €');
  });
});

describe('formatDistance', () => {
  it('tells how far apart, without a sign', () => {
    expect(spaced(formatDistance(0.018, 'rate', es))).toBe('1,8 p. p.');
    expect(spaced(formatDistance(1, 'score', es))).toBe('1 punto');
    expect(spaced(formatDistance(0, 'score', en))).toBe('0 points');
    expect(spaced(formatDistance(22, 'money', es))).toBe('22 €');
  });
});

describe('formatAlike', () => {
  const written = (values: readonly number[], unit: string, grouping: 'always' | 'auto' = 'auto') => {
    const alike = formatAlike(values, unit, es, grouping);
    return { values: values.map((value) => spaced(alike.value(value))), change: spaced(alike.difference(values[0] ?? 0)) };
  };
  it.each([
    ['money', [22_057, 0, 253.05], ['22.057 €', '0 €', '253 €'], '+22.057 €'],
    ['money', [12.5, 0, -253.05], ['12,50 €', '0,00 €', '-253,05 €'], '+12,50 €'],
    ['money', [12, 0], ['12 €', '0 €'], '+12 €'],
    ['rate', [1.348, 1], ['134,8 %', '100,0 %'], '+134,8 p. p.'],
    ['days', [-64.3, 60], ['-64,3 días', '60,0 días'], '-64,3 días'],
    ['score', [33.3, 30], ['33,3', '30,0'], '+33,3 puntos'],
    ['score', [0.04, 30], ['0', '30'], '0 puntos'],
    ['score', [-1, 30], ['-1', '30'], '-1 punto'],
    ['count', [2, 4], ['2', '4'], '+2'],
  ])('gives all figures of %s %j as many decimals: %j', (unit, values, expected, change) => {
    expect(written(values, unit)).toEqual({ values: expected, change });
  });
  it('groups four digits where they stand below each other', () => {
    expect(written([1515, 22_057], 'money', 'always').values).toEqual(['1.515 €', '22.057 €']);
    expect(written([1515, 22_057], 'money').values).toEqual(['1515 €', '22.057 €']);
  });
});

describe('formatRange', () => {
  const write = (value: number): string => value.toLocaleString('es-ES').replace('-', '−');
  it('joins bounds by a dash, and by words where a minus sign would stand beside it', () => {
    expect(formatRange([88, 94], write, es)).toBe('88–94');
    expect(formatRange([0, 3], write, es, ' – ')).toBe('0 – 3');
    expect(formatRange([-0.32, -0.09], write, es)).toBe('de −0,32 a −0,09');
    expect(formatRange([-2, 4], write, en)).toBe('−2 to 4');
  });
});
