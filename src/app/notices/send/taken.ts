import { CuadroError } from '../../../model/error.ts';
import type { ChannelKind } from '../channel.ts';
import type { Answer } from './post.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === false || value === '' || value === 0 || (Array.isArray(value) && value.length === 0);

/** Whether a body says that it went wrong, whatever the status says. */
function saysNo(body: string): boolean {
  const found = asJson(body);
  if (!isObject(found)) return false;
  if (found.ok === false || found.success === false) return true;
  return !isEmpty(found.error) || !isEmpty(found.errors);
}

/**
 * What of an answer means that the notice was taken: a status of 200 alone does not. A page where a program should answer is somebody else's; Slack says `ok`; what stood before
 * Teams answered 200 with the words of an error (`Webhook message delivery failed with error: …`).
 * @throws CuadroError `channel_redirected`, `channel_refused`, `channel_answer_wrong`; of the body nothing is kept
 */
export function requireTaken(kind: ChannelKind, { status, body }: Answer): void {
  if (status >= 300 && status < 400) throw new CuadroError({ code: 'channel_redirected', found: String(status) });
  if (status < 200 || status >= 300) throw new CuadroError({ code: 'channel_refused', blame: 'internal', found: String(status) });
  const text = body.trim();
  const isPage = /^<(!doctype|html|head|body)/i.test(text);
  const isOther =
    (kind === 'slack' && text !== '' && text !== 'ok' && !isObject(asJson(text))) ||
    (kind === 'teams' && text !== '' && text !== '1' && !isObject(asJson(text)));
  if (isPage || isOther || saysNo(text)) throw new CuadroError({ code: 'channel_answer_wrong', blame: 'internal', found: String(status) });
}
