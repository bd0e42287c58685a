import { expect, test } from 'vitest';
import { leftOut } from './consent.ts';

test.each([
  [{}, null],
  [{ consent: 'sí' }, null],
  [{ consent: 'opt-in' }, null],
  [{ consent: ' No ' }, 'no_consent'],
  [{ consent: 'Revocado' }, 'no_consent'],
  [{ consent: 'ninguno' }, 'no_consent'],
  [{ consent: 'opt-out' }, 'no_consent'],
  [{ unsubscribedOn: '2026-02-01' }, 'unsubscribed'],
  [{ unsubscribedOn: '2026-02-01', subscribedOn: '2025-01-01' }, 'unsubscribed'],
  [{ unsubscribedOn: '2026-02-01', subscribedOn: '2026-03-01' }, null],
  [{ unsubscribedOn: '2026-02-01', consent: 'granted' }, 'unsubscribed'],
] as const)('%o is left out for %s', (known, reason) =>
  expect(leftOut({ consent: null, subscribedOn: null, unsubscribedOn: null, ...known })).toBe(reason),
);
