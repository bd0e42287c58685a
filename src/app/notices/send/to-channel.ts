import type { JobContext } from '../../jobs/kind.ts';
import { type Channel, openSecret } from '../channel.ts';
import type { Seal } from '../sealed.ts';
import { type Posted, slackBody, teamsBody, webhookBody } from './bodies.ts';
import { destinationOf } from './destination.ts';
import { type Answer, post } from './post.ts';
import { signatureHeaders } from './signature.ts';
import { requireTaken } from './taken.ts';

/** A slow one must not keep the others waiting. */
const timeoutMs = 10_000;

/** Told beside the error: how long the other side wants to be left alone. */
export class NotTaken extends Error {
  readonly retryAfter: number | null;

  constructor(cause: unknown, retryAfter: number | null) {
    super('not taken', { cause });
    this.retryAfter = retryAfter;
  }
}

const bodyOf = ({ kind }: Channel, posted: Posted, id: string, at: string): string =>
  kind === 'slack' ? slackBody(posted) : kind === 'teams' ? teamsBody(posted) : webhookBody(posted, id, at);

/**
 * Posts to a channel.
 * @param id of the delivery: the same at each attempt
 * @throws CuadroError, NotTaken
 */
export async function postToChannel(
  channel: Channel,
  { posted, id, seal }: { readonly posted: Posted; readonly id: string; readonly seal: Seal },
  { workspace, now, signal }: Pick<JobContext, 'workspace' | 'now' | 'signal'>,
  patienceMs = timeoutMs,
): Promise<void> {
  const { url, key } = openSecret(channel.sealed, seal);
  const allowed = workspace.config.notices.private_hosts;
  const destination = destinationOf(url, allowed);
  const at = now();
  const body = bodyOf(channel, posted, id, at.toString({ smallestUnit: 'millisecond' }));
  const seconds = Math.floor(at.epochMilliseconds / 1_000);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Cuadro',
    ...(channel.kind === 'webhook' ? signatureHeaders(key, { id, seconds, body }) : {}),
  };
  const answer: Answer = await post(destination, { headers, body, allowed, timeoutMs: patienceMs, signal });
  try {
    requireTaken(channel.kind, answer);
  } catch (error) {
    throw new NotTaken(error, answer.retryAfter);
  }
}
