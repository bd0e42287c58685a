import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Workspace } from '../workspace/workspace.ts';
import { workspaceKey } from './sealed.ts';

/** What a link ends: notices by e-mail, or the digest. */
export type Unsubscribed = 'mail' | 'digest';

const separator = '.';

const signed = (key: Buffer, member: string, what: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([member, what]))
    .digest('base64url');

/** What a link holds: whose it is and what it ends, signed. It does one harmless thing and works for as long as the message is kept. */
export async function unsubscribeToken(workspace: Workspace, member: string, what: Unsubscribed): Promise<string> {
  const key = await workspaceKey(workspace, 'unsubscribe');
  return [what, member, signed(key, member, what)].join(separator);
}

/** @returns null: it is not one of ours */
export async function readUnsubscribeToken(workspace: Workspace, token: string): Promise<{ member: string; what: Unsubscribed } | null> {
  const [what, member, signature = '', ...rest] = token.split(separator);
  if ((what !== 'mail' && what !== 'digest') || !member || rest.length > 0) return null;
  const key = await workspaceKey(workspace, 'unsubscribe');
  const expected = Buffer.from(signed(key, member, what));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given) ? { member, what } : null;
}
