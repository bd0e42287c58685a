import { describe, expect, it } from 'vitest';
import { declaredMoment } from './declared.ts';

describe('declaredMoment', () => {
  it('reads a date as one of the workspace', () =>
    expect(declaredMoment('2024-03-31', 'UTC', 'Europe/Madrid')).toEqual({
      instant: '2024-03-30T23:00:00Z',
      day: '2024-03-31',
      dateOnly: true,
    }));
  it('reads a time without zone in the mapping’s', () =>
    expect(declaredMoment('2024-03-31T23:30:00', 'America/Bogota', 'Europe/Madrid')).toEqual({
      instant: '2024-04-01T04:30:00Z',
      day: '2024-04-01',
      dateOnly: false,
    }));
  it('reads a time with its own offset', () =>
    expect(declaredMoment('2024-01-01T00:00:00+02:00', 'UTC', 'UTC')).toEqual({
      instant: '2023-12-31T22:00:00Z',
      day: '2023-12-31',
      dateOnly: false,
    }));
});
