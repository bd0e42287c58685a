import { expect, it } from 'vitest';
import type { Alert } from '../figure.ts';
import { causesOf, partOf } from './parts.ts';

const muted = { reason: 'obras', until: '2026-08-01T00:00:00.000Z' };
const alert = (parts: Partial<Alert>): Alert => ({ muted: null, on: true, state: 'firing', ...parts }) as Alert;

it('puts what is muted by itself, whatever its state', () => {
  expect(partOf(alert({ muted }))).toBe('muted');
  expect(partOf(alert({ state: 'recovering' }))).toBe('on');
  // It fired, and cannot be judged now: it is on until it is known to be over.
  expect(partOf(alert({ state: 'no_data' }))).toBe('on');
  expect(partOf(alert({ on: false, state: 'no_data' }))).toBe('blind');
  expect(partOf(alert({ on: false, state: 'pending' }))).toBe('pending');
  expect(partOf(alert({ on: false, state: 'normal' }))).toBe('over');
});

it('leaves the muted out of a cause, and a cause of none but them', () => {
  const alerts = [alert({ id: 'a' }), alert({ id: 'b', muted }), alert({ id: 'c', muted })];
  const causes = causesOf(alerts, [
    { lead: 1, others: [0], member: 'product.name=X' },
    { lead: 2, others: [], member: null },
  ]);
  expect(causes.map(({ member, alerts: own }) => [member, own.map(({ id }) => id)])).toEqual([['product.name=X', ['a']]]);
});
