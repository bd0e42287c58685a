import { describe, expect, it } from 'vitest';
import { CuadroError } from '../../../model/error.ts';
import type { ChannelKind } from '../channel.ts';
import { requireTaken } from './taken.ts';

function outcome(kind: ChannelKind, status: number, body: string): string {
  try {
    requireTaken(kind, { status, body, retryAfter: null });
    return 'taken';
  } catch (error) {
    if (error instanceof CuadroError) return error.code;
    throw error;
  }
}

describe('what an answer means', () => {
  it.each([
    ['webhook', 200, ''],
    ['webhook', 204, ''],
    ['webhook', 200, 'thanks'],
    ['webhook', 200, '{"ok":true,"error":null}'],
    ['webhook', 200, '{"errors":[]}'],
    ['slack', 200, 'ok'],
    ['slack', 200, '{"success":true}'],
    ['teams', 202, ''],
    ['teams', 200, '1'],
  ] as const)('%s %i %j: taken', (kind, status, body) => {
    expect(outcome(kind, status, body)).toBe('taken');
  });

  it.each([
    ['webhook', 200, '{"ok":false}', 'channel_answer_wrong'],
    ['webhook', 200, '{"error":"nope"}', 'channel_answer_wrong'],
    ['webhook', 200, ' <!DOCTYPE html><p>Sign in', 'channel_answer_wrong'],
    ['slack', 200, 'no_service', 'channel_answer_wrong'],
    // What the connectors before Power Automate answered when they were asked too often.
    ['teams', 200, 'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429', 'channel_answer_wrong'],
    ['webhook', 301, '', 'channel_redirected'],
    ['webhook', 404, '', 'channel_refused'],
    ['slack', 500, 'ok', 'channel_refused'],
    ['webhook', 0, '', 'channel_refused'],
  ] as const)('%s %i %j: %s', (kind, status, body, code) => {
    expect(outcome(kind, status, body)).toBe(code);
  });
});
