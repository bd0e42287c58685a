import { createConnection, createServer } from 'node:net';
import type { Config } from '../config/schema.ts';
import { discover } from '../people/sign-in/discovery.ts';
import { authBase } from '../people/sign-in/paths.ts';
import { type Finding, failure, fine, warning } from './finding.ts';

const patienceMs = 5_000;

const reachable = (host: string, port: number): Promise<string | null> =>
  new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: patienceMs });
    const end = (problem: string | null): void => {
      socket.destroy();
      resolve(problem);
    };
    socket.on('connect', () => end(null));
    socket.on('timeout', () => end('timeout'));
    socket.on('error', (error) => end(error.message));
  });

/** Asked only where mail is set up. */
export async function checkMail({ mail }: Config): Promise<Finding> {
  if (mail.host === null) return fine('mail_none');
  const place = `${mail.host}:${mail.port}`;
  const problem = await reachable(mail.host, mail.port);
  if (problem !== null) return failure('mail_unreachable', { place, problem });
  if (mail.from === null) return warning('mail_no_sender', { place });
  if (mail.encryption === 'none' && !['localhost', '127.0.0.1', '::1'].includes(mail.host)) return warning('mail_plain', { place });
  return fine('mail', { place });
}

/** Asked only where single sign-on is set up. What goes well says the address that the provider has to know. */
export async function checkSso({ sso, server }: Config): Promise<Finding> {
  const { issuer, client_id } = sso;
  if (issuer === null) return fine('sso_none');
  if (client_id === null) return failure('sso_no_client', { issuer });
  const found = await discover(issuer);
  if (!found.ok) return failure(`sso_${found.why}`, { issuer, found: found.found });
  const back = new URL(`${authBase}/callback/sso`, server.public_url ?? `http://${server.host}:${server.port}`).href;
  const { protocol, hostname } = new URL(issuer);
  return protocol !== 'https:' && !isLocal(hostname) ? warning('sso_plain', { issuer }) : fine('sso', { issuer, back });
}

/** @param running a server of this workspace has the port itself */
export async function checkPort({ server }: Config, running: boolean): Promise<Finding> {
  const place = `${server.host}:${server.port}`;
  if (running) return fine('port_ours', { place });
  const problem = await new Promise<string | null>((resolve) => {
    const probe = createServer();
    probe.on('error', (error) => resolve(error.message));
    probe.listen({ host: server.host, port: server.port, exclusive: true }, () => probe.close(() => resolve(null)));
  });
  return problem === null ? fine('port', { place }) : warning('port_taken', { place, problem });
}

const isLocal = (host: string): boolean => ['127.0.0.1', '::1', 'localhost'].includes(host);

export function checkAddress({ server }: Config): readonly Finding[] {
  const { host, public_url, trusted_proxies } = server;
  const findings: Finding[] = [];
  const url = public_url === null ? null : new URL(public_url);
  if (!isLocal(host) && url?.protocol !== 'https:') findings.push(failure('address_plain', { host }));
  if (!isLocal(host) && url === null) findings.push(warning('address_no_public_url', { host }));
  if (url !== null && !isLocal(url.hostname)) {
    if (url.protocol !== 'https:') findings.push(failure('public_url_plain', { url: url.href }));
    if (trusted_proxies.length === 0) findings.push(warning('proxies_none', { url: url.href }));
    if (url.pathname !== '/' || url.search !== '') findings.push(warning('public_url_path', { url: url.href }));
  }
  return findings.length > 0 ? findings : [fine('address', { url: url?.href ?? `http://${host}` })];
}
