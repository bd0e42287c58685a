import { createHmac } from 'node:crypto';

/** Of a webhook's key: the prefix by which libraries of Standard Webhooks know one. */
export const keyPrefix = 'whsec_';

/**
 * The headers by which whoever gets a webhook knows that it is ours, is new, and is not the same again: Standard Webhooks 1.0 (standardwebhooks.com), HMAC-SHA256 over
 * `id.timestamp.body`.
 * @param key `whsec_` and base64
 * @param seconds since 1970
 */
export function signatureHeaders(
  key: string,
  { id, seconds, body }: { readonly id: string; readonly seconds: number; readonly body: string },
) {
  const secret = Buffer.from(key.slice(keyPrefix.length), 'base64');
  const signature = createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` };
}
