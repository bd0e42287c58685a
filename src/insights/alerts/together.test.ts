import { describe, expect, test } from 'vitest';
import { type Judged, only } from './judged.ts';
import { chanceAmong, corrected, testsAMonth } from './together.ts';

const breach = (p: number | null): Judged => ({ ...only('breach', 1, 100), p });
const quiet = (p: number): Judged => ({ ...only('clear', 1, 100), p });
const monthly = (judged: Judged) => ({ judged, perMonth: 1 });

describe('which of many tests are told', () => {
  test('one chance in forty tells alone, not among forty', () => {
    expect(corrected([monthly(breach(0.025))])[0]?.sign).toBe('breach');
    const among = corrected([monthly(breach(0.025)), ...Array.from({ length: 39 }, () => monthly(quiet(0.5)))]);
    expect(among[0]?.sign).toBe('near');
  });

  test('the limit among forty tests a month is at most 0.8 false alarms: 0.8 / 40', () => {
    expect(chanceAmong(40)).toBeCloseTo(0.02, 12);
    const others = Array.from({ length: 39 }, () => monthly(quiet(0.5)));
    expect(corrected([monthly(breach(0.0199)), ...others])[0]?.sign).toBe('breach');
    expect(corrected([monthly(breach(0.0201)), ...others])[0]?.sign).toBe('near');
  });

  test('a weekly rule counts as the tests that it makes a month', () => {
    expect(testsAMonth([{ perMonth: 4.35 }, { perMonth: 1 / 3 }])).toBeCloseTo(4.683, 3);
    const weeks = Array.from({ length: 10 }, () => ({ judged: quiet(0.5), perMonth: 4.35 }));
    expect(corrected([{ judged: breach(0.018), perMonth: 4.35 }, ...weeks])[0]?.sign).toBe('near');
  });

  test('where much is wrong at once, less sure ones are told too: Benjamini and Hochberg at one in five', () => {
    // Of 40, ten at 0.001: the eleventh at 0.03 is below 0.2·11/40 = 0.055; alone it would not be told.
    const many = [...Array.from({ length: 10 }, () => breach(0.001)), breach(0.03), ...Array.from({ length: 29 }, () => quiet(0.5))];
    expect(corrected(many.map(monthly))[10]?.sign).toBe('breach');
    expect(corrected([breach(0.03), ...Array.from({ length: 39 }, () => quiet(0.5))].map(monthly))[0]?.sign).toBe('near');
  });

  test('a fact needs no chance, and what is clear stays so', () => {
    const [fact, clear] = corrected([monthly(breach(null)), monthly(quiet(0.0001))]);
    expect(fact?.sign).toBe('breach');
    expect(clear?.sign).toBe('clear');
  });
});
