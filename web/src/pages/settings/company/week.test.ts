import { describe, expect, it } from 'vitest';
import { hoursOf, isRight, weekOf } from './week.ts';

describe('working hours', () => {
  it.each([
    [{ 'mon-fri': '09:00-18:00' }],
    [{ 'mon-thu': '09:00-18:00', fri: '08:00-15:00' }],
    [{ mon: '09:00-18:00', 'wed-sun': '10:00-24:00' }],
    [{}],
  ])('%j come back as they were', (hours) => {
    expect(hoursOf(weekOf(hours))).toEqual(hours);
  });

  it('go over the end of the week', () => {
    expect(hoursOf(weekOf({ 'sat-mon': '10:00-14:00' }))).toEqual({ mon: '10:00-14:00', 'sat-sun': '10:00-14:00' });
  });

  it('close after they open', () => {
    expect(isRight(weekOf({ mon: '09:00-18:00' }))).toBe(true);
    expect(isRight([['18:00', '09:00'], null, null, null, null, null, null])).toBe(false);
    expect(isRight([['', '09:00'], null, null, null, null, null, null])).toBe(false);
  });
});
