import { isIP } from 'node:net';
import { CuadroError } from '../../../model/error.ts';
import { isOpenAddress } from './private-addresses.ts';

/** A host as an address of the web writes it: IPv6 without brackets, in small letters, without a last full stop. */
const plainHost = (hostname: string): string =>
  hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');

export const isAllowedHost = (hostname: string, allowed: readonly string[]): boolean =>
  allowed.some((one) => plainHost(one) === plainHost(hostname));

/**
 * An address that notices may be posted to: over https on the open internet; what the installation's configuration names, also inside and plain. What a name stands for is
 * looked at when it is called.
 * @throws CuadroError `channel_url_invalid`, `channel_url_plain`, `channel_host_private`; none of them tells more of it than its host
 */
export function destinationOf(url: string, allowed: readonly string[]): URL {
  if (!URL.canParse(url)) throw new CuadroError({ code: 'channel_url_invalid', where: 'url' });
  const parsed = new URL(url);
  const { protocol, hostname, username, password } = parsed;
  if ((protocol !== 'https:' && protocol !== 'http:') || hostname === '' || username !== '' || password !== '')
    throw new CuadroError({ code: 'channel_url_invalid', where: 'url' });
  if (isAllowedHost(hostname, allowed)) return parsed;
  const host = plainHost(hostname);
  if (protocol === 'http:') throw new CuadroError({ code: 'channel_url_plain', where: 'url', found: host });
  const isInside = isIP(host) === 0 ? host === 'localhost' || host.endsWith('.localhost') || !host.includes('.') : !isOpenAddress(host);
  if (isInside) throw new CuadroError({ code: 'channel_host_private', where: 'url', found: host });
  return parsed;
}
