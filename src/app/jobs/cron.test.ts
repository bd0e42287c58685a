import { describe, expect, it } from 'vitest';
import { isCron, lastPlanned, nextPlanned } from './cron.ts';

const madrid = 'Europe/Madrid';
const next = (pattern: string, moment: string) =>
  nextPlanned(pattern, madrid, Temporal.Instant.from(moment))?.toZonedDateTimeISO(madrid).toString();
const last = (pattern: string, moment: string) =>
  lastPlanned(pattern, madrid, Temporal.Instant.from(moment))?.toZonedDateTimeISO(madrid).toString();

describe('cron', () => {
  it('knows expressions of five fields from what is none', () => {
    for (const good of ['0 6 * * *', '*/15 8-18 * * 1-5', '30 2 29 2 *', '0 0 L * *']) expect(isCron(good)).toBe(true);
    for (const bad of ['', 'daily', '* * * *', '0 0 6 * * *', '61 * * * *', '0 0 31 2 *', '@reboot']) expect(isCron(bad)).toBe(false);
  });

  it('runs by the clock on the wall, in summer and in winter', () => {
    expect(next('0 6 * * *', '2026-01-15T12:00:00Z')).toBe('2026-01-16T06:00:00+01:00[Europe/Madrid]');
    expect(next('0 6 * * *', '2026-07-15T12:00:00Z')).toBe('2026-07-16T06:00:00+02:00[Europe/Madrid]');
  });

  it('makes up, right after the gap, for a time that summer time skips', () => {
    expect(next('30 2 * * *', '2026-03-28T12:00:00Z')).toBe('2026-03-29T03:00:00+02:00[Europe/Madrid]');
    expect(next('30 2 * * *', '2026-03-29T01:00:00Z')).toBe('2026-03-30T02:30:00+02:00[Europe/Madrid]');
  });

  it('runs once at a time that comes twice', () => {
    expect(next('30 2 * * *', '2026-10-24T12:00:00Z')).toBe('2026-10-25T02:30:00+02:00[Europe/Madrid]');
    expect(next('30 2 * * *', '2026-10-25T00:30:00Z')).toBe('2026-10-26T02:30:00+01:00[Europe/Madrid]');
  });

  it('counts the moment itself as planned', () => {
    expect(last('0 6 * * *', '2026-01-15T05:00:00Z')).toBe('2026-01-15T06:00:00+01:00[Europe/Madrid]');
    expect(last('0 6 * * *', '2026-01-15T04:59:59.999Z')).toBe('2026-01-14T06:00:00+01:00[Europe/Madrid]');
  });

  it('tells the last time across both changes of the clock', () => {
    expect(last('30 2 * * *', '2026-03-29T10:00:00Z')).toBe('2026-03-29T03:00:00+02:00[Europe/Madrid]');
    expect(last('30 2 * * *', '2026-10-25T10:00:00Z')).toBe('2026-10-25T02:30:00+02:00[Europe/Madrid]');
  });
});
